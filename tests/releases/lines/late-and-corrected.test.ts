import { describe, expect, it } from 'vitest'
import { parseQuarter } from '../../../src/calendar/quarter.ts'
import { approveFacts } from '../../../src/figures/approve.ts'
import { PROJECT } from '../../../src/figures/question.ts'
import { gather } from '../../../src/releases/content/gather-load.ts'
import { World } from '../../support/world.ts'
import { smallRelease } from '../small-report/report.ts'

const [FIRST, SECOND, LATER] = [1000, 2000, 3000]

/** Two places, a flow and a stock; the first report was made at 1500, this one is at 3500. */
function reasonsOf(happens: (world: World) => void) {
  const world = new World('2020-Q1').place('ha').place('no')
  for (const [code, time] of [
    ['flow', 'sum'],
    ['stock', 'latest'],
  ] as const)
    world
      .indicator(code, { rules: ['count', 'sum', time] })
      .assign(code, 'ha', 'x', '2020-Q1')
      .assign(code, 'no', 'x', '2020-Q1')
  give(world, 'ha', '2020-Q1', 5, FIRST)
  give(world, 'no', '2020-Q1', 7, FIRST)
  happens(world)
  const release = smallRelease({ from: parseQuarter('2020-Q1')!, to: parseQuarter('2020-Q2')!, asAt: 3500 })
  const previous = smallRelease({ id: 3, asAt: 1500, state: 'issued', issuedAt: 1600 })
  const { tables, reasons } = gather(world.db, release, 4000, () => previous)
  const told = (code: string) => {
    const cells = tables.filter(({ section }) => section === 'tracking').flatMap(({ table }) => table.cells.flat())
    const cell = cells.find(({ ref }) => ref.indicator === code && ref.group === PROJECT && ref.cell === '')!
    return reasons.get(cell.id)
  }
  return { flow: told('flow'), stock: told('stock') }
}

function give(world: World, place: string, quarter: string, value: number, at: number): void {
  const submissionId = world.submission([place, quarter, 'x'], { flow: value, stock: value }, 'approved', at)
  approveFacts(world.db, { submissionId, now: at })
}

describe('why a figure is another one than in the report before', () => {
  it.each([
    ['nothing happened', () => {}, undefined, undefined],
    ['a correction', (world) => give(world, 'ha', '2020-Q1', 6, SECOND), 'corrected', 'corrected'],
    ['a late report', (world) => give(world, 'no', '2020-Q2', 2, SECOND), 'late', 'late'],
    [
      'both',
      (world) => {
        give(world, 'no', '2020-Q2', 2, SECOND)
        give(world, 'ha', '2020-Q1', 6, LATER)
      },
      'both',
      'both',
    ],
    [
      'a late report that was corrected before this one: it is late, and corrected',
      (world) => {
        give(world, 'no', '2020-Q2', 2, SECOND)
        give(world, 'no', '2020-Q2', 4, LATER)
      },
      'both',
      'both',
    ],
    [
      'a value of a stock that no longer counts was corrected',
      (world) => {
        give(world, 'ha', '2020-Q2', 9, SECOND)
        give(world, 'ha', '2020-Q1', 6, LATER)
      },
      'both',
      'late',
    ],
    [
      'somebody is asked no more, whose stock leaves',
      (world) => {
        world.run('update assignment set known_to = ? where place_id = ?', SECOND, world.id('place no'))
      },
      undefined,
      'neither',
    ],
  ] as [string, (world: World) => void, string | undefined, string | undefined][])('%s', (_, happens, flow, stock) => {
    const named = (reason: ReturnType<typeof reasonsOf>['flow']) =>
      reason && (reason.corrected ? (reason.late ? 'both' : 'corrected') : reason.late ? 'late' : 'neither')
    const reasons = reasonsOf(happens)
    expect([named(reasons.flow), named(reasons.stock)]).toEqual([flow, stock])
  })
})

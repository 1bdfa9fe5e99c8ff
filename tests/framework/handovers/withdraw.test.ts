import { beforeEach, describe, expect, it } from 'vitest'
import { dutiesByIndicator, heirsByIndicator } from '../../../src/assignments/store.ts'
import { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import { auditTally } from '../../../src/figures/tally/audit-store.ts'
import { handOver } from '../../../src/framework/handovers/hand-over.ts'
import { withdrawHandover } from '../../../src/framework/handovers/withdraw.ts'
import { readTrail } from '../../../src/trail/store.ts'
import { NOW, q, World } from '../../support/world.ts'

const HANDED = Date.UTC(2023, 0, 10)
const LATER = Date.UTC(2023, 1, 10)

let world: World
beforeEach(() => {
  world = new World('2021-Q1').place('HT').person('Lan')
  for (const code of ['A', 'B']) {
    world.indicator(code, { rules: ['count', 'sum', 'latest'] }).assign(code, 'HT', 'union', '2021-Q1')
    world.fact([code, 'HT', '2021-Q4', 'union'], 4)
  }
  for (const partner of ['iom', 'office']) world.partner(partner)
})

const at = (partner: string) => ({ partnerId: world.id(`partner ${partner}`), placeId: world.id('place HT') })
const lan = () => ({ id: world.id('person Lan') })
const passing = (from: string, predecessor = 'union', heir = 'iom') => ({
  predecessor: at(predecessor),
  heir: at(heir),
  from: q(from),
  indicators: ['A'],
})
const pass = (...given: Parameters<typeof passing>) =>
  handOver(world.db, lan(), { ...passing(...given), assigns: true }, HANDED)
const withdraw = (...given: Parameters<typeof passing>) => withdrawHandover(world.db, lan(), passing(...given), LATER)
/** Who owes what, and whose line goes on with whom, as known at an instant. */
const duties = (asAt?: number) => [[...dutiesByIndicator(world.db, asAt)], [...heirsByIndicator(world.db, asAt)]]

describe('a hand-over that was recorded by mistake', () => {
  it('is withdrawn: who was asked before is asked again, what was known between stays known then, the trail says so', () => {
    const before = duties()
    pass('2022-Q1')
    const handed = duties()
    expect(handed).not.toEqual(before)
    expect(withdraw('2022-Q1')).toBeNull()
    expect(duties()).toEqual(before)
    expect([duties(HANDED - 1), duties(HANDED), duties(LATER - 1), duties(LATER)]).toEqual([
      before,
      handed,
      handed,
      before,
    ])
    expect(heirsByIndicator(world.db).size).toBe(0)
    expect(readTrail(world.db, {}, 1)[0]).toMatchObject({
      verb: 'assignment.handover-withdrawn',
      by: 'Lan',
      subjectId: 'A',
      detail: { from: '2022-Q1', predecessor: 'union / HT', heir: 'iom / HT' },
    })
    expect([auditFigures(world.db, NOW).differences.map(String), auditTally(world.db)]).toEqual([[], []])
  })

  it('can be recorded anew, the other way round or otherwise', () => {
    pass('2022-Q1')
    withdraw('2022-Q1')
    expect(pass('2022-Q2')).toBeNull()
    expect(withdraw('2022-Q1')).toMatchObject({ refused: 'not-recorded' })
    expect(withdraw('2022-Q2')).toBeNull()
  })

  it('is the last of a line first; then the one before it', () => {
    const before = duties()
    pass('2022-Q1')
    pass('2022-Q3', 'iom', 'office')
    expect(withdraw('2022-Q1')).toEqual({ refused: 'changed-since', indicator: 'A', quarter: q('2022-Q1') })
    expect(withdraw('2022-Q3', 'iom', 'office')).toBeNull()
    expect(withdraw('2022-Q1')).toBeNull()
    expect(duties()).toEqual(before)
  })

  it('stands once its heir has given a value, and for all indicators or none', () => {
    handOver(world.db, lan(), { ...passing('2022-Q1'), indicators: ['A', 'B'], assigns: true }, HANDED)
    world.submission(['HT', '2022-Q2', 'iom'], { B: 3 }, 'draft')
    const both = { ...passing('2022-Q1'), indicators: ['A', 'B'] }
    const handed = duties()
    expect(withdrawHandover(world.db, lan(), both, LATER)).toEqual({
      refused: 'heir-has-reported',
      indicator: 'B',
      quarter: q('2022-Q2'),
    })
    expect(duties()).toEqual(handed)
    expect(withdraw('2022-Q1')).toBeNull()
  })

  it('of nobody, or of an indicator that is none, there is none', () => {
    expect(withdraw('2022-Q1')).toMatchObject({ refused: 'not-recorded' })
    const other = { ...passing('2022-Q1'), indicators: ['Z'] }
    expect(withdrawHandover(world.db, null, other, LATER)).toMatchObject({ refused: 'not-recorded', indicator: 'Z' })
  })

  it('that came with the project changed no assignment, and leaves them as they are', () => {
    world
      .assign('A', 'HT', 'iom', '2022-Q1')
      .handover(
        'A',
        { partner: 'union', place: 'HT', from: '2021-Q1' },
        { partner: 'iom', place: 'HT', from: '2022-Q1' },
      )
    const coverage = () => world.figure('A', '*', '2022-Q1').coverage
    const [before] = [coverage()]
    expect(withdraw('2022-Q1')).toBeNull()
    expect([coverage(), heirsByIndicator(world.db).size]).toEqual([before, 0])
  })
})

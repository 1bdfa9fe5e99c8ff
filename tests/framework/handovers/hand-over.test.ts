import { beforeEach, describe, expect, it } from 'vitest'
import { expectedSubmissions } from '../../../src/assignments/load.ts'
import { heirsByIndicator } from '../../../src/assignments/store.ts'
import { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import { auditTally } from '../../../src/figures/tally/audit-store.ts'
import { freshenTally } from '../../../src/figures/tally/rebuild.ts'
import { staleTallies } from '../../../src/figures/tally/store.ts'
import { handOver } from '../../../src/framework/handovers/hand-over.ts'
import { readTrail } from '../../../src/trail/store.ts'
import { NOW, q, World } from '../../support/world.ts'

const HANDED = Date.UTC(2023, 0, 10)

let world: World
beforeEach(() => {
  world = new World('2021-Q1').place('HT').place('NA').place('old', { to: '2021-07-01' }).person('Lan')
  for (const code of ['A', 'B']) {
    world.indicator(code, { rules: ['count', 'sum', 'latest'] }).assign(code, 'HT', 'union', '2021-Q1')
    world.assign(code, 'NA', 'police', '2021-Q1')
    for (const quarter of ['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4'])
      world.fact([code, 'HT', quarter, 'union'], 4).fact([code, 'NA', quarter, 'police'], 1)
  }
  world.partner('iom')
  freshenTally(world.db)
})

const at = (partner: string, place = 'HT') => ({
  partnerId: world.id(`partner ${partner}`),
  placeId: world.id(`place ${place}`),
})
const pass = (given: Partial<Parameters<typeof handOver>[2]> = {}, now = HANDED) =>
  handOver(
    world.db,
    { id: world.id('person Lan') },
    {
      indicators: ['A'],
      predecessor: at('union'),
      heir: at('iom'),
      from: q('2022-Q1'),
      assigns: true,
      ...given,
    },
    now,
  )
const rows = () =>
  ['assignment', 'handover', 'trail'].map((table) => world.db.$client.prepare(`select * from ${table}`).all())
const expected = (quarter: string) =>
  expectedSubmissions(world.db, { from: q(quarter), to: q(quarter) })
    .filter(({ placeId }) => placeId === world.id('place HT'))
    .map(({ partnerId }) => partnerId)

describe('a hand-over is recorded', () => {
  it('asks the one up to the quarter before and the other from then on, and the line goes on', () => {
    expect(world.figure('A', ['HT'], '2021-Q1', '2022-Q1')).toMatchObject({ value: 4, coverage: [1, 1] })
    expect(pass()).toBeNull()
    expect([expected('2021-Q4'), expected('2022-Q1')]).toEqual([
      [world.id('partner union')],
      [world.id('partner union'), world.id('partner iom')],
    ])
    expect(pass({ indicators: ['B'] })).toBeNull()
    expect(expected('2022-Q1')).toEqual([world.id('partner iom')])
    expect(world.figure('A', ['HT'], '2021-Q1', '2022-Q1')).toMatchObject({
      value: 4,
      coverage: [1, 1],
      flags: ['carried'],
    })
    world.fact(['A', 'HT', '2022-Q1', 'iom'], 5)
    expect(world.figure('A', ['HT'], '2021-Q1', '2022-Q1')).toMatchObject({ value: 5, coverage: [1, 1], flags: [] })
    expect(staleTallies(world.db).size).toBe(1)
    freshenTally(world.db)
    expect(auditTally(world.db)).toEqual([])
    expect(auditFigures(world.db, NOW).differences.map(String)).toEqual([])
  })

  it('by somebody, for several indicators at once, with an event of the trail for each', () => {
    expect(pass({ indicators: ['A', 'B'] })).toBeNull()
    expect(staleTallies(world.db).size).toBe(0)
    expect(readTrail(world.db, {}, 9)).toMatchObject(
      ['B', 'A'].map((code) => ({
        at: HANDED,
        by: 'Lan',
        verb: 'assignment.handed-over',
        subjectKind: 'indicator',
        subjectId: code,
        detail: { from: '2022-Q1', predecessor: 'union / HT', heir: 'iom / HT' },
      })),
    )
  })

  it('is known from then on: a figure as at an earlier instant reads as it did', () => {
    const asked = () =>
      [HANDED - 1, HANDED].map((asAt) => [
        world.figure('A', ['HT'], '2021-Q1', '2022-Q1', { asAt }),
        world.figure('A', ['HT'], '2022-Q1', '2022-Q1', { asAt }),
      ])
    world.fact(['A', 'HT', '2022-Q1', 'iom'], 5, { from: HANDED - 10 })
    const [before] = asked()
    expect(before).toMatchObject([{ value: 9 }, { value: 5, coverage: [1, 2] }])
    pass()
    const [again, after] = asked()
    expect(again).toEqual(before)
    expect(after).toMatchObject([{ value: 5 }, { value: 5, coverage: [1, 1] }])
    expect([HANDED - 1, HANDED].map((asAt) => heirsByIndicator(world.db, asAt).size)).toEqual([0, 1])
  })

  it('after another one of the same instant is known a moment later', () => {
    world.assign('A', 'HT', 'court', '2021-Q1')
    expect(pass()).toBeNull()
    expect(pass({ predecessor: at('iom'), heir: at('court'), from: q('2022-Q3') })).toBeNull()
    expect(world.db.$client.prepare('select known_from from handover order by 1').pluck().all()).toEqual([
      HANDED,
      HANDED + 1,
    ])
  })
})

describe('a hand-over is refused, and nothing is written', () => {
  it.each([
    ['to oneself', () => ({ heir: at('union') }), 'to-itself', '2022-Q1'],
    ['to a partner not assigned', () => ({ assigns: false }), 'heir-not-assigned', '2022-Q1'],
    ['from a partner not assigned', () => ({ predecessor: at('police') }), 'not-assigned', '2022-Q1'],
    ['of an indicator that nobody has', () => ({ indicators: ['A', 'X'] }), 'not-assigned', '2022-Q1'],
    ['before its predecessor began', () => ({ from: q('2020-Q4') }), 'before-predecessor', '2020-Q4'],
    ['while values stand that the heir would be asked for', () => ({ from: q('2021-Q3') }), 'has-reported', '2021-Q3'],
    ['at a place that is no more', () => ({ heir: at('iom', 'old') }), 'no-place', '2022-Q1'],
  ] as const)('%s', (_, given, refused, quarter) => {
    const before = rows()
    expect(pass(given())).toEqual({
      refused,
      indicator: refused === 'not-assigned' ? expect.any(String) : 'A',
      quarter: q(quarter),
    })
    expect(rows()).toEqual(before)
  })

  it('in a circle, or once more', () => {
    world.assign('A', 'HT', 'court', '2021-Q1')
    expect(pass()).toBeNull()
    expect(pass({ predecessor: at('iom'), heir: at('court'), from: q('2022-Q3') })).toBeNull()
    const before = rows()
    const back = { predecessor: at('court'), heir: at('union'), from: q('2023-Q1') }
    expect(pass(back)).toEqual({ refused: 'circle', indicator: 'A', quarter: q('2023-Q1') })
    expect(pass({ from: q('2022-Q2') })).toMatchObject({ refused: 'recorded' })
    expect(rows()).toEqual(before)
  })

  it('while a value is being worked on that the heir would be asked for, but not for one left blank', () => {
    world.submission(['HT', '2022-Q1', 'union'], { A: 'blank', B: 3 }, 'draft')
    expect(pass({ indicators: ['A', 'B'] })).toEqual({ refused: 'has-reported', indicator: 'B', quarter: q('2022-Q1') })
    expect(pass()).toBeNull()
  })
})

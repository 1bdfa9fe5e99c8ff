import { describe, expect, it } from 'vitest'
import { approveFacts } from '../../src/figures/approve.ts'
import type { Question } from '../../src/figures/question.ts'
import { rebuildRestatements } from '../../src/figures/tally/restatement-store.ts'
import type { Scheme } from '../../src/indicators/breakdown.ts'
import type { Rules } from '../../src/indicators/indicator.ts'
import { ALL, type Given, span, World } from '../support/world.ts'

const PRIMARY: Pick<Scheme, 'kind' | 'breakdowns'> = { kind: 'primary', breakdowns: ['sex'] }
type Said = Record<string, Given | 'blank'>

/** Two places that report A, by sex, and B; approvals of HP follow each other at 100, 200, 300 … */
function approved(rules: [Rules['measure'], Rules['overPlaces'], Rules['overTime']], ...versions: Said[]) {
  const world = new World().breakdown('sex', ['female', 'male']).place('HP').place('QN')
  world.indicator('A', { rules, schemes: [PRIMARY] }).indicator('B')
  for (const code of ['A', 'B']) world.assign(code, 'HP').assign(code, 'QN')
  approve(world, 'QN', '2020-Q1', 50, { A: { 'sex=female': 1 }, B: 1 })
  for (const [i, values] of versions.entries()) approve(world, 'HP', '2020-Q1', (i + 1) * 100, values)
  return world
}

function approve(world: World, place: string, quarter: string, at: number, values: Said): void {
  const id = world.submission([place, quarter], values, 'approved', at)
  approveFacts(world.db, { submissionId: id, now: at })
}

const isRevised = (world: World, code: string, places: string[] | '*', more: Partial<Question> = {}, to = '2020-Q1') =>
  world.figure(code, places, '2020-Q1', to, more).flags.includes('revised')

const FLOW = ['count', 'sum', 'sum'] as const
const STOCK = ['count', 'sum', 'latest'] as const
const FIRST = { A: { 'sex=female': 3, 'sex=male': 2 }, B: 7 }

describe.each([
  ['a flow', FLOW],
  ['a stock', STOCK],
  ['counts that are not added', ['count', 'none', 'sum'] as const],
])('%s is restated', (_, rules) => {
  it('when a value in it was corrected after the first approval, and only there', () => {
    const world = approved([...rules], FIRST, { ...FIRST, A: { 'sex=female': 4, 'sex=male': 2 } })
    expect(isRevised(world, 'A', ['HP'])).toBe(true)
    expect(isRevised(world, 'A', ['QN'])).toBe(false)
    expect(isRevised(world, 'B', '*')).toBe(false)
    expect(isRevised(world, 'A', '*')).toBe(true)
    expect(isRevised(world, 'A', ['HP'], { only: { sex: 'female' } })).toBe(true)
    expect(isRevised(world, 'A', ['HP'], { only: { sex: 'male' } })).toBe(false)
  })

  it('in every place that holds it, whatever else is asked at the same time', () => {
    const world = approved([...rules], FIRST, { ...FIRST, A: { 'sex=female': 4, 'sex=male': 2 } })
    const groups = [ALL, { key: 'HP', places: ['HP'] }, { key: 'QN', places: ['QN'] }]
    const answer = world.ask({ groups, spans: [span('2020-Q1')] })
    const revised = groups.map(({ key }) => answer.figure('A', key, '2020-Q1').flags.includes('revised'))
    expect(revised).toEqual([true, true, false])
  })

  it('not by the first approval, nor by another that changes nothing', () => {
    expect(isRevised(approved([...rules], FIRST), 'A', ['HP'])).toBe(false)
    expect(isRevised(approved([...rules], FIRST, FIRST), 'A', ['HP'])).toBe(false)
  })

  it('when what had been left blank is added, or what was said is taken away', () => {
    expect(isRevised(approved([...rules], { B: 7 }, FIRST), 'A', ['HP'])).toBe(true)
    expect(isRevised(approved([...rules], FIRST, { ...FIRST, A: { 'sex=female': 3 } }), 'A', ['HP'])).toBe(true)
  })

  it('as at an instant, and since an instant', () => {
    const world = approved([...rules], FIRST, { ...FIRST, A: { 'sex=female': 4, 'sex=male': 2 } })
    const at = (more: Partial<Question>) => isRevised(world, 'A', ['HP'], more)
    expect([at({ asAt: 199 }), at({ asAt: 200 })]).toEqual([false, true])
    expect([at({ restatedSince: 199 }), at({ restatedSince: 200 })]).toEqual([true, false])
  })
})

it('a stock is restated only where the value that counts was corrected', () => {
  const corrected = { ...FIRST, A: { 'sex=female': 4, 'sex=male': 2 } }
  const stock = approved([...STOCK], FIRST, corrected)
  approve(stock, 'HP', '2020-Q2', 400, FIRST)
  expect(isRevised(stock, 'A', ['HP'])).toBe(true)
  expect(isRevised(stock, 'A', ['HP'], {}, '2020-Q2')).toBe(false)
  const flow = approved([...FLOW], FIRST, corrected)
  approve(flow, 'HP', '2020-Q2', 400, FIRST)
  expect(isRevised(flow, 'A', ['HP'], {}, '2020-Q2')).toBe(true)
})

it('what was restated can be made again from the facts', () => {
  const world = approved([...FLOW], { B: 7 }, FIRST, { ...FIRST, A: { 'sex=female': 4 } })
  const rows = () => world.db.$client.prepare('select * from restatement order by 1, 2, 3, 4, 5, 6').raw().all()
  const before = rows()
  expect(before.length).toBeGreaterThan(0)
  world.db.$client.prepare('delete from restatement').run()
  rebuildRestatements(world.db)
  expect(rows()).toEqual(before)
})

it.each([
  ['read as one', FLOW, true],
  ['read one by one', ['count', 'none', 'sum'] as const, true],
  ['of whom the last value counts', STOCK, false],
])('a value taken back by somebody who was not asked is a restatement of reporters %s: %s %s', (_, rules, revised) => {
  const world = new World().place('HP').place('QN')
  world.indicator('A', { rules: [...rules] }).indicator('B')
  world.assign('A', 'HP', "HP's", '2020-Q2').assign('B', 'HP').assign('A', 'QN')
  approve(world, 'HP', '2020-Q1', 100, { A: 5, B: 1 })
  expect(isRevised(world, 'A', '*')).toBe(false)
  approve(world, 'HP', '2020-Q1', 200, { B: 1 })
  expect(isRevised(world, 'A', '*')).toBe(revised)
  expect(isRevised(world, 'A', ['QN'])).toBe(false)
  expect(isRevised(world, 'A', '*', { asAt: 199 })).toBe(false)
})

describe.each([
  ['a flow', FLOW],
  ['a stock', STOCK],
  ['counts that are not added', ['count', 'none', 'sum'] as const],
])('of one partner %s', (_, rules) => {
  const world = new World()
    .place('HP')
    .place('QN')
    .indicator('A', { rules: [...rules] })
  for (const place of ['HP', 'QN']) for (const partner of ['police', 'nurses']) world.assign('A', place, partner)
  for (const [place, partner, first, then] of [
    ['HP', 'police', 5, 6],
    ['HP', 'nurses', 1, 1],
    ['QN', 'police', 2, 2],
    ['QN', 'nurses', 3, 3],
  ] as const)
    for (const [nth, amount] of [first, then].entries()) {
      const id = world.submission([place, '2020-Q1', partner], { A: amount }, 'approved', nth)
      approveFacts(world.db, { submissionId: id, now: 100 + nth })
    }
  const groups = (['*', 'HP', 'QN'] as const).flatMap((place) =>
    ['police', 'nurses'].map((partner) => ({
      key: `${partner} ${place}`,
      places: place === '*' ? place : [place],
      partner,
    })),
  )
  const answer = world.ask({ groups, spans: [span('2020-Q1')] })

  it('is restated by an earlier value where that counts', () => {
    const later = world.submission(['HP', '2020-Q2', 'police'], { A: 7 }, 'approved', 9)
    approveFacts(world.db, { submissionId: later, now: 300 })
    const whole = world.ask({ groups, spans: [span('2020-Q1', '2020-Q2')] })
    const { flags } = whole.figure('A', 'police HP', '2020-Q1..2020-Q2')
    expect(flags.includes('revised')).toBe(rules !== STOCK)
  })

  it('is restated where a value of its own was, in the places asked for', () => {
    const restated = groups.filter(({ key }) => answer.figure('A', key, '2020-Q1').flags.includes('revised'))
    expect(restated.map(({ key }) => key)).toEqual(['police *', 'police HP'])
  })
})

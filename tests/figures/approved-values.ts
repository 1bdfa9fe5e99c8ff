import { approveFacts } from '../../src/figures/approve.ts'
import fc from '../fast-check.ts'
import { World } from '../support/world.ts'

/*
 * A small project with an indicator of every kind, and values of it to be approved one after the other.
 */

/** Indicators by code: measure, over places, over time. */
const CODES = {
  flow: ['count', 'sum', 'sum'],
  stock: ['count', 'sum', 'latest'],
  unique: ['count', 'none', 'none'],
  ratio: ['ratio', 'sum', 'sum'],
  mean: ['mean', 'sum', 'latest'],
  weighted: ['mean', 'sum', 'sum'],
  median: ['median', 'none', 'latest'],
  stage: ['milestone', 'sum', 'latest'],
} as const
export const PLACES = ['HP', 'HP-1', 'HP-2', 'QN', 'QN-1']
const QUARTERS = ['2019-Q4', '2020-Q1', '2020-Q2', '2020-Q3']

export function worldOf(): World {
  const world = new World()
    .breakdown('sex', ['female', 'male'])
    .breakdown('form', ['labour', 'sexual'])
    .place('HP')
    .place('QN')
    .place('HP-1', { parent: 'HP' })
    .place('HP-2', { parent: 'HP', to: '2020-04-01' })
    .place('QN-1', { parent: 'QN' })
  const schemes = [
    { kind: 'primary' as const, breakdowns: ['sex'] },
    { kind: 'partition' as const, breakdowns: ['form'] },
  ]
  for (const [code, rules] of Object.entries(CODES)) {
    world.indicator(code, {
      rules: [...rules],
      ...(code === 'stage' ? { targetStage: 2 } : {}),
      ...(code === 'flow' || code === 'weighted' ? { schemes } : {}),
      frequency: code === 'stock' ? 'half-yearly' : 'quarterly',
    })
    for (const place of PLACES) world.assign(code, place, `${place}'s`, place === 'QN' ? '2020-Q1' : '2019-Q1')
  }
  return world
}

const number = fc.oneof(
  fc.nat(40),
  fc.nat(4000).map((n) => n / 100),
)
const pair = fc.tuple(number, fc.nat(20))
export const value = fc.record({
  code: fc.constantFrom(...(Object.keys(CODES) as (keyof typeof CODES)[])),
  place: fc.constantFrom(...PLACES),
  quarter: fc.constantFrom(...QUARTERS),
  away: fc.integer({ min: 0, max: 6 }),
  cells: fc.tuple(pair, pair, pair, pair),
})
export type Value = typeof value extends fc.Arbitrary<infer V> ? V : never

export function given({ code, away, cells }: Value) {
  if (away === 0) return 'n/a' as const
  if (away === 1) return 'blank' as const
  const based = CODES[code][0] !== 'count' && code !== 'stage'
  const as = ([amount, base]: [number, number]) =>
    code === 'stage' ? base % 4 : based ? ([amount, base] as [number, number]) : amount
  if (code !== 'flow' && code !== 'weighted') return as(cells[0])
  const [female, male, labour, sexual] = cells.map(as)
  return { 'sex=female': female!, 'sex=male': male!, 'form=labour': labour!, 'form=sexual': sexual! }
}

/** Approves values one submission after the other, as they come: later ones correct earlier ones. */
export function approve(world: World, values: Value[], from = 1): void {
  values.forEach((one, i) => {
    const id = world.submission([one.place, one.quarter], { [one.code]: given(one) }, 'approved')
    approveFacts(world.db, { submissionId: id, now: from + i })
  })
}

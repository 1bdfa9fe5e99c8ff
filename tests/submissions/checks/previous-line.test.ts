import { beforeEach, describe, expect, it } from 'vitest'
import { indicatorsAsAt } from '../../../src/indicators/store.ts'
import { loadPreviousOf } from '../../../src/submissions/checks/previous-load.ts'
import { previousTotal } from '../../../src/submissions/checks/totals.ts'
import { q, World } from '../../support/world.ts'
import { row } from '../entry-form/definitions.ts'

const RULES = {
  flow: ['count', 'sum', 'sum'],
  ratio: ['ratio', 'sum', 'latest'],
  mean: ['mean', 'sum', 'latest'],
  persons: ['count', 'none', 'sum'],
  stage: ['milestone', 'sum', 'latest'],
} as const
const CODES = Object.keys(RULES)

let world: World
beforeEach(() => {
  world = new World('2024-Q1').place('NA').place('HP', { to: '2025-07-01' }).place('HD', { to: '2025-07-01' })
  world.place('new', { from: '2025-07-01' }).succession('HP', 'new', '2025-07-01').succession('HD', 'new', '2025-07-01')
  for (const [code, rules] of Object.entries(RULES))
    world.indicator(code, { rules: [...rules], ...(code === 'stage' ? { targetStage: 1 } : {}) })
})

const assign = (place: string, partner: string, from = '2024-Q1', to?: string) => {
  for (const code of CODES) world.assign(code, place, partner, from, to)
}
const handOver = (from: [partner: string, place: string, from: string], to: [string, string, string]) => {
  const of = ([partner, place, begins]: typeof from) => ({ partner, place, from: begins })
  for (const code of CODES) world.handover(code, of(from), of(to))
}
/** A count, the same with 10 below it, or a stage. */
const give = (place: string, partner: string, quarter: string, value: number) => {
  for (const code of CODES)
    world.fact([code, place, quarter, partner], code === 'ratio' || code === 'mean' ? [value, 10] : value)
}
const NAMES = `insert or ignore into partner_name select id, '2000-01-01', null, 'police', slug, slug from partner`
const last = (partner: string, place: string, quarter: string) => {
  world.run("insert or ignore into partner_kind (code, name_vi, name_en, position) values ('police', '', '', 1)")
  world.run(NAMES)
  return loadPreviousOf(
    world.db,
    { partnerId: world.id(`partner ${partner}`), placeId: world.id(`place ${place}`) },
    q(quarter),
    indicatorsAsAt(world.db),
  )
}
const told = (...of: Parameters<typeof last>) =>
  Object.fromEntries(
    [...last(...of)].map(([code, { quarter, entries, of: whose }]) => [
      code,
      [quarter, entries[0]!.value, entries[0]!.base, whose?.length ?? 'own'],
    ]),
  )

describe('last time, after a hand-over', () => {
  beforeEach(() => {
    assign('NA', 'labour', '2024-Q1', '2024-Q4')
    assign('NA', 'health', '2025-Q1')
    give('NA', 'labour', '2024-Q3', 3)
    give('NA', 'labour', '2024-Q4', 4)
  })

  it('is the predecessor’s until the heir has spoken', () => {
    expect(told('health', 'NA', '2025-Q1')).toEqual({})
    handOver(['labour', 'NA', '2024-Q1'], ['health', 'NA', '2025-Q1'])
    const [q4, q1] = [q('2024-Q4'), q('2025-Q1')]
    expect(told('health', 'NA', '2025-Q1')).toEqual({
      flow: [q4, 4, null, 1],
      ratio: [q4, 4, 10, 1],
      mean: [q4, 4, 10, 1],
      persons: [q4, 4, null, 1],
      stage: [q4, 4, null, 1],
    })
    expect(last('health', 'NA', '2025-Q1').get('flow')!.of).toEqual([
      { partner: { vi: 'labour', en: 'labour' }, place: { vi: 'NA', en: 'NA' } },
    ])
    give('NA', 'health', '2025-Q1', 5)
    expect(told('health', 'NA', '2025-Q2')).toMatchObject({ flow: [q1, 5, null, 'own'], stage: [q1, 5, null, 'own'] })
  })

  it('is none of whom the heir did not take over from, nor what came later than the quarter', () => {
    handOver(['labour', 'NA', '2024-Q1'], ['health', 'NA', '2025-Q1'])
    give('NA', 'court', '2024-Q4', 9)
    give('NA', 'labour', '2025-Q2', 8)
    expect(told('health', 'NA', '2025-Q1')).toMatchObject({ flow: [q('2024-Q4'), 4, null, 1] })
    expect(told('labour', 'NA', '2024-Q4')).toMatchObject({ flow: [q('2024-Q3'), 3, null, 'own'] })
  })

  it('is none while the predecessor is asked beside it', () => {
    assign('HP', 'labour', '2024-Q1')
    assign('HP', 'nurses', '2025-Q1')
    handOver(['labour', 'HP', '2024-Q1'], ['nurses', 'HP', '2025-Q1'])
    give('HP', 'labour', '2024-Q4', 4)
    expect(told('nurses', 'HP', '2025-Q1')).toEqual({})
  })

  it('is none where what was one duty is several now', () => {
    assign('NA', 'nurses', '2025-Q1')
    handOver(['labour', 'NA', '2024-Q1'], ['health', 'NA', '2025-Q1'])
    handOver(['labour', 'NA', '2024-Q1'], ['nurses', 'NA', '2025-Q1'])
    expect(told('health', 'NA', '2025-Q1')).toEqual({})
  })
})

describe('last time, after a merger', () => {
  beforeEach(() => {
    for (const place of ['HP', 'HD', 'new']) assign(place, 'police')
    give('HP', 'police', '2025-Q2', 3)
  })

  it('is what those that were merged had together, where that can be added', () => {
    give('HD', 'police', '2025-Q2', 5)
    const q2 = q('2025-Q2')
    expect(told('police', 'new', '2025-Q3')).toEqual({
      flow: [q2, 8, null, 2],
      ratio: [q2, 8, 20, 2],
      mean: [q2, 4, 20, 2],
    })
    const flow = last('police', 'new', '2025-Q3').get('flow')!
    expect(previousTotal(row('flow', 'count'), flow)).toEqual({ value: 8, base: null })
  })

  it('is none where one of them had not reported', () => {
    expect(told('police', 'new', '2025-Q3')).toEqual({})
    give('HD', 'police', '2025-Q1', 5)
    expect(told('police', 'new', '2025-Q3')).toEqual({})
  })

  it('is that of the only one that was asked', () => {
    world.run('update assignment set known_to = 5 where place_id = ?', world.id('place HD'))
    expect(told('police', 'new', '2025-Q3')).toMatchObject({ flow: [q('2025-Q2'), 3, null, 1] })
  })

  it('goes through places that came between', () => {
    give('HD', 'police', '2025-Q2', 5)
    world.place('newest', { from: '2026-01-01' }).succession('new', 'newest', '2026-01-01')
    world.known('new', { to: '2026-01-01' }, 1)
    assign('newest', 'police')
    expect(told('police', 'newest', '2026-Q1')).toMatchObject({ flow: [q('2025-Q2'), 8, null, 2] })
    give('new', 'police', '2025-Q4', 9)
    expect(told('police', 'newest', '2026-Q1')).toMatchObject({ flow: [q('2025-Q4'), 9, null, 1] })
  })
})

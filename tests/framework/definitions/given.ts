import { expect } from 'vitest'
import { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import { auditTally } from '../../../src/figures/tally/audit-store.ts'
import { staleTallies } from '../../../src/figures/tally/store.ts'
import { redefineIndicator } from '../../../src/framework/definitions/redefine.ts'
import type { Redefinition } from '../../../src/framework/definitions/redefinition.ts'
import { NOW, q, World } from '../../support/world.ts'

export const QUARTERS = ['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4', '2022-Q1', '2022-Q2']
export const text = (one: string) => ({ vi: one, en: one })
/** When definitions are changed in these tests, and once more. */
export const CHANGED = NOW
export const LATER = NOW + 1000

/** Two provinces that gave 1, 2, 3 … women and a man a quarter from 2021-Q1 to 2022-Q2. */
export function twoProvinces(): World {
  const world = new World()
    .breakdown('sex', ['female', 'male', 'not-recorded'])
    .place('HP')
    .place('QN')
    .indicator('A', { schemes: [{ kind: 'primary', breakdowns: ['sex'] }] })
    .assign('A', 'HP')
    .assign('A', 'QN')
  for (const [nth, quarter] of QUARTERS.entries())
    for (const place of ['HP', 'QN']) world.fact(['A', place, quarter], { 'sex=female': nth + 1, 'sex=male': 1 })
  return world
}

export function redefine(
  world: World,
  from: string,
  changes: Redefinition['changes'],
  to: string | null = null,
): ReturnType<typeof redefineIndicator> {
  return redefineIndicator(world.db, null, 'A', { from: q(from), to: to === null ? null : q(to), changes }, CHANGED)
}

/** Summaries say what the facts say, and both workings agree. */
export function expectProved({ db }: World): void {
  expect(staleTallies(db).size).toBe(0)
  expect(auditTally(db)).toEqual([])
  expect(auditFigures(db, LATER).differences.map(String)).toEqual([])
}

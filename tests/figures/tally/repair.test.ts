import { expect, it } from 'vitest'
import { loadPilot } from '../../../fixtures/load.ts'
import { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import { repairTally } from '../../../src/figures/tally/rebuild.ts'
import { staleTallies } from '../../../src/figures/tally/store.ts'
import { emptyDb } from '../../support/database.ts'
import { DEMO_NOW } from '../../support/demo.ts'
import { NOW, World } from '../../support/world.ts'

const flagsOf = (world: World) => world.figure('A', '*', '2020-Q1').flags

it('what was restated by another hand is marked once the program has started', () => {
  const world = new World().place('HP').indicator('A').assign('A', 'HP')
  world.fact(['A', 'HP', '2020-Q1'], 3, { from: 10, to: 20 }).fact(['A', 'HP', '2020-Q1'], 4, { from: 20 })
  expect(flagsOf(world)).toEqual([])
  expect(auditFigures(world.db, NOW).differences.flatMap(({ fields }) => fields)).toContain('flags')
  repairTally(world.db)
  expect(flagsOf(world)).toEqual(['revised'])
  expect(staleTallies(world.db).size).toBe(0)
  expect(auditFigures(world.db, NOW).differences.map(String)).toEqual([])
})

it('nothing is made anew where nothing was written by another hand', () => {
  const world = new World().place('HP').indicator('A').assign('A', 'HP')
  world.fact(['A', 'HP', '2020-Q1'], 3)
  repairTally(world.db)
  world.run('insert into restatement values (1, 8080, 1, 1, 1, 7)')
  repairTally(world.db)
  expect(flagsOf(world)).toEqual(['revised'])
})

it('the pilot says what was restated as soon as it is loaded', () => {
  const db = emptyDb()
  loadPilot(db, { now: DEMO_NOW, passwordHash: () => '' })
  const rows = db.$client.prepare('select count(*) from restatement').pluck().get() as number
  expect(rows).toBeGreaterThan(0)
  db.$client.close()
})

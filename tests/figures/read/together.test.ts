import { expect, it } from 'vitest'
import { ask } from '../../../src/figures/ask.ts'
import type { Question } from '../../../src/figures/question.ts'
import { rebuildTally } from '../../../src/figures/tally/rebuild.ts'
import fc from '../../fast-check.ts'
import { ALL, NOW, span } from '../../support/world.ts'
import { approve, PLACES, value, worldOf } from '../approved-values.ts'

/*
 * Where all places are read as one, what came of them is added up where it is read. Beside groups of single places it is not: the
 * figures of all of them have to be the same, however they were asked for.
 */

const alone: Question = {
  indicators: '*',
  groups: [ALL],
  spans: [span('2020-Q1'), span('2020-Q2'), span('2019-Q4', '2020-Q3')],
}
const beside = (question: Question): Question => ({
  ...question,
  groups: [ALL, ...PLACES.map((place) => ({ key: place, places: [place] }))],
})
const OF_PARTS = { indicators: ['flow', 'weighted'] }
const QUESTIONS: Question[] = [
  alone,
  { ...alone, basis: 'provisional' },
  { ...alone, asAt: 20 },
  { ...alone, ...OF_PARTS, by: ['sex'] },
  { ...alone, ...OF_PARTS, by: ['form'] },
  { ...alone, ...OF_PARTS, only: { sex: 'female' } },
]

it('all places together have the figures that they have beside each of them', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 24 }), (values) => {
      const world = worldOf()
      approve(world, values)
      rebuildTally(world.db)
      for (const question of QUESTIONS) {
        const ofAll = [...ask(world.db, beside(question), NOW)].filter(({ group }) => group === ALL.key)
        expect([...ask(world.db, question, NOW)]).toEqual(ofAll)
      }
      world.db.$client.close()
    }),
    { numRuns: 15 },
  )
})

it('several places together, too, and what came of others is not among it', () => {
  const world = worldOf()
    .fact(['flow', 'HP-1', '2020-Q1'], { 'sex=male': 4, 'sex=female': 3 })
    .fact(['flow', 'HP-2', '2020-Q1'], { 'sex=male': 2 })
    .fact(['flow', 'QN-1', '2020-Q1'], { 'sex=male': 50 })
  rebuildTally(world.db)
  const asked = { ...alone, indicators: ['flow'], groups: [{ key: 'here', places: ['HP-1', 'HP-2'] }], by: ['sex'] }
  const { figure } = ask(world.db, asked, NOW)[Symbol.iterator]().next().value!
  expect([figure.value, figure.coverage]).toEqual([9, [2, 2]])
  expect(ask(world.db, asked, NOW).figure('flow', 'here', '2020-Q1', 'sex=male').value).toBe(6)
})

import { beforeEach, describe, expect, it } from 'vitest'
import { changeBreakdown } from '../../../src/framework/definitions/change-breakdown.ts'
import { endCategory, listCategory } from '../../../src/framework/definitions/change-category.ts'
import { redefineIndicator, retireIndicator } from '../../../src/framework/definitions/redefine.ts'
import { refusalText } from '../../../src/framework/definitions/refusal.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { readTrail } from '../../../src/trail/store.ts'
import { q, type World } from '../../support/world.ts'
import { CHANGED, LATER, redefine as redefineIn, text, twoProvinces } from './given.ts'

let world: World
beforeEach(() => {
  world = twoProvinces()
})
const redefine = (...given: Parameters<typeof redefineIn> extends [World, ...infer Rest] ? Rest : never) =>
  redefineIn(world, ...given)

describe('what is refused', () => {
  const words = { vi: wordsFor('vi'), en: wordsFor('en') }
  it.each<[string, () => ReturnType<typeof redefine>, string, RegExp]>([
    ['an end before the beginning', () => redefine('2022-Q1', {}, '2021-Q4'), 'ends-first', /before it begins/],
    [
      'what does not fit the measure',
      () => redefine('2023-Q1', { measure: 'ratio' }),
      'does-not-fit',
      /“baseUnit” does not fit/,
    ],
    [
      'survey rounds that cover the same quarter',
      () =>
        redefine('2023-Q1', {
          frequency: 'survey',
          rounds: [
            { from: q('2023-Q1'), to: q('2023-Q2'), name: null },
            { from: q('2023-Q2'), to: q('2023-Q2'), name: null },
          ],
        }),
      'does-not-fit',
      /“rounds” does not fit/,
    ],
    [
      'another measure for values that were given',
      () => redefine('2022-Q2', { measure: 'ratio', baseUnit: text('calls') }),
      'other-measure-for-values',
      /Values of Q2 2022 .* another measure/,
    ],
    [
      'no definition for values that were given',
      () => retireIndicator(world.db, null, 'A', q('2021-Q4'), CHANGED),
      'none-for-values',
      /Values of Q1 2022/,
    ],
    [
      'an end of what values are split by before it begins',
      () => changeBreakdown(world.db, null, 'A', { from: q('2023-Q1'), to: q('2022-Q4'), breakdowns: [] }, CHANGED),
      'ends-first',
      /before it begins/,
    ],
    [
      'an end of a category before it begins',
      () =>
        listCategory(
          world.db,
          null,
          { breakdown: 'sex', category: 'intersex' },
          { from: q('2023-Q1'), to: q('2022-Q4'), name: text('x') },
          CHANGED,
        ),
      'ends-first',
      /intersex would end before it begins/,
    ],
    [
      'a retirement before it began',
      () => retireIndicator(world.db, null, 'A', 7959, CHANGED),
      'ends-first',
      /A would end before it begins/,
    ],
    [
      'the last quarter of a category before it was listed',
      () => endCategory(world.db, null, { breakdown: 'sex', category: 'not-recorded' }, 7959, CHANGED),
      'ends-first',
      /not-recorded would end before it begins/,
    ],
    [
      'a category of a breakdown that is not there',
      () =>
        listCategory(
          world.db,
          null,
          { breakdown: 'hair', category: 'red' },
          { from: q('2023-Q1'), to: null, name: text('x') },
          CHANGED,
        ),
      'unknown-breakdown',
      /no breakdown “hair”/,
    ],
    [
      'an indicator that is not there',
      () => redefineIndicator(world.db, null, 'B', { from: q('2022-Q1'), to: null, changes: {} }, CHANGED),
      'unknown-indicator',
      /no indicator B/,
    ],
    [
      'a breakdown that is not there',
      () => changeBreakdown(world.db, null, 'A', { from: q('2023-Q1'), to: null, breakdowns: ['hair'] }, CHANGED),
      'unknown-breakdown',
      /no breakdown “hair”/,
    ],
    [
      'a category that is not there',
      () => endCategory(world.db, null, { breakdown: 'sex', category: 'cat' }, q('2023-Q1'), CHANGED),
      'unknown-category',
      /no category “cat”/,
    ],
    [
      'the end of a category that was given',
      () => endCategory(world.db, null, { breakdown: 'sex', category: 'male' }, q('2021-Q4'), CHANGED),
      'none-for-values',
      /male/,
    ],
  ])('%s', (_, act, code, sentence) => {
    const before = world.db.frameworkVersion()
    const refused = act()
    expect(refused?.code).toBe(code)
    expect(refusalText(refused!, words.en)).toMatch(sentence)
    expect(refusalText(refused!, words.vi)).not.toMatch(/\{\{|undefined/)
    expect(world.db.frameworkVersion()).toBe(before)
    expect(readTrail(world.db, {}, 10)).toEqual([])
  })

  it('twice to be retired', () => {
    expect(retireIndicator(world.db, null, 'A', q('2022-Q2'), CHANGED)).toBeNull()
    expect(retireIndicator(world.db, null, 'A', q('2022-Q2'), LATER)).toMatchObject({ code: 'not-in-use' })
  })
})

describe('the trail', () => {
  it('says what was changed from when', () => {
    redefine('2022-Q1', { overTime: 'latest' })
    retireIndicator(world.db, null, 'A', q('2022-Q4'), LATER)
    listCategory(
      world.db,
      null,
      { breakdown: 'sex', category: 'intersex' },
      { from: q('2022-Q1'), to: null, name: text('x') },
      LATER,
    )
    endCategory(world.db, null, { breakdown: 'sex', category: 'intersex' }, q('2022-Q4'), LATER + 1)
    expect(readTrail(world.db, {}, 10).map(({ verb, subjectId, detail }) => [verb, subjectId, detail])).toEqual([
      ['breakdown.category-ended', 'sex', { category: 'intersex', last: '2022-Q4' }],
      ['breakdown.category-listed', 'sex', { category: 'intersex', from: '2022-Q1', to: null }],
      ['indicator.retired', 'A', { last: '2022-Q4' }],
      ['indicator.redefined', 'A', { from: '2022-Q1', to: null, changes: ['overTime'] }],
    ])
  })
})

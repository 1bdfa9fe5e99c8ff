import { expect, it } from 'vitest'
import type { Question } from '../../src/figures/question.ts'
import { UNSPLIT } from '../../src/figures/split.ts'
import { span, World } from '../support/world.ts'

/** Age under 16 or not until the middle of 2020, under 18 or not from then on. */
function changing(): World {
  return new World()
    .breakdown('age-16', ['under-16', 'over-16'])
    .breakdown('age-18', ['under-18', 'over-18'])
    .place('HP')
    .place('QN')
    .indicator('A', {
      schemes: [
        { kind: 'primary', breakdowns: ['age-16'], to: '2020-Q2' },
        { kind: 'primary', breakdowns: ['age-18'], from: '2020-Q3' },
      ],
    })
    .assign('A', 'HP')
    .assign('A', 'QN')
    .fact(['A', 'HP', '2020-Q2'], { 'age-16=under-16': 1, 'age-16=over-16': 2 })
    .fact(['A', 'QN', '2020-Q2'], { 'age-16=under-16': 4, 'age-16=over-16': 0 })
    .fact(['A', 'HP', '2020-Q3'], { 'age-18=under-18': 5, 'age-18=over-18': 6 })
    .fact(['A', 'HP', '2020-Q4'], { 'age-18=under-18': 7, 'age-18=over-18': 8 })
}
const QUARTERS = ['2020-Q2', '2020-Q3', '2020-Q4'].map((code) => span(code))

function along(by: string, cell: string, question: Partial<Question> = {}) {
  const answer = changing().ask({ spans: QUARTERS, by: [by], ...question })
  return QUARTERS.map(({ key }) => {
    const { state, value, coverage, flags } = answer.figure('A', '*', key, cell)
    return [state, value, coverage.join(), flags.join()]
  })
}

it('nobody is asked for a category in a quarter under a breakdown without it', () => {
  expect(along('age-16', 'age-16=under-16')).toEqual([
    ['reported', 5, '2,2', ''],
    ['not due', null, '0,0', ''],
    ['not due', null, '0,0', ''],
  ])
})

it('nobody is asked for undivided values in a quarter that has the categories, and a report still missing stays missing', () => {
  expect(along('age-18', UNSPLIT)).toEqual([
    ['reported', 7, '2,2', ''],
    ['not due', null, '0,0', ''],
    ['not due', null, '0,0', ''],
  ])
  expect(along('age-18', 'age-18=under-18')).toEqual([
    ['not due', null, '0,0', ''],
    ['reported', 5, '1,2', 'partial,break'],
    ['reported', 7, '1,2', 'partial'],
  ])
})

it('the first quarter under another breakdown is a break of each of its categories, not of the total', () => {
  expect(along('age-16', UNSPLIT).map(([, value, , flags]) => [value, flags])).toEqual([
    [null, ''],
    [11, 'partial,break'],
    [15, 'partial'],
  ])
  expect(along('age-18', '').map(([, value, , flags]) => [value, flags])).toEqual([
    [7, ''],
    [11, 'partial'],
    [15, 'partial'],
  ])
})

it('a span across the change is a break, and still says on how many reports it rests', () => {
  const whole = { ...span('2020-Q2', '2020-Q4'), key: 'whole' }
  const answer = changing().ask({ spans: [whole], by: ['age-16'] })
  expect(answer.figure('A', '*', 'whole', 'age-16=under-16')).toMatchObject({
    value: 5,
    coverage: [2, 6],
    flags: ['partial', 'break'],
  })
  expect(answer.figure('A', '*', 'whole')).toMatchObject({ value: 33, flags: ['partial', 'break'] })
})

it('one category alone is refused in a span without it, and not due in one of several spans', () => {
  const only = { 'age-16': 'under-16' }
  expect(() => changing().ask({ spans: [span('2020-Q3')], only })).toThrowError('category-of-old-scheme')
  const answer = changing().ask({ spans: QUARTERS, only })
  expect(answer.figure('A', '*', '2020-Q2').value).toBe(5)
  expect(answer.figure('A', '*', '2020-Q3').state).toBe('not due')
})

it('what lies before the first breakdown is no break', () => {
  const world = new World()
    .breakdown('sex', ['female', 'male'])
    .place('HP')
    .indicator('A', { schemes: [{ kind: 'primary', breakdowns: ['sex'], from: '2020-Q2' }] })
    .assign('A', 'HP')
    .fact(['A', 'HP', '2020-Q2'], { 'sex=female': 1, 'sex=male': 2 })
  const answer = world.ask({ spans: [span('2020-Q2')], by: ['sex'] })
  expect(answer.figure('A', '*', '2020-Q2', 'sex=female')).toMatchObject({ value: 1, flags: [] })
})

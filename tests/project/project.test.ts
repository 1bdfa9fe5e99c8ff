import { expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { lastOver, projectSpan, quartersSoFar, spanOf } from '../../src/project/project.ts'

const project = { firstQuarter: quarterOf(2020, 2), lastQuarter: quarterOf(2021, 3) }
const on = (day: string) => Date.parse(`${day}T09:00:00+07:00`)

it('a project runs from its first quarter to its last', () => {
  const span = { from: project.firstQuarter, to: project.lastQuarter }
  expect(spanOf(project)).toEqual(span)
  expect(projectSpan(project)).toEqual(span)
  expect(spanOf(null)).toBeNull()
})

it.each([
  ['2020-03-31', null],
  ['2020-04-01', project.firstQuarter],
  ['2020-12-31', quarterOf(2020, 4)],
  ['2021-09-30', project.lastQuarter],
  ['2030-01-01', project.lastQuarter],
])('on %s it has had the quarters up to %s, the running one included', (day, to) => {
  expect(quartersSoFar(project, on(day))).toEqual(to && { from: project.firstQuarter, to })
})

it('no project has had no quarters', () => {
  expect(quartersSoFar(null, on('2021-01-01'))).toBeNull()
})

it.each([
  ['2020-04-15', quarterOf(2020, 2)],
  ['2020-07-01', quarterOf(2020, 2)],
  ['2020-12-31', quarterOf(2020, 3)],
  ['2021-10-01', quarterOf(2021, 3)],
  ['2030-01-01', quarterOf(2021, 3)],
])('on %s the last quarter that is over is one of its own, if none is yet the first', (day, last) => {
  expect(lastOver(projectSpan(project), on(day))).toBe(last)
})

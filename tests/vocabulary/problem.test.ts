import { expect, it } from 'vitest'
import { problemNamed } from '../../src/vocabulary/programs/problem.ts'

it.each([
  [400, 'bad-request'],
  [404, 'not-found'],
  [422, 'no-answer'],
  [500, 'fault'],
  [503, 'not-now'],
  [418, 'bad-request'],
  [499, 'bad-request'],
  [501, 'fault'],
])('a program is told of status %i as %s', (status, name) => {
  expect(problemNamed(status)).toBe(name)
})

import { expect, it } from 'vitest'
import { paceOf } from '../../src/targets/pace.ts'
import { columnsOf, truthRows } from './truth.ts'

it.each(truthRows())('$about: $line', ({ pacing, expected }) => {
  expect(columnsOf(paceOf(pacing))).toEqual(expected)
})

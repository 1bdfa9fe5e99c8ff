import { expect, it } from 'vitest'
import { quarterCode } from '../../src/calendar/quarter.ts'
import { paceOf } from '../../src/targets/pace.ts'
import { columnsOf, truthRows } from './truth.ts'

it.each(truthRows())('$about: $line', ({ pacing, expected }) => {
  expect(columnsOf(paceOf(pacing))).toEqual(expected)
})

it.each([
  [
    'of the project where a stage has no target',
    '3 | to 2021-Q2 | 3 by 2021-Q2 target | – | green | 3',
    '2019-Q1',
    '2021-Q4',
  ],
  [
    'of a target to come that is reached already',
    '0 | to 2019-Q4 | 0 by 2019-Q4 target | – | green | 0',
    '2019-Q1',
    '2021-Q4',
  ],
  ['of the target that was due last', '2 | to 2020-Q4 | 2 by 2020-Q4 target | – | green | 2', '2020-Q3', '2020-Q4'],
] as const)('what is planned says of which span it is: %s', (_, line, from, to) => {
  const row = truthRows().find((one) => one.line === line)!
  const { of } = paceOf(row.pacing).progress!.plan!
  expect([of.from, of.to].map(quarterCode)).toEqual([from, to])
})

import { expect, test } from 'vitest'
import { type Atom, atomName } from '../../../src/disclosure/atoms.ts'
import { restatedPairs } from '../../../src/disclosure/earlier/versions.ts'

const atom: Atom = {
  indicatorId: 31,
  part: 'amount',
  placeId: 2,
  partnerId: 7,
  quarter: 8084,
  approvedFrom: 900,
  cell: 'sex=female',
}
const named = (over: Partial<Atom>) => atomName({ ...atom, ...over })

test('versions of one value are corrected one by the next, whatever order they are met in', () => {
  const [first, second, third] = [named({}), named({ approvedFrom: 1_000 }), named({ approvedFrom: 20_000 })]
  expect(restatedPairs([third, first, second])).toEqual([
    [first, second],
    [second, third],
  ])
})

test('another place, partner, quarter, cell, part or indicator is another value', () => {
  const others = [
    named({ placeId: 3, approvedFrom: 901 }),
    named({ partnerId: 8, approvedFrom: 902 }),
    named({ quarter: 8085, approvedFrom: 903 }),
    named({ cell: '', approvedFrom: 904 }),
    named({ part: 'n', approvedFrom: 905 }),
    named({ indicatorId: 32, approvedFrom: 906 }),
  ]
  expect(restatedPairs([named({}), ...others])).toEqual([])
})

test('what is no name of a value has no versions', () => {
  expect(restatedPairs(['rest|31|amount|2', 'rest|31|amount|2', 'x'])).toEqual([])
})

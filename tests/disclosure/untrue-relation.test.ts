import { expect, it } from 'vitest'
import { parseUntrueRelation, untrueRelationName } from '../../src/disclosure/untrue-relation.ts'

const reports = Array.from({ length: 7 }, (_, at) => ({ partnerId: 1, placeId: at, quarter: 8080 + at }))
const relation = { indicator: 'V6', counted: 'V3' }

it('a relation that does not hold is named with five of the reports where it does not, and how many more there are', () => {
  expect(untrueRelationName({ ...relation, reports: reports.slice(0, 2) })).toBe('V6|V3|1,0,8080;1,1,8081|0')
  expect(parseUntrueRelation('V6|V3|1,0,8080;1,1,8081|0')).toEqual({
    ...relation,
    reports: reports.slice(0, 2),
    more: 0,
  })
  const all = untrueRelationName({ ...relation, reports })
  expect(parseUntrueRelation(all)).toEqual({ ...relation, reports: reports.slice(0, 5), more: 2 })
})

it.each(['', 'V6', 'V6|project|2021-Q1||amount', 'V6|V3||0', 'V6|V3|1,2|0', 'V6|V3|1,2,3|', 'V6|V3|1,2,3;|0'])(
  'what is no such name is none: %s',
  (name) => {
    expect(parseUntrueRelation(name)).toBeNull()
  },
)

import { expect, it } from 'vitest'
import { parseUntrueRelations, untrueRelationNames } from '../../src/disclosure/untrue-relation.ts'

const reports = Array.from({ length: 7 }, (_, at) => ({ partnerId: 1, placeId: at, quarter: 8080 + at }))
const relation = { indicator: 'V6', counted: 'V3' }

it('a relation that does not hold is named with five of the reports where it does not, and how many more there are', () => {
  expect(untrueRelationNames([{ ...relation, reports: reports.slice(0, 2) }])).toBe('V6|V3|1,0,8080;1,1,8081|0')
  expect(parseUntrueRelations('V6|V3|1,0,8080;1,1,8081|0')).toEqual([
    { ...relation, reports: reports.slice(0, 2), more: 0 },
  ])
  const all = untrueRelationNames([{ ...relation, reports }])
  expect(parseUntrueRelations(all)).toEqual([{ ...relation, reports: reports.slice(0, 5), more: 2 }])
})

it('several are named at once', () => {
  const other = { indicator: 'J2', counted: 'J1', reports: reports.slice(6) }
  const names = untrueRelationNames([{ ...relation, reports: reports.slice(0, 1) }, other])
  expect(names).toBe('V6|V3|1,0,8080|0\nJ2|J1|1,6,8086|0')
  expect(parseUntrueRelations(names)).toEqual([
    { ...relation, reports: reports.slice(0, 1), more: 0 },
    { ...other, more: 0 },
  ])
})

it('numbers may have any digits', () => {
  expect(parseUntrueRelations('V16|V13|12,34,8085;56,78,8086|10')).toEqual([
    {
      ...{ indicator: 'V16', counted: 'V13', more: 10 },
      reports: [
        { partnerId: 12, placeId: 34, quarter: 8085 },
        { partnerId: 56, placeId: 78, quarter: 8086 },
      ],
    },
  ])
})

it.each([
  '',
  'V6',
  'V6|project|2021-Q1||amount',
  'V6|V3||0',
  'V6|V3|1,2|0',
  'V6|V3|1,2,3|',
  'V6|V3|1,2,3;|0',
  'x|V6|V3|1,2,3|0',
  'V6|V3|1,2,3|0x',
  'V6|V3|1,2,3|0\nV6',
])('what is no such name is none: %s', (name) => {
  expect(parseUntrueRelations(name)).toBeNull()
})

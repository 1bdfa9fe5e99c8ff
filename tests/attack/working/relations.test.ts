import { expect, it } from 'vitest'
import { SystemBuilder } from '../../../src/attack/working/builder.ts'
import type { Composition } from '../../../src/attack/working/composition.ts'
import type { KnownCount } from '../../../src/attack/working/known-count.ts'
import { leavesOf, placesTold } from '../../../src/attack/working/leaves.ts'
import type { Located } from '../../../src/attack/working/located.ts'
import { addRelation } from '../../../src/attack/working/relations.ts'
import { q } from '../../support/small-project.ts'
import { count } from './given.ts'

const Q1 = q('2021-Q1')

/** What is said of a ratio's bases and of the counts of another indicator, by the names of what is summed. */
function said(
  under: KnownCount[],
  over: KnownCount[],
  time: [Composition['time'], Composition['time']] = ['quarters', 'quarters'],
) {
  const builder = new SystemBuilder(1e7)
  const names: string[] = []
  const located = (facts: KnownCount[], of: Composition['time']): Located => {
    const shape: Composition = {
      time: of,
      places: 'all',
      leavesOut: new Set(),
      divisions: new Map(),
      placesThen: (_, place) => [place],
    }
    const told = placesTold(facts, shape)
    const columnsFor = (leaves: Iterable<string>, report: number) =>
      Array.from(leaves, (leaf) => {
        const column = builder.column(`${leaf}@${report}`)
        names[column] = `${leaf.split('|').slice(1, 3).join(' ')} ${Number(leaf.split('|').at(-1)) - Q1 + 1}@${report}`
        return column
      })
    return { facts, shape, told, leavesOf: (fact) => leavesOf(fact, shape, told), columnsFor }
  }
  addRelation(builder, located(under, time[0]), located(over, time[1]))
  return builder.rows.map(({ columns, weights }) =>
    columns.map((column, at) => `${weights[at]! > 0 ? '+' : '-'} ${names[column]}`).join(' '),
  )
}
const ratio = (more: Parameters<typeof count>[1] = {}) =>
  count(9, { indicator: 'V6', part: 'denominator', span: '2021-Q1', ...more })
const counted = (more: Parameters<typeof count>[1] = {}) => count(9, { span: '2021-Q1', ...more })

it('place by place where both are told by the same places, in whatever order', () => {
  const places = (make: typeof counted, ...named: string[]) => named.map((place) => make({ place }))
  expect(said(places(ratio, 'A', 'B'), places(counted, 'B', 'A'))).toEqual([
    '+ numerator A 1@0 + complement A 1@0 - amount A 1@0',
    '+ numerator B 1@0 + complement B 1@0 - amount B 1@0',
  ])
})

it.each([
  [['A', 'B'], ['A']],
  [['A'], ['A', 'B']],
  [
    ['A', 'B'],
    ['A', 'C'],
  ],
])('all together where the one is told by %j and the other by %j', (own, others) => {
  const sum = (sign: string, part: string, places: string[]) => places.map((place) => `${sign} ${part} ${place} 1@0`)
  expect(
    said(
      own.map((place) => ratio({ place })),
      others.map((place) => counted({ place })),
    ),
  ).toEqual([[...sum('+', 'numerator', own), ...sum('+', 'complement', own), ...sum('-', 'amount', others)].join(' ')])
})

it('where neither is told by places, everywhere; each quarter and each report by itself', () => {
  const half = '2021-Q1..2021-Q2'
  expect(
    said([ratio({ span: half }), ratio({ report: 1 })], [counted({ span: half }), counted({ report: 1 })]),
  ).toEqual([
    '+ numerator * 1@0 + complement * 1@0 - amount * 1@0',
    '+ numerator * 2@0 + complement * 2@0 - amount * 2@0',
    '+ numerator * 1@1 + complement * 1@1 - amount * 1@1',
  ])
})

it('nothing of quarters and reports that only one of them tells', () => {
  expect(said([ratio()], [counted({ span: '2021-Q2' })])).toEqual([])
  expect(said([ratio()], [counted({ report: 1 })])).toEqual([])
  expect(said([ratio({ part: 'n' })], [counted()])).toEqual(['+ n * 1@0 - amount * 1@0'])
})

it.each<[Composition['time'], Composition['time']]>([
  ['end', 'quarters'],
  ['quarters', 'span'],
  ['end', 'end'],
])('nothing of what is not added over time: %s, %s', (one, other) => {
  expect(said([ratio()], [counted()], [one, other])).toEqual([])
})

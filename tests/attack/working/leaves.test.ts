import { describe, expect, it } from 'vitest'
import type { Composition } from '../../../src/attack/working/composition.ts'
import type { KnownCount } from '../../../src/attack/working/known-count.ts'
import { categoryAt, leavesOf, placesTold, undividedAt } from '../../../src/attack/working/leaves.ts'
import { q } from '../../support/small-project.ts'
import { count } from './given.ts'

const [Q1, Q2] = [q('2021-Q1'), q('2021-Q2')]
const HALF = '2021-Q1..2021-Q2'
const shape = (more: Partial<Composition> = {}): Composition => ({
  ...{ time: 'quarters', places: 'all', divisions: new Map(), leavesOut: new Set<number>() },
  placesThen: (_, place, time) => (place === 'New' && time === `${Q1}` ? ['Old', 'Older'] : [place]),
  ...more,
})
const at = (place: string, more: Parameters<typeof count>[1] = {}) => count(1, { place, span: '2021-Q1', ...more })
const whole = (more: Parameters<typeof count>[1] = {}) => count(9, { span: '2021-Q1', ...more })
const leaves = (fact: KnownCount, facts: KnownCount[] = [], of = shape()) => leavesOf(fact, of, placesTold(facts, of))

describe('which places are told apart', () => {
  it('is by report and time, and by the places of that time', () => {
    const facts = [whole(), at('A'), at('B', { span: HALF }), at('New', { report: 2, span: HALF })]
    const told = placesTold(facts, shape())
    const plain = [...told].map(([report, times]) => [report, [...times].map(([time, names]) => [time, [...names]])])
    expect(plain).toEqual([
      [
        0,
        [
          [`${Q1}`, ['A', 'B']],
          [`${Q2}`, ['B']],
        ],
      ],
      [
        2,
        [
          [`${Q1}`, ['Old', 'Older']],
          [`${Q2}`, ['New']],
        ],
      ],
    ])
  })
})

describe('the finest counts that a figure is the sum of', () => {
  it('are those of a place, quarter by quarter, by the places of that time', () => {
    expect(leaves(at('A'))).toEqual([`V3|amount|A|||${Q1}`])
    expect(leaves(at('New', { span: HALF }))).toEqual([
      `V3|amount|Old|||${Q1}`,
      `V3|amount|Older|||${Q1}`,
      `V3|amount|New|||${Q2}`,
    ])
  })

  it('are both sides of a denominator', () => {
    expect(leaves(at('A', { part: 'denominator' }))).toEqual([`V3|numerator|A|||${Q1}`, `V3|complement|A|||${Q1}`])
  })

  it('are a category everywhere, or of its place', () => {
    const female = { breakdown: 'Sex', category: 'F' }
    expect(leaves(whole(female), [at('A')])).toEqual([`V3|amount|*|Sex|F|${Q1}`])
    expect(leaves(at('A', female))).toEqual([`V3|amount|A|Sex|F|${Q1}`])
  })

  it.each<[string, KnownCount[], Partial<Composition>, string[]]>([
    ['where no places are told apart', [], {}, ['*']],
    ['where they are told in another quarter', [at('A', { span: '2021-Q2' })], {}, ['*']],
    ['where they make it up', [at('A'), at('B')], {}, ['A', 'B']],
    ['where they are part of it', [at('A'), at('B')], { places: 'part' }, ['A', 'B', '+']],
    ['where they are not added', [at('A'), at('B')], { places: 'apart' }, ['*']],
    [
      'where other reports tell them, as the last of those does',
      [at('A', { report: 1 }), at('B', { report: 2 })],
      {},
      ['B'],
    ],
    ['where its own and another one do', [at('A'), at('B', { report: 2 })], {}, ['A']],
    [
      'where the last report tells none of that quarter',
      [at('A', { report: 1 }), at('B', { report: 2, span: '2021-Q2' })],
      {},
      ['A'],
    ],
    ['which are not all, where it leaves out what it hides', [at('A')], { leavesOut: new Set([0]) }, ['+', 'A']],
    ['which are not all for two reasons', [at('A')], { leavesOut: new Set([0]), places: 'part' }, ['+', 'A']],
    ['which are all, whatever another one leaves out', [at('A')], { leavesOut: new Set([1]) }, ['A']],
  ])('are of the project: %s', (_, facts, more, places) => {
    expect(leaves(whole(), facts, shape(more))).toEqual(places.map((place) => `V3|amount|${place}|||${Q1}`))
  })
})

it('a category stands for everywhere, the undivided count beside it for each place that is told', () => {
  const female = whole({ breakdown: 'Sex', category: 'F' })
  expect(categoryAt(female, 'amount', `${Q1}`)).toBe(`V3|amount|*|Sex|F|${Q1}`)
  const told = placesTold([at('A'), at('B')], shape())
  expect([...undividedAt(female, 'amount', `${Q1}`, shape(), told)]).toEqual([
    ['A', `V3|amount|A|||${Q1}`],
    ['B', `V3|amount|B|||${Q1}`],
  ])
  expect([...undividedAt(at('A'), 'n', `${Q2}`, shape(), told)]).toEqual([['*', `V3|n|*|||${Q2}`]])
})

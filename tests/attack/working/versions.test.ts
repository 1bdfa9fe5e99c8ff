import { describe, expect, it } from 'vitest'
import type { KnownCount } from '../../../src/attack/working/known-count.ts'
import { versionsIn } from '../../../src/attack/working/versions.ts'
import { count, reportOf } from './given.ts'

type More = Parameters<typeof count>[1]
const located = {
  leavesOf: ({ place, category }: KnownCount) => [category ?? place ?? 'all'],
  timesOf: ({ span }: KnownCount) => [String(span.to)],
}

/** Which version of each leaf the last of some reports has. */
function last(leaves: string[], facts: KnownCount[], untold: (string[] | null)[] = [null, null]): number[] {
  const reports = untold.map((codes) => reportOf({ untold: new Set(codes ?? []) }))
  const version = versionsIn(facts, located, reports, 'V3')
  return leaves.map((leaf) => version(leaf, reports.length - 1))
}
const at = (report: number, shown: number | null, more: More = {}) => count(shown, { report, ...more })
const female = { breakdown: 'Sex', category: 'F' }

describe('what a later report counts', () => {
  it.each<[string, KnownCount[], number]>([
    ['is the same where both show it alike', [at(0, 20), at(1, 20)], 0],
    ['is another where it has changed', [at(0, 20), at(1, 21)], 1],
    ['is the same where it is hidden in both', [at(0, null), at(1, null)], 0],
    ['is the same where it is hidden in the later', [at(0, 20), at(1, null)], 0],
    ['is another where it was absent', [at(0, 0, { absent: true }), at(1, null)], 1],
    ['is another where it is absent', [at(0, null), at(1, 0, { absent: true })], 1],
    ['is another where it alone is told', [at(1, 20)], 1],
    ['is the same where nothing says that it has changed', [at(0, 20, { span: '2020-Q4' }), at(1, 20)], 0],
  ])('%s', (_, facts, version) => {
    expect(last(['all'], facts)).toEqual([version])
  })

  it.each<[string, More, More, number]>([
    [
      'others had reported',
      { sources: { coverage: '3/4', values: null } },
      { sources: { coverage: '4/4', values: null } },
      1,
    ],
    ['as many had', { sources: { coverage: '3/4', values: null } }, { sources: { coverage: '3/4', values: null } }, 0],
    ['it is not said who had before', {}, { sources: { coverage: '3/4', values: null } }, 0],
    ['it is not said who has now', { sources: { coverage: '3/4', values: null } }, {}, 0],
    [
      'values are of other quarters',
      { sources: { coverage: null, values: 'a' } },
      { sources: { coverage: null, values: 'b' } },
      1,
    ],
    [
      'values are of the same ones',
      { sources: { coverage: null, values: 'a' } },
      { sources: { coverage: null, values: 'a' } },
      0,
    ],
  ])('is another or the same, hidden in both, where %s', (_, before, now, version) => {
    expect(last(['all'], [at(0, null, before), at(1, null, now)])).toEqual([version])
  })

  it('is another where its report says that its indicator has more changes than it tells', () => {
    const facts = [at(0, null), at(1, null)]
    expect(last(['all'], facts, [null, ['V3']])).toEqual([1])
    expect(last(['all'], facts, [['V3'], null])).toEqual([0])
    expect(last(['all'], facts, [null, ['V4']])).toEqual([0])
    expect(last(['all'], [at(0, 20), at(1, 20)], [null, ['V3']])).toEqual([0])
  })

  it('is another where a report between them said so, and that of the last that is alike', () => {
    const facts = [at(0, null), at(2, null)]
    expect(last(['all'], facts, [null, ['V3'], null])).toEqual([2])
    expect(last(['all'], facts, [null, null, null])).toEqual([0])
    expect(last(['all'], [at(0, 20), at(1, 25), at(2, 20)], [null, null, null])).toEqual([0])
    expect(last(['all'], [at(0, 20), at(1, 25), at(2, null)], [null, null, null])).toEqual([1])
  })

  it('is another of every category of a time at which the undivided count has changed', () => {
    const categories = [at(0, null, female), at(1, null, female)]
    expect(last(['F', 'all'], [at(0, 20), at(1, 21), ...categories])).toEqual([1, 1])
    expect(last(['F'], [at(0, 20), at(1, 20), ...categories])).toEqual([0])
    expect(last(['F'], [at(0, 20, { span: '2020-Q4' }), at(1, 21, { span: '2020-Q4' }), ...categories])).toEqual([0])
    expect(last(['A'], [at(0, 20), at(1, 21), at(0, null, { place: 'A' }), at(1, null, { place: 'A' })])).toEqual([0])
  })

  it('is told apart by what it is made of: other leaves stay as they were', () => {
    const facts = [at(0, 20), at(1, 21), at(0, 7, { place: 'A' }), at(1, 7, { place: 'A' })]
    expect(last(['all', 'A', 'never'], facts)).toEqual([1, 0, 1])
  })
})

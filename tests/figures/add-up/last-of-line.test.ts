import { describe, expect, it } from 'vitest'
import { addUp } from '../../../src/figures/add-up/add-up.ts'
import type { ReporterSum } from '../../../src/figures/add-up/reporter-sum.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import type { Rules } from '../../../src/indicators/indicator.ts'
import { away, part, rules } from './parts.ts'

const flow = rules('count', 'sum', 'sum')
const stock = rules('count', 'sum', 'latest')
const milestone = rules('milestone', 'sum', 'latest', 3)

/** Lines of reporting: who took over from whom, told by the names of the parts. */
describe('the last of each line', () => {
  const named = (reporter: string, value: number | null, more: Partial<ReporterSum> = {}) =>
    part(value, 0, { reporter, ...more })
  const gone = { lastDue: 8079, latest: 8079 }
  const distinct = rules('count', 'none', 'latest')
  const one = new Map([['a', ['b']]])
  const two = new Map([
    ['a', ['c']],
    ['b', ['c']],
  ])
  const split = new Map([['a', ['b', 'c']]])
  const lines: [string, Rules, ReporterSum[], Map<string, string[]>, Partial<Figure>][] = [
    [
      'a predecessor stands in for its heir, once',
      stock,
      [named('a', 5, gone), named('b', null)],
      one,
      { value: 5, coverage: [1, 1], flags: ['carried'] },
    ],
    [
      'a stage that stands in is a stage',
      milestone,
      [named('a', 4, gone), named('b', null)],
      one,
      { value: 4, coverage: [1, 1], flags: ['carried'] },
    ],
    [
      'two stages that stand in are two, beside one that is missing three',
      milestone,
      [named('a', 4, gone), named('b', 1, gone), named('c', null), named('d', null)],
      two,
      { value: 1, of: 3, coverage: [1, 2], flags: ['partial', 'carried'] },
    ],
    [
      'a line to which nothing applies leaves',
      stock,
      [named('a', 5), away({ reporter: 'b' })],
      new Map(),
      { value: 5, coverage: [1, 1], flags: [] },
    ],
    [
      'one line where none add',
      distinct,
      [named('a', 5, gone), named('b', 6)],
      one,
      { value: 6, coverage: [1, 1], flags: [] },
    ],
    [
      'one predecessor of one heir where none add',
      distinct,
      [named('a', 5, gone), named('b', null)],
      one,
      { value: 5, coverage: [1, 1], flags: ['carried'] },
    ],
    [
      'two predecessors where none add: no total, and nothing of it is called carried',
      distinct,
      [named('a', 5, gone), named('b', 7, gone), named('c', null)],
      two,
      { state: 'not additive', why: 'reporters', value: null, coverage: [1, 1], flags: [] },
    ],
    [
      'two heirs of one predecessor where none add',
      distinct,
      [named('a', 5, gone), named('b', null), named('c', null)],
      split,
      { state: 'not additive', why: 'reporters', value: null, coverage: [2, 2], flags: [] },
    ],
    [
      'who left is said of a figure that has no number too',
      stock,
      [named('a', 5, gone), named('b', null)],
      new Map(),
      { state: 'not reported', value: null, coverage: [0, 1], flags: ['partial', 'ended'] },
    ],
    [
      'what is provisional is what counts',
      stock,
      [named('a', 5, { ...gone, provisional: true }), named('b', 6)],
      one,
      { value: 6, coverage: [1, 1], flags: [] },
    ],
    [
      'what stands in is provisional',
      stock,
      [named('a', 5, { ...gone, provisional: true }), named('b', null), named('d', 2)],
      one,
      { value: 7, coverage: [2, 2], flags: ['carried', 'provisional'] },
    ],
    [
      'a predecessor that was joined breaks the series though it does not count',
      stock,
      [named('a', 5, { ...gone, joined: true }), named('b', 6)],
      one,
      { value: 6, coverage: [1, 1], flags: ['break'] },
    ],
  ]
  it.each(lines)('%s', (_, given, parts, of, figure) => {
    expect(addUp(given, parts, {}, of)).toEqual({ state: 'reported', ...figure })
  })

  it('is nothing to a flow: one of two that is provisional makes it so', () => {
    const parts = [named('a', 5, { ...gone, provisional: true }), named('b', 6)]
    expect(addUp(flow, parts, {}, one)).toEqual({
      state: 'reported',
      value: 11,
      coverage: [2, 2],
      flags: ['provisional'],
    })
  })
})

import { describe, expect, it } from 'vitest'
import type { EarlierCell, SuppressionCell } from '../../src/suppression/problem.ts'
import { rowsOf, type SumRow } from '../../src/suppression/rows.ts'

/** Small, large, nobody, the largest that is small, the smallest that is not. */
const COUNTS = { a: 3, b: 7, c: 0, d: 4, e: 5 }
const NAMES = Object.keys(COUNTS)

function rows(cells: readonly SuppressionCell[], earlier: readonly EarlierCell[] = []): SumRow[] {
  const positions = (sum: readonly string[]) => Int32Array.from(sum, (name) => NAMES.indexOf(name)).sort()
  return rowsOf({ threshold: 5, atoms: COUNTS, cells, earlier }, positions, Object.values(COUNTS))
}

const idsOf = (list: readonly SumRow[]) => list.map(({ ids }) => ids.join())
const cell = (sum: string, more: Partial<SuppressionCell> = {}): SuppressionCell => ({
  id: sum,
  sum: [...sum],
  ...more,
})
const published = (sum: string, shown: number | null, more: Partial<EarlierCell> = {}): EarlierCell => ({
  sum: [...sum],
  shown,
  ...more,
})

/** What one sum is, by what is published of it now and what was. */
const STATES: [string, SuppressionCell[], EarlierCell[], (keyof SumRow)[]][] = [
  ['a small count', [cell('a')], [], ['present', 'primary', 'suppressed', 'sensitive']],
  ['the largest that is small', [cell('d')], [], ['present', 'primary', 'suppressed', 'sensitive']],
  ['the smallest that is not', [cell('e')], [], ['present', 'candidate']],
  ['a large count', [cell('b')], [], ['present', 'candidate']],
  ['nobody', [cell('c')], [], ['present', 'known']],
  ['a small count that is not sensitive', [cell('a', { sensitive: false })], [], ['present', 'open', 'candidate']],
  [
    'a small count of which one of two cells is sensitive',
    [cell('a', { sensitive: false }), cell('a', { id: 'again' })],
    [],
    ['present', 'primary', 'suppressed', 'sensitive'],
  ],
  ['what must be shown', [cell('b', { suppressible: false })], [], ['present', 'known']],
  [
    'what must be shown, and is small but not sensitive',
    [cell('a', { sensitive: false, suppressible: false })],
    [],
    ['present', 'open', 'known'],
  ],
  [
    'what must be shown though it is small',
    [cell('a', { suppressible: false })],
    [],
    ['present', 'primary', 'suppressed', 'sensitive', 'mustShow'],
  ],
  ['what is hidden anyway', [cell('b', { hidden: true })], [], ['present', 'suppressed']],
  [
    'a sum of which one of two cells is hidden anyway',
    [cell('b'), cell('b', { id: 'again', hidden: true })],
    [],
    ['present', 'suppressed'],
  ],
  ['a small count of before', [cell('a', { past: true })], [], ['primary', 'suppressed', 'sensitive']],
  [
    'a small count of before that is one of now',
    [cell('a', { past: true }), cell('a', { id: 'again' })],
    [],
    ['present', 'primary', 'suppressed', 'sensitive'],
  ],
  ['what was shown before', [cell('b')], [published('b', 7)], ['present', 'earlier', 'known']],
  ['a small count that was shown before', [cell('a')], [published('a', 3)], ['present', 'earlier', 'primary', 'known']],
  [
    'a small count that was hidden before',
    [cell('a')],
    [published('a', null)],
    ['present', 'earlier', 'primary', 'suppressed', 'sensitive'],
  ],
  [
    'a small count that was hidden before and may be shown now',
    [cell('a', { sensitive: false })],
    [published('a', null)],
    ['present', 'earlier', 'open', 'candidate'],
  ],
  ['only before, small and hidden', [], [published('a', null)], ['earlier', 'suppressed', 'sensitive']],
  ['only before, large and hidden', [], [published('b', null)], ['earlier', 'suppressed']],
  ['only before, and shown', [], [published('b', 7)], ['earlier', 'known']],
]

describe('one sum', () => {
  it.each(STATES)('%s', (_, cells, earlier, states) => {
    const [row, ...others] = rows(cells, earlier)
    expect(others).toEqual([])
    const said = (Object.keys(row!) as (keyof SumRow)[]).filter(
      (key) => !['atoms', 'ids', 'value', 'was'].includes(key) && row![key] !== false && row![key] !== null,
    )
    expect(said.sort()).toEqual([...states].sort())
  })

  it('names the cell that must be shown though it is small', () => {
    const [row] = rows([cell('a'), cell('a', { id: 'shown', suppressible: false })])
    expect(row).toMatchObject({ ids: ['a', 'shown'], mustShow: 'shown' })
  })

  it('was shown once when any earlier publication showed it', () => {
    const lists = [
      [published('a', null), published('a', 3)],
      [published('a', 3), published('a', null)],
    ]
    for (const earlier of lists) expect(rows([], earlier)).toMatchObject([{ earlier: 'shown' }])
    expect(rows([], [published('a', null), published('a', null)])).toMatchObject([{ earlier: 'hidden' }])
  })

  it('knows which cells of now an earlier publication said a number of, which one that hid it did not', () => {
    const earlier = [published('a', 3, { of: 'x' }), published('a', 3), published('a', null, { of: 'y' })]
    expect(rows([], earlier)).toMatchObject([{ was: ['x'] }])
    expect(rows([cell('a')])).toMatchObject([{ was: [] }])
  })
})

describe('rows', () => {
  it('are one where cells sum the same atoms, in whatever order; sums of as many other atoms are others', () => {
    const list = rows([cell('ba'), cell('ab'), cell('ac'), cell('abc')], [published('ba', 10)])
    expect(idsOf(list)).toEqual(['ac', 'ab,ba', 'abc'])
    expect(list.map(({ atoms, value }) => [[...atoms], value])).toEqual([
      [[0, 2], 3],
      [[0, 1], 10],
      [[0, 1, 2], 10],
    ])
    expect(list.map(({ earlier }) => earlier)).toEqual([null, 'shown', null])
  })

  it('are none where nothing is summed', () => {
    expect(rows([cell('')], [published('', 0)])).toEqual([])
  })

  it('go from the least value to the greatest, and of one value by the first of their ids', () => {
    const cells = [
      cell('e'),
      cell('ac', { id: 'y' }),
      cell('a', { id: 'z' }),
      cell('a', { id: 'x' }),
      cell('b'),
      cell('c'),
    ]
    expect(idsOf(rows(cells))).toEqual(['c', 'x,z', 'y', 'e', 'b'])
    expect(idsOf(rows(cells.reverse()))).toEqual(['c', 'x,z', 'y', 'e', 'b'])
  })

  it('of before alone come first among those of their value, the shorter sums before the longer, then by their atoms', () => {
    const sums = ['cd', 'd', 'ac', 'a']
    const earlier = [...sums, 'bc', 'b'].map((sum) => published(sum, null))
    const atomsOf = (list: readonly SumRow[]) =>
      list.map(({ ids, atoms }) => `${ids.join()}:${[...atoms].map((at) => NAMES[at]).join('')}`)
    const expected = [':a', ':ac', ':d', ':cd', ':b', ':bc']
    expect(atomsOf(rows([], earlier))).toEqual(expected)
    expect(atomsOf(rows([], [...earlier].reverse()))).toEqual(expected)
    expect(atomsOf(rows([cell('ac', { id: 'now' })], [published('a', null)]))).toEqual([':a', 'now:ac'])
  })
})

import { describe, expect, it } from 'vitest'
import type { EarlierFigure } from '../../../src/disclosure/earlier/ledger.ts'
import { uncoveredCounts } from '../../../src/disclosure/earlier/uncovered.ts'

const atoms = { a: 7, b: 9, c: 0, d: 3 }
const cells = [
  { id: 'all', sum: ['a', 'b', 'd'] },
  { id: 'a', sum: ['a'] },
  { id: 'b', sum: ['b'] },
  { id: 'none', sum: ['c'] },
  { id: 'earlier|1|x|amount', sum: ['d'] },
]
const said = (sum: string[], shown: number | null, over: Partial<EarlierFigure> = {}): EarlierFigure => ({
  id: `earlier|1|${sum.join('')}|amount`,
  figureId: sum.join(''),
  audience: 'donor',
  small: false,
  sum,
  shown,
  ...over,
})
const found = (earlier: EarlierFigure[], suppressed = {}, audience: 'donor' | 'public' = 'donor') =>
  uncoveredCounts({ cells, atoms }, { suppressed }, earlier, audience).map(({ id, earlierId }) => [id, earlierId])

describe('what a release uncovers', () => {
  it('is a count that an earlier one hid and that it shows, whatever it was called and in what order it is summed', () => {
    expect(found([said(['b', 'd', 'a'], null), said(['a'], null)])).toEqual([
      ['all', 'earlier|1|bda|amount'],
      ['a', 'earlier|1|a|amount'],
    ])
  })

  it('is nothing that is hidden again, that an earlier one showed, that is nobody, or that is an earlier count itself', () => {
    expect(found([said(['a'], null)], { a: 'secondary' })).toEqual([])
    expect(found([said(['a'], null), said(['a'], 7)])).toEqual([])
    expect(found([said(['c'], null), said(['d'], null)])).toEqual([])
  })

  it('is so for those who were not shown it: what donors were shown is hidden from the public all the same', () => {
    const open = { audience: 'public' as const }
    expect(found([said(['a'], null, open), said(['a'], 7)], {}, 'public')).toHaveLength(1)
    expect(found([said(['a'], null), said(['a'], 7, open)])).toEqual([])
    // What was small to the public only was never hidden from donors.
    expect(found([said(['a'], null, open)])).toEqual([])
    expect(found([said(['a'], null)], {}, 'public')).toEqual([])
  })
})

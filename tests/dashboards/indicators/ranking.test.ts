import { describe, expect, it } from 'vitest'
import { areMany, type Rank, shownByRank } from '../../../src/dashboards/indicators/ranking.ts'
import type { PublishableTable } from '../../../src/disclosure/publishable.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'

/** Ranked already, the largest first, and two that have no number. */
function ranking(count: number): PublishableTable {
  const value = (nth: number) => (nth < count - 2 ? count - nth : null)
  const rows = Array.from({ length: count }, (_, nth) => ({ key: `place-${nth}`, label: { vi: '', en: '' } }))
  const cells = rows.map((_, nth) => {
    const figure = { state: value(nth) === null ? 'not reported' : 'reported', value: value(nth), flags: [] }
    return [{ shown: { kind: 'figure', figure } }]
  })
  return { title: { vi: 'V3', en: 'V3' }, rowsAre: 'places', rows, cells } as unknown as PublishableTable
}

const shown = (count: number, rank: Rank) => shownByRank(ranking(count), rank, wordsFor('en', PILOT_TERMS))
const keys = (table: PublishableTable) => table.rows.map(({ key }) => key)

describe('many areas beside each other', () => {
  it('are all of them where they have room', () => {
    for (const rank of ['largest', 'smallest', 'all'] as const) expect(shown(40, rank)).toEqual(ranking(40))
    expect([areMany(ranking(40)), areMany(ranking(41))]).toEqual([false, true])
    expect(areMany({ ...ranking(41), rowsAre: 'categories' })).toBe(false)
  })

  it('are the 30 largest, the 30 smallest that have a number from the smallest on, or all', () => {
    expect(keys(shown(500, 'largest'))).toEqual(Array.from({ length: 30 }, (_, nth) => `place-${nth}`))
    expect(keys(shown(500, 'smallest'))).toEqual(Array.from({ length: 30 }, (_, nth) => `place-${497 - nth}`))
    expect(shown(500, 'all')).toEqual(ranking(500))
    const { cells, rows } = shown(500, 'smallest')
    expect(cells).toHaveLength(rows.length)
    expect(cells[0]![0]).toEqual(ranking(500).cells[497]![0])
  })

  it('say which of how many they are', () => {
    expect(shown(500, 'largest').title.en).toBe('V3: the 30 largest provinces of 500')
    expect(shown(1500, 'smallest').title.vi).toBe('V3: 30 tỉnh nhỏ nhất trong 1.500')
  })
})

import { numberIn } from '../../charts/point.ts'
import type { PublishableTable } from '../../disclosure/publishable.ts'
import { number } from '../../language/format.ts'
import { both } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'

/** Which of many areas are shown beside each other. */
export const RANKS = ['largest', 'smallest', 'all'] as const
export type Rank = (typeof RANKS)[number]

/** More areas than these have no room on a screen or on a sheet: some of them are shown, and the way to all of them. */
const MOST_SHOWN = 40
const SHOWN_OF_MANY = 30

export function areMany({ rowsAre, rows }: PublishableTable): boolean {
  return rowsAre === 'places' && rows.length > MOST_SHOWN
}

/** What is shown of ranked areas, under a title that says so; the smallest begin with the very smallest. */
export function shownByRank(table: PublishableTable, rank: Rank, words: Words): PublishableTable {
  if (rank === 'all' || !areMany(table)) return table
  const numbered = [...table.rows.keys()].filter((row) => numberIn(table.cells[row]![0]!.shown) !== null)
  const order = rank === 'largest' ? numbered.slice(0, SHOWN_OF_MANY) : numbered.slice(-SHOWN_OF_MANY).reverse()
  const { title } = table
  return {
    ...table,
    title: both((language) => `${title[language]}: ${rankText(rank, table.rows.length, words.in(language))}`),
    rows: order.map((row) => table.rows[row]!),
    cells: order.map((row) => table.cells[row]!),
  }
}

/** "the 30 largest of 500". */
export function rankText(rank: Rank, count: number, { t, language }: Words): string {
  return t(`charts:rank.${rank}`, { shown: SHOWN_OF_MANY, all: number(count, language) })
}

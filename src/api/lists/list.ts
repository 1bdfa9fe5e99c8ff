/** Some rows of a list, and after which row the next ones come; null: there are no more. */
export type ListPage<Row> = { rows: readonly Row[]; next: string | null }

/**
 * The rows after one that was answered before. A list may have grown or lost rows since: it goes on where that one would stand.
 * @param keyOf in the order of the rows, as texts are ordered
 * @param after the key of the last row that was answered
 */
export function pageAfter<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  { limit, after }: { limit: number; after?: string | undefined },
): ListPage<Row> {
  const left = after === undefined ? rows : rows.filter((row) => keyOf(row) > after)
  const shown = left.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: last !== undefined && left.length > limit ? keyOf(last) : null }
}

/** A number as a text that is ordered as it is. */
export function ordered(number: number): string {
  return String(number).padStart(12, '0')
}

import type { SystemRow } from './builder.ts'

/**
 * Unknowns that no row tells apart, as one: together they are a count as each of them is, and whatever it is can be shared out
 * among them. Those of no row are left out.
 */
export function mergeAlike(
  columns: number,
  rows: readonly SystemRow[],
): { columns: number; rows: SystemRow[]; mergedOf: (columns: readonly number[]) => number[] } {
  const signs = Array.from({ length: columns }, (): string[] => [])
  for (const [nth, row] of rows.entries())
    for (const [at, column] of row.columns.entries()) signs[column]!.push(`${nth}:${row.weights[at]}`)
  const names = new Map<string, number>()
  const merged = signs.map((sign) => {
    if (sign.length === 0) return null
    const name = sign.join(' ')
    if (!names.has(name)) names.set(name, names.size)
    return names.get(name)!
  })
  const mergedOf = (list: readonly number[]) => [...new Set(list.flatMap((column) => merged[column] ?? []))]
  return {
    columns: names.size,
    rows: rows.map((row) => {
      const weights = new Map(row.columns.map((column, at) => [merged[column]!, row.weights[at]!]))
      return { ...row, columns: [...weights.keys()], weights: [...weights.values()] }
    }),
    mergedOf,
  }
}

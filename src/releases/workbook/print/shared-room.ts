import type { Cell } from '../plan.ts'
import { heightOf } from './row-heights.ts'

/** In characters of the standard letters: what one column gives another at a time. */
const STEPS = [1, 2, 3, 4, 8]
/** What a column of sentences keeps. */
export const OF_SENTENCES = 18

/** The columns that share, from 0, each with what it keeps. */
export type Sharing = ReadonlyMap<number, number>

/**
 * The room of columns of sentences shared among them so that all rows together are as short as it makes them: what one column has too
 * much is lines that another has too many.
 * @returns the widths of all columns, together what they were
 */
export function sharedRoom(widths: readonly number[], sharing: Sharing, rows: readonly (readonly Cell[])[]): number[] {
  const shared = [...sharing.keys()]
  const known = new Map<string, number[]>()
  const heights = (column: number, width: number) => {
    const key = `${column} ${width}`
    const found = known.get(key) ?? rows.map((cells) => heightOf({ cells: [cells[column]!] }, { columns: [{ width }] }))
    known.set(key, found)
    return found
  }
  const others = widths.flatMap((width, column) => (shared.includes(column) ? [] : [heights(column, width)]))
  const fixed = rows.map((_, row) => Math.max(0, ...others.map((own) => own[row]!)))
  const tall = (tried: readonly number[]) => {
    const own = shared.map((column) => heights(column, tried[column]!))
    return fixed.reduce((sum, height, row) => sum + Math.max(height, ...own.map((all) => all[row]!)), 0)
  }
  let best = { widths: [...widths], height: tall(widths) }
  for (;;) {
    const next = exchanges(best.widths, sharing)
      .map((tried) => ({ widths: tried, height: tall(tried) }))
      .reduce((least, one) => (one.height < least.height ? one : least), best)
    if (next === best) return best.widths
    best = next
  }
}

/** Each column gives each other one a step. */
function exchanges(widths: readonly number[], sharing: Sharing): number[][] {
  return [...sharing].flatMap(([from, least]) =>
    [...sharing.keys()].flatMap((to) =>
      STEPS.flatMap((step) => {
        if (from === to || widths[from]! - step < least) return []
        return [widths.map((width, at) => width + (at === to ? step : at === from ? -step : 0))]
      }),
    ),
  )
}

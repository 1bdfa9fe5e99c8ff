import type { Measure } from '../../vocabulary/indicator.ts'

export type Pair = { value: number; base: number | null }

/**
 * The total of what has been typed so far in one block: amounts, numerators and denominators add up; means are weighted
 * by their n. Null when nothing has been typed, or when the parts can't be put together (stages, medians, a mean without n).
 * Shown while typing and beside the saved form; what is reported further is computed from the cells, never from here.
 */
export function totalOf(measure: Measure, parts: readonly Pair[]): Pair | null {
  const [first] = parts
  if (!first) return null
  if (parts.length === 1) return first
  switch (measure) {
    case 'count':
      return { value: sum(parts, (part) => part.value), base: null }
    case 'ratio':
      return { value: sum(parts, (part) => part.value), base: sum(parts, (part) => part.base ?? 0) }
    case 'mean': {
      if (parts.some((part) => part.base === null)) return null
      const n = sum(parts, (part) => part.base!)
      return n === 0 ? null : { value: sum(parts, (part) => part.value * part.base!) / n, base: n }
    }
    case 'milestone':
    case 'median':
      return null
  }
}

/** What a total says in one number: the quotient of a ratio, otherwise the value itself. Null: a ratio with d = 0 or no d. */
export function shownOf(measure: Measure, total: Pair): number | null {
  if (measure !== 'ratio') return total.value
  return total.base === null || total.base === 0 ? null : total.value / total.base
}

function sum(parts: readonly Pair[], of: (part: Pair) => number): number {
  return parts.reduce((known, part) => known + of(part), 0)
}

import type { Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import type { Due } from '../figures/reporter-sum.ts'

/** A partner in a place and the quarters in which it is asked, cut to those in which the place exists. */
export type Asked = { place: number; partner: number; intervals: Span[] }

/** Counts the quarters an indicator is due in within any span, from sorted due quarters. */
export class DueQuarters {
  constructor(private readonly quarters: readonly Quarter[]) {}

  /** What reporters asked in these intervals owe in a span. */
  in(intervals: readonly Span[], span: Span, list: boolean): Due {
    const due: { count: number; last: Quarter | null; quarters: Quarter[] } = { count: 0, last: null, quarters: [] }
    for (const interval of intervals) {
      const start = this.firstFrom(Math.max(interval.from, span.from))
      const end = this.firstFrom(Math.min(interval.to, span.to) + 1)
      if (end <= start) continue
      due.count += end - start
      due.last = Math.max(due.last ?? 0, this.quarters[end - 1]!)
      if (list) due.quarters.push(...this.quarters.slice(start, end))
    }
    return due
  }

  private firstFrom(quarter: Quarter): number {
    let [low, high] = [0, this.quarters.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.quarters[middle]! < quarter) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Joins intervals of one reporter that touch or overlap, so that no quarter is asked for twice. */
export function merged(intervals: readonly Span[]): Span[] {
  const sorted = [...intervals].sort((a, b) => a.from - b.from)
  const joined: Span[] = []
  for (const { from, to } of sorted) {
    const last = joined.at(-1)
    if (to < from) continue
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}

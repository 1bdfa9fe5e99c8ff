import { FIRST_QUARTER, LAST_QUARTER, type Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import { type Breakdown, type Category, categoriesOf, isListedIn } from '../indicators/breakdown.ts'
import type { Split } from './split.ts'

/**
 * When the categories that a question keeps apart are on their lists: nobody is asked for one in quarters in which it is on no
 * list, so that it is not missing there.
 */
export class Listing {
  /** The categories of the breakdowns a question goes by. */
  private readonly all: readonly Category[]
  private readonly byCode: ReadonlyMap<string, Category>
  /** First quarters in which they are others than in the quarter before, in order. */
  readonly turns: readonly Quarter[]

  constructor(
    breakdowns: readonly Breakdown[],
    private readonly split: Split,
  ) {
    const needed = new Set([...split.by, ...Object.keys(split.only)])
    const kept = breakdowns.filter(({ code }) => needed.has(code))
    this.all = kept.flatMap(({ categories }) => categories)
    this.byCode = new Map(
      kept.flatMap(({ code, categories }) => categories.map((one) => [`${code}=${one.code}`, one] as const)),
    )
    const ends = this.all.flatMap(({ definitions }) =>
      definitions.flatMap(({ from, to }) => [from, (to ?? LAST_QUARTER) + 1]),
    )
    // A category that is called something else from then on is the same one.
    const isTurn = (quarter: Quarter) =>
      this.all.some((one) => isListedIn(one, quarter) !== isListedIn(one, quarter - 1))
    this.turns = [...new Set(ends)]
      .filter((quarter) => quarter > FIRST_QUARTER && isTurn(quarter))
      .sort((a, b) => a - b)
  }

  /** The quarters of a span in which a cell's categories, and those a question keeps to, are on their lists, as runs. */
  pieces(cell: string, span: Span): readonly Span[] {
    const pieces: Span[] = []
    const starts = [span.from, ...this.turns.filter((turn) => span.from < turn && turn <= span.to)]
    for (const [nth, from] of starts.entries()) {
      if (!this.isListed(cell, from)) continue
      const to = (starts[nth + 1] ?? span.to + 1) - 1
      const last = pieces.at(-1)
      if (last?.to === from - 1) last.to = to
      else pieces.push({ from, to })
    }
    return pieces
  }

  /** Whether the lists are not the same in all of these quarters. */
  changesWithin(quarters: readonly Quarter[]): boolean {
    const [first, last] = [quarters[0] ?? FIRST_QUARTER, quarters.at(-1) ?? FIRST_QUARTER]
    return this.turns.some((turn) => first < turn && turn <= last)
  }

  private isListed(cell: string, quarter: Quarter): boolean {
    const chosen = { ...categoriesOf(cell), ...this.split.only }
    return Object.entries(chosen).every(([breakdown, code]) => {
      const category = this.byCode.get(`${breakdown}=${code}`)
      return category === undefined || isListedIn(category, quarter)
    })
  }
}

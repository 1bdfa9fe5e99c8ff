import { reporterKey } from '../../assignments/assignment.ts'
import type { Due, DueQuarters, Duty } from '../../assignments/owed.ts'
import type { Span } from '../../calendar/span.ts'

/** Reporters read as one: what came of them is known together alone, what was asked of each by itself. */
export class Pool {
  private readonly duties: Duty[] = []
  /** Reporters asked in the same quarters are counted together: most of them are. */
  private readonly alike = new Map<number, { interval: Span; reporters: number }>()

  /** By span: pages ask for the same few again and again. */
  private readonly known = new Map<number, { all: Due; each: number[] | null }>()

  constructor(private readonly due: DueQuarters) {}

  add(duty: Duty): void {
    this.known.clear()
    this.duties.push(duty)
    for (const interval of duty.intervals) {
      const known = this.alike.get(nameOf(interval))
      if (known) known.reporters += 1
      else this.alike.set(nameOf(interval), { interval, reporters: 1 })
    }
  }

  /** How many submissions all of them owe in a span. */
  owed(span: Span): Due {
    return this.knownIn(span).all
  }

  /** How many each owes, in the order in which they were added. */
  owedByEach(span: Span): readonly number[] {
    const known = this.knownIn(span)
    known.each ??= this.countEach(span)
    return known.each
  }

  private knownIn(span: Span): { all: Due; each: number[] | null } {
    const known = this.known.get(nameOf(span))
    if (known) return known
    let count = 0
    for (const { interval, reporters } of this.alike.values())
      count += reporters * this.due.in([interval], span, false).count
    const found = { all: { count, last: null, quarters: [] }, each: null }
    this.known.set(nameOf(span), found)
    return found
  }

  private countEach(span: Span): number[] {
    const counts = new Map(
      [...this.alike].map(([name, { interval }]) => [name, this.due.in([interval], span, false).count]),
    )
    return this.duties.map(({ intervals }) => intervals.reduce((sum, one) => sum + counts.get(nameOf(one))!, 0))
  }

  /** Their keys, in the same order. */
  reporters(): string[] {
    return this.duties.map(reporterKey)
  }
}

function nameOf({ from, to }: Span): number {
  return from * 10_000 + to
}

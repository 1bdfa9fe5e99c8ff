import { reporterKey } from '../../assignments/assignment.ts'
import type { Due, DueQuarters, Duty } from '../../assignments/owed.ts'
import type { Span } from '../../calendar/span.ts'
import type { Reported } from '../same-reporters.ts'

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
    for (const { interval, reporters } of this.alike.values()) count += reporters * this.due.count(interval, span)
    const found = { all: { count, last: null, quarters: [] }, each: null }
    this.known.set(nameOf(span), found)
    return found
  }

  private countEach(span: Span): number[] {
    const counts = new Map([...this.alike].map(([name, { interval }]) => [name, this.due.count(interval, span)]))
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

/** What came of a reporter or of a pool of them, with what each of those owed. */
export type ReportedByPool = Reported & { pool?: Pool; owed?: readonly number[] }

/**
 * Pools of which not the same owed something in both spans, one reporter at a time where that can be told: all of what they owed
 * came, or nothing did.
 */
export function apartWhereTold(
  now: readonly ReportedByPool[],
  before: readonly ReportedByPool[],
): [readonly Reported[], readonly Reported[]] {
  const owedBy = (sums: readonly ReportedByPool[]) =>
    new Map(sums.map(({ reporter, owed }) => [reporter, String(owed)]))
  const [is, was] = [owedBy(now), owedBy(before)]
  const moved = (reporter: string) => is.get(reporter) !== was.get(reporter)
  const each = (sums: readonly ReportedByPool[]) =>
    sums.flatMap((sum) => (sum.pool && moved(sum.reporter) ? eachOf(sum, sum.pool, sum.owed!) : [sum]))
  return [each(now), each(before)]
}

function eachOf({ reporter, expected, reported }: Reported, pool: Pool, owed: readonly number[]): Reported[] {
  const known = expected === owed.reduce((sum, count) => sum + count, 0) && (reported === 0 || reported === expected)
  if (!known) return [{ reporter, expected, reported }]
  return pool
    .reporters()
    .map((one, i) => ({ reporter: one, expected: owed[i]!, reported: reported === 0 ? 0 : owed[i]! }))
}

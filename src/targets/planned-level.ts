import type { Quarter } from '../calendar/quarter.ts'
import { quartersIn, type Span } from '../calendar/span.ts'
import { withoutNoise } from '../language/format.ts'
import type { NotPlanned, Planned } from './planned.ts'
import type { AtWork } from './planned-flow.ts'
import { isForLife, type Target } from './target.ts'

/** A level that is known or set for the end of a quarter. */
export type PlannedLevel = { at: Quarter; value: number }

type Knot = PlannedLevel & { of: Target }

/**
 * What a stock, a ratio, a mean, a median or a count since the beginning was to be by the end of a quarter: the target that
 * falls due then or, between two, the straight line from the one before (the baseline, to begin with) to the next. A phase's
 * line begins where the phase does, and in a pause the line waits. After the last target its level holds.
 * @param targets of one indicator and place
 * @param dueAt the last quarter of a target's span in which the indicator is asked for; null: in none
 * @param works whether the project is at work in a quarter
 * @param span a target for just this span comes before others that fall due at the same time; else the narrowest
 */
export function plannedLevel(
  targets: readonly Target[],
  baseline: PlannedLevel | null,
  by: Quarter,
  span: Span,
  dueAt: (span: Span) => Quarter | null,
  works: AtWork = () => true,
): Planned | NotPlanned {
  const knots = knotsOf(targets, span, dueAt)
  const met = knots.find(({ at }) => at === by)
  if (met) return { value: met.value, by, basis: 'target', of: met.of }
  const before = knots.filter(({ at }) => at < by).at(-1)
  const next = knots.find(({ at }) => at > by)
  if (!next) return before ? { value: before.value, by, basis: 'past', of: before.of } : 'no target'
  const start = startOf(before, baseline, by)
  if (typeof start === 'string') return start
  return { value: between(start, next, by, works), by, basis: 'path', of: next.of }
}

/** One for each quarter in which some target falls due, in order of time. */
function knotsOf(targets: readonly Target[], span: Span, dueAt: (span: Span) => Quarter | null): Knot[] {
  const isExact = (one: Span) => one.from === span.from && one.to === span.to
  const width = (one: Span) => (isExact(one) ? -1 : one.to - one.from)
  const found = new Map<Quarter, Knot>()
  for (const of of [...targets].sort((a, b) => width(a) - width(b))) {
    const at = dueAt(of)
    if (at !== null && !found.has(at)) found.set(at, { at, value: of.value, of })
  }
  return [...found.values()].sort((a, b) => a.at - b.at)
}

/** The last level known before a quarter. What is measured when the baseline is, is the baseline. */
function startOf(before: Knot | undefined, baseline: PlannedLevel | null, by: Quarter): PlannedLevel | NotPlanned {
  if (baseline?.at === by) return 'at baseline'
  const known = baseline && baseline.at < by ? baseline : null
  if (before) return known && known.at > before.at ? known : before
  return known ?? (baseline === null ? 'no baseline' : 'before baseline')
}

function between(start: PlannedLevel, next: Knot, by: Quarter, works: AtWork): number {
  const begin = isForLife(next.of.kind) ? Math.max(start.at, next.of.from - 1) : start.at
  const steps = (to: Quarter) => quartersIn({ from: begin + 1, to }).filter(works).length
  if (steps(by) === 0) return start.value
  return withoutNoise(start.value + ((next.value - start.value) * steps(by)) / steps(next.at))
}

import type { Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import type { NotPlanned, Planned } from './planned.ts'
import type { Target } from './target.ts'

/**
 * The stage that was to be reached by the end of a quarter, or by how many reporters: that of the last target whose day has
 * come. Stages have no distance between them, so nothing is planned between two targets.
 * @param targets of one indicator and place
 * @param goalOf what a target stands for: a stage, or a number of reporters
 * @param unless what is to be reached, and by when, where there is no target at all
 */
export function plannedStage(
  targets: readonly Target[],
  by: Quarter,
  goalOf: (target: Target) => number | null,
  unless: { value: number | null; of: Span },
): Planned | NotPlanned {
  const set = targets.length > 0 ? targets.map((of) => ({ value: goalOf(of), of })) : [unless]
  const due = set.filter(({ of }) => of.to <= by).sort((a, b) => b.of.to - a.of.to || b.of.from - a.of.from)
  const [last] = due
  if (!last) return 'planned later'
  const { value, of } = last
  return value === null ? 'no target' : { value, by, basis: of.to === by ? 'target' : 'past', of }
}

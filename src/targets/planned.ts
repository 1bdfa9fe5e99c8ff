import type { Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'

/**
 * How a planned value was come by. `target`: a target set for just this. `sum`: targets of several periods. `share`: an even
 * share of a target whose span is not over yet. `path`: on the line from one known level to the next. `past`: the last target
 * there is, whose span is over.
 */
export const PLAN_BASES = ['target', 'sum', 'share', 'path', 'past'] as const
export type PlanBasis = (typeof PLAN_BASES)[number]

/** What was to be reached by the end of a quarter, on the scale stored; `of` is the span of the target it was taken from last. */
export type Planned = { value: number; by: Quarter; basis: PlanBasis; of: Span }

/**
 * Why nothing is planned by then. `at baseline`: the first measurement is what is measured from. `planned later`: a stage
 * whose day has not come; only its span is known. `no target since`: the place took the place of others that had targets.
 */
export type NotPlanned =
  | 'no target'
  | 'no target since'
  | 'not due'
  | 'no baseline'
  | 'hidden baseline'
  | 'at baseline'
  | 'before baseline'
  | 'planned later'

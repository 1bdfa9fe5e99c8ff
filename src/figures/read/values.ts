import type { Figure } from '../figure.ts'
import type { ReporterRuns } from './assemble.ts'
import type { IndicatorPlan } from './plan.ts'
import type { RestatedValue } from './restated.ts'

/** What came of an indicator as one of its plans reads it, and the figures that have been worked out from it so far. */
export type PlanValues = {
  /** By bucket. */
  reporters: ReadonlyMap<number, readonly ReporterRuns[]>
  /** What was restated, by reporter or bucket; absent: nothing. */
  restated: ReadonlyMap<string, readonly RestatedValue[]> | undefined
  /** By cell ('' = undivided), then by number of group and span. */
  figures: Map<string, Figure[]>
}

/** What came of an indicator, read at one version of its values. */
export type IndicatorValues = { byPlan: ReadonlyMap<IndicatorPlan, PlanValues> }

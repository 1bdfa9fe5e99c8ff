import type { Rules } from '../indicators/indicator.ts'
import { isSummed } from '../indicators/measure.ts'
import { effective } from '../indicators/rules.ts'
import type { Figure, Flag, NotAdditive } from './figure.ts'
import type { ReporterSum } from './reporter-sum.ts'
import { add, divided, MILLION, noSums } from './sums.ts'

/** What keeping categories apart adds to what the reporters' sums say. */
export type SplitEffects = {
  /** Categories are kept apart, and within the span they are not always the same ones. */
  schemeChanges?: boolean
  /** The total of rows that may hold the same person. */
  overlapping?: boolean
}

/**
 * A figure from what its reporters gave. Rules act on sums before any division, so that a ratio is sum over sum and a mean is weighted.
 * - not due: nothing was asked for. Not applicable: everything asked for is.
 * - not additive: a rule does not allow a total of what was asked for, whether or not it came.
 * - not reported: nothing came. A blank is never 0: it lowers coverage and makes the figure partial.
 * - undefined: nothing to divide by; numerator and denominator are given all the same.
 * Coverage counts submissions or, where time takes the latest, reporters.
 */
export function addUp(indicator: Rules, reporters: readonly ReporterSum[], split: SplitEffects = {}): Figure {
  const rules = effective(indicator)
  const asked = reporters.filter((one) => one.due > 0)
  const expected = asked.filter((one) => one.expected > 0)
  const coverage = coverageOf(rules, expected)
  const flags = flagsOf(asked, coverage, split)
  const without = { value: null, coverage, flags }
  if (asked.length === 0) return { state: 'not due', value: null, coverage, flags: [] }
  if (expected.length === 0) return { state: 'not applicable', ...without }
  const why = whyNotAdditive(rules, expected, split)
  if (why) return { state: 'not additive', ...without, why }
  if (coverage[0] === 0) return { state: 'not reported', ...without }
  const carried: Flag[] = expected.some((one) => one.carried) ? ['carried'] : []
  return { ...measured(rules, expected), coverage, flags: inOrder([...flags, ...carried]) }
}

function coverageOf(rules: Rules, expected: readonly ReporterSum[]): [number, number] {
  if (rules.overTime === 'latest') return [expected.filter((one) => one.reported > 0).length, expected.length]
  return [expected.reduce((sum, one) => sum + one.reported, 0), expected.reduce((sum, one) => sum + one.expected, 0)]
}

function flagsOf(asked: readonly ReporterSum[], [k, n]: [number, number], split: SplitEffects): Flag[] {
  const flags: Flag[] = []
  if (k < n) flags.push('partial')
  if (asked.some((one) => one.provisional)) flags.push('provisional')
  if (split.schemeChanges || asked.some((one) => one.joined)) flags.push('break')
  return flags
}

function inOrder(flags: Flag[]): Flag[] {
  const order: Record<Flag, number> = { partial: 0, carried: 1, provisional: 2, break: 3 }
  return flags.sort((a, b) => order[a] - order[b])
}

function whyNotAdditive(rules: Rules, expected: readonly ReporterSum[], split: SplitEffects): NotAdditive | null {
  if (rules.overPlaces !== 'sum' && expected.length > 1) return 'reporters'
  if (rules.overTime === 'none' && new Set(expected.flatMap((one) => one.quarters)).size > 1) return 'quarters'
  if (split.overlapping) return 'cells'
  return !isSummed(rules.measure) && expected.some((one) => one.cells > 1) ? 'cells' : null
}

type Value = Pick<Figure, 'state' | 'value' | 'numerator' | 'denominator' | 'n' | 'of'>

function measured(rules: Rules, reporters: readonly ReporterSum[]): Value {
  const sums = noSums()
  for (const one of reporters) add(sums, one.sums)
  const value = divided(rules.measure, sums)
  const result: Value = value === null ? { state: 'undefined', value } : { state: 'reported', value }
  switch (rules.measure) {
    case 'count':
      return result
    case 'ratio':
      return { ...result, numerator: sums.value / MILLION, denominator: sums.base / MILLION }
    case 'mean':
    case 'median':
      return { ...result, n: sums.base / MILLION }
    case 'milestone':
      return milestone(rules.targetStage, reporters)
  }
}

/** Of one reporter the stage; of several, how many of those expected are at or past the target stage. */
function milestone(targetStage: number | null, reporters: readonly ReporterSum[]): Value {
  const stages = reporters.filter((one) => one.reported > 0).map((one) => one.sums.value / MILLION)
  if (reporters.length === 1) return { state: 'reported', value: stages[0]! }
  const reached = stages.filter((stage) => targetStage !== null && stage >= targetStage).length
  return { state: 'reported', value: reached, of: reporters.length }
}

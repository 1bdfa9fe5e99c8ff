import type { Rules } from '../indicators/indicator.ts'
import { isSummed } from '../indicators/measure.ts'
import { effective } from '../indicators/rules.ts'
import type { Figure, Flag, NotAdditive } from './figure.ts'
import type { Part } from './reporter-sum.ts'
import { add, divided, MILLION, noSums } from './sums.ts'

/** What a figure's question adds to what its parts say. */
export type Aside = {
  /** Categories are kept apart, and within the span they are not always the same ones. */
  schemeChanges?: boolean
  /** The total of rows that may hold the same person. */
  overlapping?: boolean
}

/**
 * A figure from its parts. Rules act on sums before any division, so that a ratio is sum over sum and a mean is weighted.
 * - not due: nothing was asked for. Not applicable: everything asked for is.
 * - not additive: a rule does not allow a total of what was asked for, whether or not it came.
 * - not reported: nothing came. A blank is never 0: it lowers coverage and makes the figure partial.
 * - undefined: nothing to divide by; numerator and denominator are given all the same.
 * Coverage counts submissions or, where time takes the latest, reporters.
 */
export function addUp(indicator: Rules, parts: readonly Part[], aside: Aside = {}): Figure {
  const rules = effective(indicator)
  const asked = parts.filter((part) => part.due > 0)
  const expected = asked.filter((part) => part.expected > 0)
  const coverage = coverageOf(rules, expected)
  const flags = flagsOf(asked, coverage, aside)
  const without = { value: null, coverage, flags }
  if (asked.length === 0) return { state: 'not due', value: null, coverage, flags: [] }
  if (expected.length === 0) return { state: 'not applicable', ...without }
  const why = whyNotAdditive(rules, expected, aside)
  if (why) return { state: 'not additive', ...without, why }
  if (coverage[0] === 0) return { state: 'not reported', ...without }
  const carried: Flag[] = expected.some((part) => part.carried) ? ['carried'] : []
  return { ...measured(rules, expected), coverage, flags: inOrder([...flags, ...carried]) }
}

function coverageOf(rules: Rules, expected: readonly Part[]): [number, number] {
  if (rules.overTime === 'latest') return [expected.filter((part) => part.reported > 0).length, expected.length]
  return [
    expected.reduce((sum, part) => sum + part.reported, 0),
    expected.reduce((sum, part) => sum + part.expected, 0),
  ]
}

function flagsOf(asked: readonly Part[], [k, n]: [number, number], aside: Aside): Flag[] {
  const flags: Flag[] = []
  if (k < n) flags.push('partial')
  if (asked.some((part) => part.provisional)) flags.push('provisional')
  if (aside.schemeChanges || asked.some((part) => part.joined)) flags.push('break')
  return flags
}

function inOrder(flags: Flag[]): Flag[] {
  const order: Record<Flag, number> = { partial: 0, carried: 1, provisional: 2, break: 3 }
  return flags.sort((a, b) => order[a] - order[b])
}

function whyNotAdditive(rules: Rules, expected: readonly Part[], aside: Aside): NotAdditive | null {
  if (rules.overPlaces !== 'sum' && expected.length > 1) return 'reporters'
  if (rules.overTime === 'none' && new Set(expected.flatMap((part) => part.quarters)).size > 1) return 'quarters'
  if (aside.overlapping) return 'cells'
  return !isSummed(rules.measure) && expected.some((part) => part.cells > 1) ? 'cells' : null
}

type Value = Pick<Figure, 'state' | 'value' | 'numerator' | 'denominator' | 'n' | 'of'>

function measured(rules: Rules, parts: readonly Part[]): Value {
  const sums = noSums()
  for (const part of parts) add(sums, part.sums)
  const value = divided(rules.measure, sums)
  const told: Value = value === null ? { state: 'undefined', value } : { state: 'reported', value }
  switch (rules.measure) {
    case 'count':
      return told
    case 'ratio':
      return { ...told, numerator: sums.value / MILLION, denominator: sums.base / MILLION }
    case 'mean':
    case 'median':
      return { ...told, n: sums.base / MILLION }
    case 'milestone':
      return milestone(rules.targetStage, parts)
  }
}

/** Of one reporter the stage; of several, how many of those expected are at or past the target stage. */
function milestone(targetStage: number | null, parts: readonly Part[]): Value {
  const stages = parts.filter((part) => part.reported > 0).map((part) => part.sums.value / MILLION)
  if (parts.length === 1) return { state: 'reported', value: stages[0]! }
  const reached = stages.filter((stage) => targetStage !== null && stage >= targetStage).length
  return { state: 'reported', value: reached, of: parts.length }
}

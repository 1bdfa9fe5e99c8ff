import { type Heirs, NO_HEIRS } from '../../assignments/heirs.ts'
import type { Rules } from '../../indicators/indicator.ts'
import { isSummed } from '../../indicators/measure.ts'
import { effective, takesLast } from '../../indicators/rules.ts'
import { type Figure, FLAGS, type Flag, type NotAdditive } from '../figure.ts'
import { add, divided, MILLION, noSums } from '../sums.ts'
import { type Lines, linesOf } from './line.ts'
import type { ReporterSum } from './reporter-sum.ts'

/** What the question and the time it covers add to what the reporters' sums say. */
export type Effects = {
  /** The indicator, or the categories kept apart, are not the same in the whole span, or not as just before it. */
  broken?: boolean
  /** Definitions of the span measure different things, or add up in different ways. */
  incompatible?: boolean
  /** The period cuts the span of a value that is due in it. */
  cut?: boolean
  /** The total of rows that may hold the same person. */
  overlapping?: boolean
  /** A value of it was restated, where all that came counts. */
  revised?: boolean
}

/**
 * A figure from what its reporters gave. Rules act on sums before any division, so that a ratio is sum over sum and a mean is weighted.
 * - not due: nothing was asked for. Not applicable: everything asked for is.
 * - not formed: the period cuts the span of a value, whether or not anything came.
 * - not additive: a rule does not allow a total of what was asked for, whether or not it came.
 * - not reported: nothing came. A blank is never 0: it lowers coverage and makes the figure partial.
 * - undefined: nothing to divide by; numerator and denominator are given all the same.
 * Coverage counts submissions or, where the last value of each line is taken, lines.
 * @param heirs of the indicator: who took over from whom
 */
export function addUp(
  indicator: Rules,
  reporters: readonly ReporterSum[],
  effects: Effects = {},
  heirs: Heirs = NO_HEIRS,
): Figure {
  const rules = effective(indicator)
  const asked = allOrSome(reporters, (one) => one.due > 0)
  if (asked.length === 0) return notDue()
  const counted = takesLast(rules.overTime) ? ofLines(linesOf(rules.overTime, asked, heirs)) : ofSubmissions(asked)
  const { coverage } = counted
  const flags = flagsOf(asked, counted, effects)
  const without = { value: null, coverage, flags: flags.filter((flag) => flag !== 'carried') }
  if (counted.reporters.length === 0) return { state: 'not applicable', ...without }
  if (effects.cut) return { state: 'not formed', ...without }
  const why = whyNotAdditive(rules, counted, effects)
  if (why) return { state: 'not additive', ...without, why }
  if (coverage[0] === 0) return { state: 'not reported', ...without }
  return { ...measured(rules, counted.reporters), coverage, flags }
}

/** The figure of what nobody was asked for, and nobody gave. */
export function notDue(): Figure {
  return { state: 'not due', value: null, coverage: [0, 0], flags: [] }
}

/** What of those asked goes into a figure. */
type Counted = {
  /** Whose values are added, and those expected who gave none. */
  reporters: readonly ReporterSum[]
  /** More than one is expected, or gives something. */
  several: boolean
  coverage: [k: number, n: number]
  provisional: boolean
  revised: boolean
  carried: boolean
  ended: boolean
}

/** Mostly all of them, which is the same list. */
function allOrSome(sums: readonly ReporterSum[], is: (one: ReporterSum) => boolean): readonly ReporterSum[] {
  return sums.every(is) ? sums : sums.filter(is)
}

function ofSubmissions(asked: readonly ReporterSum[]): Counted {
  const reporters = allOrSome(asked, (one) => one.expected > 0)
  const coverage: Counted['coverage'] = [0, 0]
  const provisional = asked.some((one) => one.provisional)
  for (const one of reporters) {
    coverage[0] += one.reported
    coverage[1] += one.expected
  }
  return {
    reporters,
    several: reporters.length > 1,
    coverage,
    provisional,
    revised: false,
    carried: false,
    ended: false,
  }
}

/** A predecessor that stands in for several heirs gives its value once. */
function ofLines({ lines, ended }: Lines<ReporterSum>): Counted {
  const applying = lines.filter((line) => line.applies)
  const reporters = new Set<ReporterSum>()
  for (const { holder, givers } of applying) {
    if (givers.length === 0) reporters.add(holder)
    for (const giver of givers) reporters.add(giver)
  }
  return {
    reporters: [...reporters],
    several: applying.length > 1 || reporters.size > 1,
    coverage: [applying.filter(({ givers }) => givers.length > 0).length, applying.length],
    provisional: [...reporters].some((one) => one.provisional),
    revised: [...reporters].some((one) => one.revised),
    carried: applying.some((line) => line.carried),
    ended: ended.length > 0,
  }
}

function flagsOf(
  asked: readonly ReporterSum[],
  { coverage: [k, n], provisional, revised, carried, ended }: Counted,
  effects: Effects,
): Flag[] {
  const flags: Record<Flag, boolean> = {
    partial: k < n,
    carried,
    ended,
    provisional,
    break: effects.broken === true || asked.some((one) => one.joined),
    revised: revised || effects.revised === true,
    // Only releases hold figures, when they are protected.
    held: false,
  }
  return FLAGS.filter((flag) => flags[flag])
}

function whyNotAdditive(rules: Rules, { reporters: expected, several }: Counted, effects: Effects): NotAdditive | null {
  if (effects.incompatible) return 'definitions'
  if (rules.overPlaces !== 'sum' && several) return 'reporters'
  if (rules.overTime === 'none' && new Set(expected.flatMap((one) => one.quarters)).size > 1) return 'quarters'
  if (effects.overlapping) return 'cells'
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

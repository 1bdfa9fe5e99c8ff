import type { OverTime } from '../vocabulary/indicator.ts'
import type { Rules } from './indicator.ts'
import { isSummed, traitsOf } from './measure.ts'

/** The rules as they are applied: stages and medians are never summed, whatever a definition says. */
export function effective(rules: Rules): Rules {
  if (isSummed(rules.measure)) return rules
  return {
    ...rules,
    overPlaces: traitsOf(rules).combinesReporters ? rules.overPlaces : 'none',
    overTime: takesLast(rules.overTime) ? rules.overTime : 'none',
  }
}

/** Rules over time by which a figure is the last value of each line of reporting, not what all quarters add up to. */
export type LastOfLine = Extract<OverTime, 'latest' | 'life'>

export function takesLast(overTime: OverTime): overTime is LastOfLine {
  return overTime === 'latest' || overTime === 'life'
}

/** Whether reporters and quarters may be summed before the rules are applied. */
export function poolable(rules: Rules): boolean {
  const { overPlaces, overTime } = effective(rules)
  return overPlaces === 'sum' && overTime === 'sum'
}

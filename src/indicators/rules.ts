import type { Rules } from './indicator.ts'
import { isSummed, traitsOf } from './measure.ts'

/** The rules as they are applied: stages and medians are never summed, whatever a definition says. */
export function effective(rules: Rules): Rules {
  if (isSummed(rules.measure)) return rules
  return {
    ...rules,
    overPlaces: traitsOf(rules).combinesReporters ? rules.overPlaces : 'none',
    overTime: rules.overTime === 'latest' ? 'latest' : 'none',
  }
}

/** Whether reporters and quarters may be summed before the rules are applied. */
export function poolable(rules: Rules): boolean {
  const { overPlaces, overTime } = effective(rules)
  return overPlaces === 'sum' && overTime === 'sum'
}

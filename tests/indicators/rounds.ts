import type { Quarter } from '../../src/calendar/quarter.ts'
import type { SurveyRound } from '../../src/indicators/frequency.ts'

/** Survey rounds of one quarter each, without names. */
export function roundsIn(quarters: readonly Quarter[]): SurveyRound[] {
  return [...quarters].sort((a, b) => a - b).map((quarter) => ({ from: quarter, to: quarter, name: null }))
}

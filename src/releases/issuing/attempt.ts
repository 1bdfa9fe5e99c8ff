import type { IssuingProblem } from '../../vocabulary/release.ts'

/** That somebody set out to issue a report: since when, and why it was not, once that is known. */
export type IssuingAttempt = { at: number; by: string; problem: IssuingProblem | null }

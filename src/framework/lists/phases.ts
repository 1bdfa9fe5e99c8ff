import { z } from 'zod'
import { code, lineInBoth, quarterValue } from './fields.ts'

/**
 * Runs of quarters in which the project is at work; between two of them it pauses. None: it is at work from its first quarter
 * to its last.
 */
export const phasesData = z.array(z.strictObject({ code, name: lineInBoth, first: quarterValue, last: quarterValue }))
export type PhaseRow = z.output<typeof phasesData>[number]

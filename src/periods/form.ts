import { z } from 'zod'
import { quarterParam } from '../forms/params.ts'
import { readForm } from '../forms/read.ts'
import { type FreeText, readFreeText } from '../privacy/free-text.ts'

/** The quarter of an address. */
export const byQuarter = z.object({ quarter: quarterParam })

/** Why a quarter stays as it is. */
export type Unchanged = 'already-closed' | 'not-closed' | 'not-over'

/** Letters of a reason for re-opening. */
const LONGEST_REASON = 500

const closingForm = z.object({ seen: z.string() })

/** Which outstanding submissions were named before; '' = none were. */
export function readSeen(body: unknown): string {
  return readForm(closingForm, body).typed.seen
}

const reasonForm = z.object({ text: z.string(), keep: z.string() })

export function readReason(body: unknown): FreeText {
  const { text, keep } = readForm(reasonForm, body).typed
  return readFreeText(text, LONGEST_REASON, keep === 'yes')
}

import { isPast } from './day.ts'
import type { Quarter } from './quarter.ts'
import { datesOf } from './span.ts'

/** One time a quarter was closed for changes; open again where it was re-opened. */
export type Closing = {
  closedAt: number
  closedBy: string | null
  reopenedAt: number | null
  reopenedBy: string | null
  reason: string | null
}

/** A quarter with the day its submissions are due, and whether it is closed now. */
export type DueDay = { quarter: Quarter; dueOn: string; closed: boolean }

/** The same with every time it was closed, oldest first. */
export type Period = DueDay & { closings: Closing[] }

/** Whether a quarter has ended in Viet Nam. */
export function isOver(quarter: Quarter, now: number): boolean {
  return isPast(datesOf({ from: quarter, to: quarter }).last, now)
}

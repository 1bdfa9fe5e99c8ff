import type { Quarter } from '../../calendar/quarter.ts'

/** One correction of one value: what it was, what it became, when that was approved, by whom, and why it was re-opened. */
export type Correction = {
  /** Its id. */
  indicator: number
  quarter: Quarter
  placeId: number
  partnerId: number
  cell: number
  /** Instant from which the new value is in force. */
  at: number
  /** Null: the value was blank, or is blank now. */
  wasState: 'reported' | 'not applicable' | null
  wasValue: number | null
  wasBase: number | null
  becameState: 'reported' | 'not applicable' | null
  becameValue: number | null
  becameBase: number | null
  by: string | null
  reason: string | null
}

/** What one approval corrected of a reporter's values of an indicator and quarter. */
export type CorrectedAtOnce = Pick<Correction, 'indicator' | 'quarter' | 'placeId' | 'partnerId' | 'at'>

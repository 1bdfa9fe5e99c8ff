import type { Quarter } from '../../calendar/quarter.ts'

/* What the second working is told: its own names for what its own selects read. */

export type AuditRow = {
  place: number
  partner: number
  quarter: Quarter
  /** Name of the combination of categories: "age=16-17|sex=female". */
  cell: string
  state: string
  value: number | null
  base: number | null
}
export type AuditAssignment = { place: number; partner: number; from: Quarter; to: Quarter | null }
export type AuditGround = {
  rows: readonly AuditRow[]
  assignments: readonly AuditAssignment[]
  /** Values that another approval changed, added or took away after their submission had been approved. */
  restated: readonly AuditRestated[]
  /** Places that became (part of) others, and duties handed to others. */
  successions: readonly AuditSuccession[]
  handovers: readonly AuditHandover[]
  /** Whether a place belongs to the figure, and whether it exists in a quarter. */
  isIn: (place: number) => boolean
  exists: (place: number, quarter: Quarter) => boolean
  /** Whether the project is at work in a quarter, and not before it, after it or in a pause. */
  works: (quarter: Quarter) => boolean
  /** First quarters of the project and of its phases. */
  begins: readonly Quarter[]
}

export type AuditQuarter = { quarter: Quarter; due: boolean; away: boolean; rows: AuditRow[] }
export type AuditRestated = Pick<AuditRow, 'place' | 'partner' | 'quarter' | 'cell'>
/** A category on its list from a quarter to a quarter. */
export type AuditListed = { breakdown: string; category: string; from: Quarter; to: Quarter | null }
export type AuditName = { place: number; partner: number }
export type AuditReporter = AuditName & { quarters: AuditQuarter[] }
export type AuditSuccession = { from: number; to: number }
export type AuditHandover = { from: AuditName; to: AuditName }

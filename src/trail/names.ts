import type { Quarter } from '../calendar/quarter.ts'
import type { Breakdown } from '../indicators/breakdown.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import type { Text } from '../language/text.ts'
import type { Partner } from '../partners/partner.ts'
import type { Places } from '../places/place.ts'
import type { Phase } from '../project/phase.ts'

/** Whose submission it is, and of which quarter. */
export type NamedSubmission = { id: number; partnerId: number; placeId: number; quarter: Quarter }

/** What the numbers and codes of events stand for, as it is called now. */
export type TrailNames = {
  project: Text | null
  phases: readonly Phase[]
  /** By id. */
  people: ReadonlyMap<number, string>
  partners: readonly Partner[]
  places: Places
  /** Statements, by code. */
  results: ReadonlyMap<string, Text>
  /** By code. */
  indicators: ReadonlyMap<string, DefinedIndicator>
  breakdowns: readonly Breakdown[]
  /** Of the events that are shown, by id. */
  submissions: ReadonlyMap<number, NamedSubmission>
  releases: ReadonlyMap<number, string>
}

import type { Text } from '../language/text.ts'
import { YEAR_STARTS } from '../vocabulary/indicator.ts'
import type { SettingName } from '../vocabulary/setting.ts'

/** RAG thresholds in per cent of target: at least `green` is green, at least `amber` amber, below that red. */
export type RagThresholds = { green: number; amber: number }

/** Months in which a donor's fiscal year can start, since a fiscal year is a union of quarters. */
export const FISCAL_START_MONTHS = YEAR_STARTS

/** A value for each name of the vocabulary. */
export type SettingValues = Record<SettingName, unknown> & {
  rag: RagThresholds
  fiscalStartMonth: (typeof FISCAL_START_MONTHS)[number]
  /** Whom readers of a donor report may ask: an office with its address; null where nobody said. */
  contact: Text | null
}

/** No donor read fixes RAG thresholds, so they are the project's own; these are the usual ones. */
export const DEFAULTS: SettingValues = { rag: { green: 90, amber: 70 }, fiscalStartMonth: 4, contact: null }

/** RAG thresholds in per cent of target: at least `green` is green, at least `amber` amber, below that red. */
export type RagThresholds = { green: number; amber: number }

export type SettingValues = {
  rag: RagThresholds
  /** Month in which the donor's fiscal year starts: 1, 4, 7 or 10, since a fiscal year is a union of quarters. */
  fiscalStartMonth: 1 | 4 | 7 | 10
}
export type SettingName = keyof SettingValues

/** No donor read fixes RAG thresholds, so they are the project's own; these are the usual ones. */
export const DEFAULTS: SettingValues = { rag: { green: 90, amber: 70 }, fiscalStartMonth: 4 }

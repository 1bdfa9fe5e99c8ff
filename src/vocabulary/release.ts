export const RELEASE_AUDIENCES = ['donor', 'public'] as const
/**
 * Below which counts are hidden when nobody asks for another number: restricted reports under an agreement hide 1–4, anything public
 * hides 1–9 (ONS and UK LLC hide below 10 in public).
 */
export const USUAL_THRESHOLDS = { donor: 5, public: 10 } as const satisfies Record<
  (typeof RELEASE_AUDIENCES)[number],
  number
>
/** Smaller counts than five are hidden from everybody outside, whoever asks. */
export const LOWEST_THRESHOLD = 5
export const RELEASE_LANGUAGES = ['vi', 'en', 'both'] as const
/** The files that a release is issued as beside its workbook: IATI, and its data for programs and as a region's programs read it. */
export const REPORT_FORMS = ['iati', 'data', 'table-vi', 'table-en'] as const
export type ReportForm = (typeof REPORT_FORMS)[number]
export const RELEASE_STATES = ['protecting', 'protected', 'failed', 'issued'] as const
/**
 * What becomes of a figure that earlier reports showed and that can't be shown as it is now: `hold` it at the number that was shown
 * last, marked, or `hide` it.
 */
export const SMALL_CHANGES = ['hold', 'hide'] as const
/** Why a release could not be protected. */
export const PROTECTION_FAILURES = [
  'solver-failed',
  'out-of-time',
  'interrupted',
  'ledger-damaged',
  'earlier-disagrees',
  'small-must-show',
  'does-not-add-up',
  'not-whole',
  'more-than-all',
  'not-known',
  'relation-untrue',
  'nothing',
  'all-small',
  'other',
] as const
/** Why a release that somebody set out to issue was not: what is to be done is in the language files. */
export const ISSUING_PROBLEMS = [
  'not-protected',
  'needs-agreement',
  'layout-broken',
  'unexplained',
  'nobody-to-receive',
  'evidence-removed',
  'changed',
  'ledger-damaged',
  'file-differs',
  'not-allowed',
  'clock-behind',
  'disk-full',
  'interrupted',
  'other',
] as const
export type IssuingProblem = (typeof ISSUING_PROBLEMS)[number]
export type ReleaseAudience = (typeof RELEASE_AUDIENCES)[number]
export type SmallChanges = (typeof SMALL_CHANGES)[number]
export type ReleaseLanguage = (typeof RELEASE_LANGUAGES)[number]
export type ReleaseState = (typeof RELEASE_STATES)[number]
export type ProtectionFailure = (typeof PROTECTION_FAILURES)[number]

/**
 * How finely sensitive figures are cut; the coarser, the fewer have to be hidden. `year`: the running one so far. `settled-year`: the
 * running one up to the last half of it that has come in.
 */
export const PROJECT_GRAINS = ['quarter', 'half-year', 'year'] as const
export const PROVINCE_GRAINS = ['quarter', 'half-year', 'year', 'settled-year', 'none'] as const
export const BREAKDOWN_GRAINS = ['year', 'settled-year', 'to-date', 'none'] as const
export const YEAR_KINDS = ['calendar', 'fiscal'] as const

export type Layout = {
  project: (typeof PROJECT_GRAINS)[number]
  province: (typeof PROVINCE_GRAINS)[number]
  breakdown: (typeof BREAKDOWN_GRAINS)[number]
  /** Calendar years, or the donor's fiscal years. */
  years: (typeof YEAR_KINDS)[number]
}

export const RELEASE_AUDIENCES = ['donor', 'public'] as const
export const RELEASE_LANGUAGES = ['vi', 'en', 'both'] as const
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
  'nothing',
  'all-small',
  'other',
] as const
export type ReleaseAudience = (typeof RELEASE_AUDIENCES)[number]
export type SmallChanges = (typeof SMALL_CHANGES)[number]
export type ReleaseLanguage = (typeof RELEASE_LANGUAGES)[number]
export type ReleaseState = (typeof RELEASE_STATES)[number]
export type ProtectionFailure = (typeof PROTECTION_FAILURES)[number]

/** How finely sensitive figures are cut; the coarser, the fewer have to be hidden. */
export const PROJECT_GRAINS = ['quarter', 'half-year', 'year'] as const
export const PROVINCE_GRAINS = ['quarter', 'half-year', 'year', 'none'] as const
export const BREAKDOWN_GRAINS = ['year', 'to-date', 'none'] as const
export const YEAR_KINDS = ['calendar', 'fiscal'] as const

import { thresholdFor } from '../disclosure/rule.ts'
import type { Person } from '../people/person.ts'
import type { Quarter } from '../periods/period.ts'

export const RELEASE_AUDIENCES = ['donor', 'public'] as const
export const RELEASE_LANGUAGES = ['vi', 'en', 'both'] as const
export const RELEASE_STATES = ['draft', 'protecting', 'protected', 'failed', 'issued'] as const
export type ReleaseAudience = (typeof RELEASE_AUDIENCES)[number]
export type ReleaseLanguage = (typeof RELEASE_LANGUAGES)[number]
export type ReleaseState = (typeof RELEASE_STATES)[number]

/** How finely sensitive figures are cut; the coarser, the fewer have to be hidden. */
export const PROJECT_GRAINS = ['quarter', 'half-year', 'year'] as const
export const PROVINCE_GRAINS = ['quarter', 'half-year', 'year', 'none'] as const
export const BREAKDOWN_GRAINS = ['year', 'to-date', 'none'] as const
export const YEAR_KINDS = ['calendar', 'fiscal'] as const

export type Layout = {
  project: (typeof PROJECT_GRAINS)[number]
  province: (typeof PROVINCE_GRAINS)[number]
  breakdown: (typeof BREAKDOWN_GRAINS)[number]
  /** Calendar years, or the donor's fiscal years. */
  years: (typeof YEAR_KINDS)[number]
}

/** About six clients a province and quarter: finer than this, most of it would be hidden. */
export const DEFAULT_LAYOUT: Layout = { project: 'quarter', province: 'year', breakdown: 'year', years: 'calendar' }

export type Release = {
  id: number
  title: string
  donor: string
  audience: ReleaseAudience
  threshold: number
  language: ReleaseLanguage
  from: Quarter
  to: Quarter
  layout: Layout
  /** Numbers of the comments that explain figures in it; what is not chosen stays in the house. */
  narrative: number[]
  asAt: number
  state: ReleaseState
  failure: string | null
  createdAt: number
  createdBy: number | null
  issuedAt: number | null
  issuedBy: number | null
}

/** What stands between a release and its being issued; null = nothing. */
export const OBSTACLES = ['not-protected', 'already-issued', 'needs-agreement', 'nobody-to-receive'] as const
export type Obstacle = (typeof OBSTACLES)[number]

/** A second manager must agree to a threshold below the audience's own and to anything public. */
export function needsAgreement({ audience, threshold }: Pick<Release, 'audience' | 'threshold'>): boolean {
  const rule = thresholdFor(audience, threshold)
  return 'refused' in rule || rule.needsSecondApproval
}

/** The maker's own agreement is none: two pairs of eyes. */
export function mayAgree(release: Pick<Release, 'state' | 'createdBy'>, person: Person, agreed: readonly number[]) {
  return release.state === 'protected' && release.createdBy !== person.id && !agreed.includes(person.id)
}

export function obstacleToIssuing(
  release: Pick<Release, 'state' | 'audience' | 'threshold' | 'createdBy'>,
  agreed: readonly number[],
  recipients: readonly number[],
): Obstacle | null {
  if (release.state === 'issued') return 'already-issued'
  if (release.state !== 'protected') return 'not-protected'
  if (needsAgreement(release) && !agreed.some((id) => id !== release.createdBy)) return 'needs-agreement'
  if (release.audience === 'donor' && recipients.length === 0) return 'nobody-to-receive'
  return null
}

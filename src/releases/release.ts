import type { Person } from '../access/person.ts'
import type { Quarter } from '../calendar/quarter.ts'
import { thresholdFor } from '../disclosure/rule.ts'
import {
  type Layout,
  PROTECTION_FAILURES,
  type ProtectionFailure,
  type ReleaseAudience,
  type ReleaseLanguage,
  type ReleaseState,
  type SmallChanges,
} from '../vocabulary/release.ts'

/**
 * About six clients a province and quarter: finer than this, most of it would be hidden. And of what grows from report to report by a
 * few: docs/disclosure.md has what each layout loses in a quarterly rhythm.
 */
export const DEFAULT_LAYOUT: Layout = {
  project: 'quarter',
  province: 'settled-year',
  breakdown: 'settled-year',
  years: 'calendar',
}

/** Why it could not be protected, and about which figure, if about one. `thrown`: by the solver; it is logged and not kept. */
export type Failure = { code: ProtectionFailure; about: string | null; thrown?: string }

/** Refusals that only a fault of the program can cause are all the same to whoever reads them. */
export function failureFrom(said: { refused: string; about?: string; thrown?: string }): Failure {
  const { refused, about, thrown } = said
  const code = PROTECTION_FAILURES.find((one) => one === refused)
  if (!code) return { code: 'other', about: refused }
  return { code, about: about ?? null, ...(thrown === undefined ? {} : { thrown }) }
}

export type Release = {
  id: number
  title: string
  donor: string
  /** Code of the donor by whose years and thresholds it is made; null in one made before they had any of their own. */
  donorCode: string | null
  audience: ReleaseAudience
  threshold: number
  language: ReleaseLanguage
  from: Quarter
  to: Quarter
  layout: Layout
  asAt: number
  /** What becomes of figures that earlier reports showed and that can't be shown as they are now. */
  smallChanges: SmallChanges
  /** How many counts it tells, wholly or in part, that earlier ones hid. */
  uncovers: number
  state: ReleaseState
  failure: Failure | null
  createdAt: number
  createdBy: number | null
  issuedAt: number | null
  issuedBy: number | null
}

/** A person, as they are named beside a release. */
export type Named = { id: number; name: string }

/** What stands between a release and its being issued; null = nothing. */
export const OBSTACLES = [
  'not-protected',
  'already-issued',
  'layout-broken',
  'unexplained',
  'evidence-removed',
  'needs-agreement',
  'nobody-to-receive',
  'clock-behind',
] as const
export type Obstacle = (typeof OBSTACLES)[number]

/** Below which number counts are hidden from an audience when nobody asks for another one. */
export type AudienceThresholds = Readonly<Record<ReleaseAudience, number>>

/** Why a second manager must agree: a threshold below the audience's own, the public, counts that earlier releases hid. */
export const AGREEMENT_REASONS = ['rule', 'uncovers'] as const
export type AgreementReason = (typeof AGREEMENT_REASONS)[number]

type Agreeable = Pick<Release, 'audience' | 'threshold' | 'uncovers'>

/** @param own below what the audiences' own thresholds are, where the project has set others than the usual ones */
export function agreementReasons(
  { audience, threshold, uncovers }: Agreeable,
  own?: AudienceThresholds,
): AgreementReason[] {
  const rule = thresholdFor(audience, threshold, own)
  const byRule = 'refused' in rule || rule.needsSecondApproval
  return [...(byRule ? (['rule'] as const) : []), ...(uncovers > 0 ? (['uncovers'] as const) : [])]
}

export function needsAgreement(release: Agreeable, own?: AudienceThresholds): boolean {
  return agreementReasons(release, own).length > 0
}

/** The maker's own agreement is none: two pairs of eyes. */
export function mayAgree(release: Pick<Release, 'state' | 'createdBy'>, person: Person, agreed: readonly number[]) {
  return release.state === 'protected' && release.createdBy !== person.id && !agreed.includes(person.id)
}

/**
 * @param brokenLayout whether the layout of its workbook names what is not there
 * @param unexplained how many figures are far from their plan without a word about it
 * @param removedEvidence how many files are named in it that are there no more
 */
export function obstacleToIssuing(
  release: Agreeable & Pick<Release, 'state' | 'createdBy'>,
  {
    agreed,
    recipients,
    brokenLayout,
    unexplained,
    removedEvidence,
  }: {
    agreed: readonly number[]
    recipients: readonly number[]
    brokenLayout: boolean
    unexplained: number
    removedEvidence: number
  },
  own?: AudienceThresholds,
): Obstacle | null {
  if (release.state === 'issued') return 'already-issued'
  if (release.state !== 'protected') return 'not-protected'
  if (brokenLayout) return 'layout-broken'
  if (unexplained > 0) return 'unexplained'
  if (removedEvidence > 0) return 'evidence-removed'
  if (needsAgreement(release, own) && !agreed.some((id) => id !== release.createdBy)) return 'needs-agreement'
  if (release.audience === 'donor' && recipients.length === 0) return 'nobody-to-receive'
  return null
}

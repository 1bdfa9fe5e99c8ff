import { LOWEST_THRESHOLD, USUAL_THRESHOLDS } from '../vocabulary/release.ts'
import { AUDIENCES, type Audience } from './audience.ts'

/** Why a threshold is refused. The sentences live in the language files. */
export const RULE_REFUSALS = [
  'audience-unknown',
  'threshold-not-whole',
  'threshold-below-five',
  'threshold-for-staff',
] as const
export type RuleRefusal = (typeof RULE_REFUSALS)[number]

export interface Rule {
  audience: Audience
  /** k: counts 1…k−1 are small. Null for staff, from whom nothing is hidden. */
  threshold: number | null
  /** True when a second manager must agree: k below the audience's default, or anything public. */
  needsSecondApproval: boolean
}

/** Nobody means more: next to nothing that is counted here would be left. */
export const HIGHEST_THRESHOLD = 1000

/**
 * The rule for an audience, with a k of the manager's own if one is asked for.
 * @param own the audiences' own thresholds, where the project has set others than the usual ones
 * A k that is not a whole number, or is below 5, is refused for every audience, whoever approves.
 */
export function thresholdFor(
  audience: string,
  requestedK?: number,
  own: Readonly<Record<keyof typeof USUAL_THRESHOLDS, number>> = USUAL_THRESHOLDS,
): Rule | { refused: RuleRefusal } {
  if (!isAudience(audience)) return { refused: 'audience-unknown' }
  if (requestedK !== undefined && !Number.isSafeInteger(requestedK)) return { refused: 'threshold-not-whole' }
  if (audience === 'staff') {
    if (requestedK !== undefined) return { refused: 'threshold-for-staff' }
    return { audience, threshold: null, needsSecondApproval: false }
  }
  const usual = own[audience]
  const threshold = requestedK ?? usual
  if (threshold < LOWEST_THRESHOLD) return { refused: 'threshold-below-five' }
  return { audience, threshold, needsSecondApproval: audience === 'public' || threshold < usual }
}

function isAudience(audience: string): audience is Audience {
  return (AUDIENCES as readonly string[]).includes(audience)
}

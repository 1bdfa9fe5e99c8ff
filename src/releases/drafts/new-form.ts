import { z } from 'zod'
import { dayAt } from '../../calendar/day.ts'
import { inAddress } from '../../forms/asked.ts'
import type { Donor } from '../../project/donor.ts'
import { BREAKDOWN_GRAINS, type Layout, PROJECT_GRAINS, PROVINCE_GRAINS, YEAR_KINDS } from '../../vocabulary/release.ts'
import { DEFAULT_LAYOUT } from '../release.ts'
import type { TypedRelease } from './form.ts'

/** First month of the donor's year, and how many of all indicators have values that such years cut. */
export type CutByYears = { start: number; cut: number; of: number }

/**
 * What the form of a new report begins with: the donor's own language, years and layout. Whom it goes to is left to its maker, since
 * what is issued can't be taken back from those who should not have had it.
 */
export function newForm(
  span: { from: string; to: string },
  now: number,
  donor: Pick<Donor, 'code' | 'language' | 'layout'> | null,
  fiscal: CutByYears,
): TypedRelease {
  return {
    title: '',
    titleChecked: '',
    ...span,
    donor: donor?.code ?? '',
    language: donor?.language ?? 'both',
    audience: 'donor',
    threshold: '',
    asAt: dayAt(now),
    recipients: [],
    supersedes: 'usual',
    ...usualLayout(donor, fiscal),
  }
}

/** How finely the reports of a donor are cut when nobody chooses otherwise. */
export function usualLayout(donor: Pick<Donor, 'layout'> | null, fiscal: CutByYears): Layout {
  return donor?.layout ?? { ...DEFAULT_LAYOUT, years: usualYears(fiscal) }
}

/** A donor reads figures by its own years, unless these can be formed of no indicator. */
function usualYears({ start, cut, of }: CutByYears): Layout['years'] {
  const none = cut === of && of > 0
  return start === 1 || none ? 'calendar' : 'fiscal'
}

/** A layout named in the address, as the links to better ones do; what is not is left to the form's own. */
const layout = {
  project: z.enum(PROJECT_GRAINS).optional(),
  province: z.enum(PROVINCE_GRAINS).optional(),
  breakdown: z.enum(BREAKDOWN_GRAINS).optional(),
  years: z.enum(YEAR_KINDS).optional(),
} satisfies Record<keyof Layout, z.ZodType>

/** With a donor whose usual report is begun. */
export const newInAddress = inAddress({ ...layout, donor: z.string().optional() })

import { quarterCode } from '../../calendar/quarter.ts'
import { codesOf, quartersIn, type Span } from '../../calendar/span.ts'
import { monthName, quarterWithDates } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import {
  BREAKDOWN_GRAINS,
  PROJECT_GRAINS,
  PROVINCE_GRAINS,
  RELEASE_AUDIENCES,
  RELEASE_LANGUAGES,
  YEAR_KINDS,
} from '../../vocabulary/release.ts'
import type { ReleaseErrors, TypedRelease } from './form.ts'

declare module '../../web/views/models.ts' {
  interface Views {
    'releases/new': ReturnType<typeof formPage>
  }
  interface Parts {
    'releases/audience': Pick<ReturnType<typeof formPage>, 'typed' | 'errors' | 'audiences' | 'donors'>
  }
}

/**
 * The form for a new report, as it was typed.
 * @param project the quarters that can be reported on
 * @param fiscal what the donor's fiscal years can't be formed of
 */
export function formPage(
  project: Span,
  donors: readonly { id: number; name: string }[],
  typed: TypedRelease,
  errors: ReleaseErrors,
  words: Words,
  fiscal: CutByYears = { start: 4, cut: 0, of: 0 },
) {
  const { t, language } = words
  const grains = (list: readonly (typeof PROVINCE_GRAINS | typeof BREAKDOWN_GRAINS)[number][]) =>
    list.map((value) => ({ value, label: t(`releases:grain.${value}`) }))
  return {
    typed,
    errors,
    /** What sentences about them name. */
    values: codesOf(project),
    donors: donors.map(({ id, name }) => ({ value: String(id), label: name })),
    quarters: quartersIn(project).map((quarter) => ({
      value: quarterCode(quarter),
      label: quarterWithDates(quarter, language),
    })),
    audiences: RELEASE_AUDIENCES.map((value) => ({ value, label: t(`releases:audience.${value}`) })),
    languages: RELEASE_LANGUAGES.map((value) => ({ value, label: t(`releases:language.${value}`) })),
    layout: {
      project: grains(PROJECT_GRAINS),
      province: grains(PROVINCE_GRAINS),
      breakdown: grains(BREAKDOWN_GRAINS),
      years: YEAR_KINDS.map((value) => ({
        value,
        label:
          value === 'fiscal'
            ? t('releases:years.fiscal-from', { month: monthName(fiscal.start, language) })
            : t('releases:years.calendar'),
      })),
    },
    /** How many indicators have no figures by the donor's years, where there are any. */
    yearsHint: yearsHint(fiscal, words),
    /** Whether the title may name somebody, so that its writer's word is asked for. */
    titleDoubted: errors.title === 'releases:wrong.title-names' || typed.titleChecked === 'yes',
  }
}

/** First month of the donor's year, and how many of all indicators have values that such years cut. */
export type CutByYears = { start: number; cut: number; of: number }

function yearsHint({ start, cut, of }: CutByYears, { t, language }: Words): string | null {
  if (cut === 0) return null
  const month = monthName(start, language)
  return cut === of ? t('releases:form.years-cut-all', { month }) : t('releases:form.years-cut', { month, cut, of })
}

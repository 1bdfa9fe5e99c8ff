import { quarterCode } from '../../calendar/quarter.ts'
import { codesOf, quartersIn } from '../../calendar/span.ts'
import type { Option } from '../../forms/option.ts'
import { weightsText } from '../../indicators/results/in-words.ts'
import type { WeightsOff } from '../../indicators/results/result.ts'
import { monthName, quarterWithDates } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import { donorNamed, thresholdOf } from '../../project/donor.ts'
import type { BrokenLayout } from '../../project/layout-faults.ts'
import { type ProjectCard, projectSpan } from '../../project/project.ts'
import {
  BREAKDOWN_GRAINS,
  PROJECT_GRAINS,
  PROVINCE_GRAINS,
  RELEASE_AUDIENCES,
  RELEASE_LANGUAGES,
  YEAR_KINDS,
} from '../../vocabulary/release.ts'
import { brokenLayoutText } from '../in-words.ts'
import type { Supersedable } from '../standing/standing.ts'
import type { ReleaseErrors, TypedRelease } from './form.ts'
import type { CutByYears } from './new-form.ts'

declare module '../../web/views/models.ts' {
  interface Views {
    'releases/new': ReturnType<typeof formPage>
  }
  interface Parts {
    'releases/audience': Pick<
      ReturnType<typeof formPage>,
      'typed' | 'errors' | 'audiences' | 'donors' | 'payers' | 'thresholds'
    >
  }
}

/** What the form for a new report is shown with. */
export type NewReportForm = {
  /** Of the project that is reported on. */
  card: Pick<ProjectCard, 'firstQuarter' | 'lastQuarter' | 'donors' | 'thresholds'>
  /** Whom it can be for. */
  donors: readonly { id: number; name: string }[]
  typed: TypedRelease
  errors: ReleaseErrors
  /** What the donor's fiscal years can't be formed of. */
  fiscal: CutByYears
  /** Reports that it may take the place of, the latest first. */
  supersedable: readonly Supersedable[]
  /** What those of outputs come to, where it is not the whole. */
  weights: WeightsOff | null
  /** What can't be followed in the layout of its donor's workbook. */
  brokenLayout: BrokenLayout | null
}

/** The form for a new report, as it was typed. */
export function formPage(form: NewReportForm, words: Words) {
  const { card, donors, typed, errors, fiscal, supersedable, weights, brokenLayout } = form
  const { t, language } = words
  const project = projectSpan(card)
  const grains = (list: readonly (typeof PROVINCE_GRAINS | typeof BREAKDOWN_GRAINS)[number][]) =>
    list.map((value) => ({ value, label: t(`releases:grain.${value}`) }))
  return {
    typed,
    errors,
    /** What sentences about them name. */
    values: codesOf(project),
    /** By whose years and thresholds: nothing to choose where there is one. */
    payers:
      card.donors.length > 1
        ? card.donors.map(({ code, name }) => ({
            href: `/releases/new?donor=${encodeURIComponent(code)}`,
            label: words.of(name),
            here: code === typed.donor,
          }))
        : [],
    thresholds: thresholdsIn(card, typed.donor),
    donors: donors.map(({ id, name }) => ({ value: String(id), label: name })),
    quarters: quartersIn(project).map((quarter) => ({
      value: quarterCode(quarter),
      label: quarterWithDates(quarter, language),
    })),
    audiences: RELEASE_AUDIENCES.map((value) => ({ value, label: t(`releases:audience.${value}`) })),
    supersedable: supersedableOptions(supersedable, words),
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
    /** How its workbook is laid out: by its donor, not by choices of the form. */
    workbook: workbookHint(card, typed.donor, words),
    brokenLayout: brokenLayout && brokenLayoutText(brokenLayout, words),
    weights: weights && weightsText(weights, words),
    /** How many indicators have no figures by the donor's years, where there are any. */
    yearsHint: yearsHint(fiscal, words),
    /** Whether the title may name somebody, so that its writer's word is asked for. */
    titleDoubted: errors.title === 'releases:wrong.title-names' || typed.titleChecked === 'yes',
  }
}

/** What it may take the place of; nothing to choose where nothing has been issued. */
function supersedableOptions(issued: readonly Supersedable[], { t }: Words): Option[] {
  if (issued.length === 0) return []
  return [
    ...(['usual', 'none'] as const).map((value) => ({ value, label: t(`releases:supersedable.${value}`) })),
    ...issued.map(({ id, title }) => ({ value: String(id), label: t('releases:list.numbered', { id, title }) })),
  ]
}

/** What is hidden when nothing is typed, as the hint names it. */
function thresholdsIn(card: Pick<ProjectCard, 'donors' | 'thresholds'>, donor: string): Record<string, string> {
  const of = (audience: 'donor' | 'public') => String(thresholdOf(card, audience, donor))
  return { donor: of('donor'), public: of('public') }
}

function yearsHint({ start, cut, of }: CutByYears, { t, language }: Words): string | null {
  if (cut === 0) return null
  const month = monthName(start, language)
  return cut === of ? t('releases:form.years-cut-all', { month }) : t('releases:form.years-cut', { month, cut, of })
}

/** By which layout the workbook is made; a project without donors has nothing to choose it by. */
function workbookHint({ donors }: Pick<ProjectCard, 'donors'>, code: string, { t, of }: Words): string | null {
  const donor = donorNamed(donors, code)
  if (!donor) return null
  const name = of(donor.name)
  return donor.workbook
    ? t('releases:form.workbook', { donor: name, layout: of(donor.workbook.name) })
    : t('releases:form.workbook-usual', { donor: name })
}

import { dayAt } from '../calendar/day.ts'
import { type Quarter, quarterCode } from '../calendar/quarter.ts'
import { GRAINS, quartersIn } from '../calendar/span.ts'
import { grainsFor } from '../indicators/periods.ts'
import { dates, dayOfYear, quarter } from '../language/format.ts'
import { AS_TABLE } from './addresses.ts'
import { hasMaps, type PageState } from './page-state.ts'
import { type FilterChecks, type FilterSelect, type ScopePart, scopeFields } from './scope/fields.ts'

export type Filters = {
  action: string
  selects: FilterSelect[]
  /** What has a list of its own to be ticked. */
  checks?: FilterChecks[]
  /** Those that are seldom touched, folded away with the day as at which figures are shown; open where one of them differs from the usual. */
  folded?: { selects: FilterSelect[]; isOpen: boolean }
  asAt: string
  /** A day besides the one as at which figures are shown. */
  day?: { name: string; label: string; value: string }
  today: string
  /** What else of the address stays as it is. */
  hidden?: Readonly<Record<string, string>>
}

declare module '../web/views/models.ts' {
  interface Parts {
    'dashboards/filters': { filters: Filters }
    'dashboards/as-at': Pick<Filters, 'asAt' | 'today'>
  }
}

/** @param parts what the page can be narrowed to; of the rest of the scope it hands on what is chosen */
export function filtersOf(
  state: PageState,
  action: string,
  whichever: 'quarter' | 'span',
  parts: readonly ScopePart[] = [],
  code?: string,
): Filters {
  const { t } = state.words
  const { choice, seenThrough } = state
  const spans =
    whichever === 'quarter'
      ? [quarterSelect(state, 'quarter', choice.to)]
      : [quarterSelect(state, 'from', choice.from), quarterSelect(state, 'to', choice.to), grainSelect(state, code)]
  const options = (list: readonly string[], of: 'basis' | 'map') =>
    list.map((value) => ({ value, label: t(`figures:${of}.${value}` as 'figures:basis.approved') }))
  const narrowed = scopeFields(state, parts)
  return {
    action,
    checks: narrowed.checks,
    hidden: narrowed.hidden,
    selects: [
      ...spans,
      ...narrowed.selects,
      ...donorSelect(state),
      // A report is of approved values, on the map of the reports.
      ...(seenThrough
        ? []
        : [
            {
              name: 'basis',
              label: t('figures:basis.label'),
              chosen: choice.basis,
              options: options(['approved', 'provisional'], 'basis'),
            },
          ]),
      ...(!seenThrough && hasMaps(state)
        ? [
            {
              name: 'map',
              label: t('figures:map.label'),
              chosen: choice.map,
              options: options(['as-reported', 'today'], 'map'),
            },
          ]
        : []),
    ],
    asAt: choice.asAt === null ? '' : dayAt(choice.asAt),
    today: dayAt(state.now),
  }
}

/** The same on the page of tables, which stays one. */
export function tableFilters(...of: Parameters<typeof filtersOf>): Filters {
  const filters = filtersOf(...of)
  return { ...filters, hidden: { ...filters.hidden, ...AS_TABLE } }
}

/** As whom figures are looked at; nothing in a project without donors. */
function donorSelect({ project, seenThrough, words: { t, of } }: PageState): FilterSelect[] {
  if (project.donors.length === 0) return []
  return [
    {
      name: 'donor',
      label: t('charts:seen.label'),
      chosen: seenThrough?.donor.code ?? '',
      options: [
        { value: '', label: t('charts:seen.staff') },
        ...project.donors.map(({ code, name }) => ({ value: code, label: of(name) })),
      ],
    },
  ]
}

function quarterSelect(state: PageState, name: 'quarter' | 'from' | 'to', chosen: Quarter): FilterSelect {
  const { project, choice, words } = state
  const last = Math.max(project.lastQuarter, choice.to)
  return {
    name,
    label: words.t(`charts:filters.${name}`),
    chosen: quarterCode(chosen),
    options: quartersIn({ from: project.firstQuarter, to: last }).map((one) => ({
      value: quarterCode(one),
      label: `${quarter(one, words.language)} (${dates({ from: one, to: one }, words.language)})`,
    })),
  }
}

/** @param code of the indicator that the page is about: what its values do not have is not offered, unless it was asked for */
function grainSelect({ choice, fiscalStart, words, histories }: PageState, code: string | undefined): FilterSelect {
  const history = code === undefined ? undefined : histories.get(code)
  // Fiscal years from January are calendar years.
  const known = (history ? grainsFor(history, choice) : GRAINS).filter(
    (one) => one !== 'fiscal-year' || fiscalStart !== 1,
  )
  const isIrregular = history !== undefined && known.includes('quarter') && !known.includes('half-year')
  const start = dayOfYear(1, fiscalStart, words.language)
  return {
    name: 'grain',
    label: words.t('figures:grain.label'),
    chosen: choice.grain,
    options: GRAINS.filter((grain) => known.includes(grain) || grain === choice.grain).map((grain) => ({
      value: grain,
      label: words.t(`figures:grain.${isIrregular && grain === 'quarter' ? 'own' : grain}`, { start }),
    })),
  }
}

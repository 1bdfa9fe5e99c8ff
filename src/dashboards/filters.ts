import { dayAt } from '../calendar/day.ts'
import { type Quarter, quarterCode } from '../calendar/quarter.ts'
import { GRAINS, quartersIn } from '../calendar/span.ts'
import { dates, quarter } from '../language/format.ts'
import type { PageState } from './page-state.ts'

export type FilterSelect = { name: string; label: string; chosen: string; options: { value: string; label: string }[] }
export type Filters = { action: string; selects: FilterSelect[]; asAt: string; today: string }

declare module '../web/views/models.ts' {
  interface Parts {
    'dashboards/filters': { filters: Filters }
  }
}

export function filtersOf(state: PageState, action: string, whichever: 'quarter' | 'span'): Filters {
  const { t } = state.words
  const { choice } = state
  const spans =
    whichever === 'quarter'
      ? [quarterSelect(state, 'quarter', choice.to)]
      : [quarterSelect(state, 'from', choice.from), quarterSelect(state, 'to', choice.to), grainSelect(state)]
  const options = (list: readonly string[], of: 'basis' | 'map') =>
    list.map((value) => ({ value, label: t(`figures:${of}.${value}` as 'figures:basis.approved') }))
  return {
    action,
    selects: [
      ...spans,
      {
        name: 'basis',
        label: t('figures:basis.label'),
        chosen: choice.basis,
        options: options(['approved', 'provisional'], 'basis'),
      },
      {
        name: 'map',
        label: t('figures:map.label'),
        chosen: choice.map,
        options: options(['as-reported', 'today'], 'map'),
      },
    ],
    asAt: choice.asAt === null ? '' : dayAt(choice.asAt),
    today: dayAt(state.now),
  }
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

function grainSelect({ choice, fiscalStart, words }: PageState): FilterSelect {
  const start = `01/${String(fiscalStart).padStart(2, '0')}`
  return {
    name: 'grain',
    label: words.t('figures:grain.label'),
    chosen: choice.grain,
    options: GRAINS.map((grain) => ({ value: grain, label: words.t(`figures:grain.${grain}`, { start }) })),
  }
}

import { dayAt } from '../../calendar/day.ts'
import { PROJECT } from '../../figures/question.ts'
import { projectSpan } from '../../project/project.ts'
import { writeChoice } from '../choice.ts'
import { type Filters, filtersOf } from '../filters.ts'
import type { FilterSelect } from '../scope/fields.ts'
import { AGAINST_PROJECT, type AskedComparison, comparableYears } from './address.ts'
import type { CompareView } from './view.ts'

/** The form of a comparison: what is compared, of whom, in which periods, as known when. */
export function compareFilters({ state, asked, sides }: CompareView): Filters {
  const { words, scope } = state
  const { kind, known } = asked
  const { hidden, selects, ...filters } = filtersOf(state, '/compare', 'span', ['partner'])
  const several = scope.areas.length > 1
  const { province, ...kept } = hidden ?? {}
  return {
    ...filters,
    hidden: { ...kept, ...(several && province !== undefined ? { province } : {}), of: kind },
    selects: [
      ...indicatorSelects(state, asked),
      ...areaSelects(state, asked, several, sides[0].group.key),
      ...(kind === 'years' ? [yearSelect(state, asked)] : []),
    ],
    folded: {
      selects: selects.filter(({ name }) => kind !== 'years' || !['from', 'to', 'grain'].includes(name)),
      isOpen: Object.keys({ ...writeChoice(state.choice, state.usual), ...partnerIn(scope) }).length > 0,
    },
    ...(kind === 'days' ? { day: { name: 'day', label: words.t('charts:compare.day'), value: dayAt(known) } } : {}),
  }
}

type State = CompareView['state']

function partnerIn({ partner }: State['scope']): object {
  return partner ? { partner } : {}
}

function indicatorSelects({ indicators, words }: State, { kind, indicator, other }: AskedComparison): FilterSelect[] {
  const options = indicators.map(({ code, name }) => ({ value: code, label: `${code}. ${words.of(name)}` }))
  const first = { name: 'indicator', label: words.t('charts:indicator'), chosen: indicator.code, options }
  const second = { name: 'other', label: words.t('charts:compare.other'), chosen: other.code, options }
  return kind === 'indicators' ? [first, second] : [first]
}

/**
 * @param shown the area whose figures stand first, or the whole project
 * @param several whether several areas are read as one: these were chosen elsewhere
 */
function areaSelects(
  state: State,
  { kind, against }: AskedComparison,
  several: boolean,
  shown: string,
): FilterSelect[] {
  const { offered, words } = state
  if (offered.areas.length === 0) return []
  const areas = offered.areas.map(({ slug, name }) => ({ value: slug, label: words.of(name) }))
  const withWhole = (value: string) => [{ value, label: words.t('charts:whole-project') }, ...areas]
  const first = {
    name: 'province',
    label: words.t('charts:overview.filter.province'),
    chosen: shown === PROJECT ? '' : shown,
    options: withWhole(''),
  }
  const second = {
    name: 'against',
    label: words.t('charts:compare.against'),
    chosen: against ?? AGAINST_PROJECT,
    options: withWhole(AGAINST_PROJECT),
  }
  return [...(several ? [] : [first]), ...(kind === 'areas' ? [second] : [])]
}

function yearSelect({ project, words: { t } }: State, { year }: AskedComparison): FilterSelect {
  return {
    name: 'year',
    label: t('charts:compare.year'),
    chosen: String(year),
    options: comparableYears(projectSpan(project)).map((one) => ({
      value: String(one),
      label: t('charts:compare.year-against', { year: String(one), before: String(one - 1) }),
    })),
  }
}

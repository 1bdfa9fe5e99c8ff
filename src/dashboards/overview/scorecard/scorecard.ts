import { dayAt } from '../../../calendar/day.ts'
import { day, quarter as quarterName } from '../../../language/format.ts'
import { componentOf, sectionOf } from '../../../vocabulary/component.ts'
import type { Query } from '../../choice.ts'
import { type Filters, filtersOf } from '../../filters.ts'
import { byUrgency, isBehind } from '../../off-track/off-track.ts'
import type { PageState } from '../../page-state.ts'
import { scopeLabels } from '../../scope/fields.ts'
import { type Here, isQuarterChosen, OVERVIEW } from '../addresses.ts'
import { shareMoved } from '../lists/changed.ts'
import { type Narrowing, ONLY, type Only, type Sort, writeNarrowing } from '../narrowing.ts'
import type { IndicatorStanding } from '../standing.ts'

/** One of several ways to look at the scorecard: a link, and whether it is the one that is looked at. */
export type WayModel = { label: string; href: string; here: boolean; count: number | null }

const IS: Readonly<Record<Only, (standing: IndicatorStanding) => boolean>> = {
  'off-track': ({ rated }) => isBehind(rated.progress),
  partial: ({ isPartial }) => isPartial,
}

/** Orders; those that are alike stay in the order of the framework. */
const ORDER: Readonly<Record<Sort, (one: IndicatorStanding, other: IndicatorStanding) => number>> = {
  framework: () => 0,
  pace: (one, other) => byUrgency(one.rated.progress, other.rated.progress),
  change: (one, other) => shareMoved(other) - shareMoved(one),
}

export function isOfComponent({ indicator }: IndicatorStanding, component: string | null): boolean {
  return component === null || sectionOf(indicator.component) === component
}

/** The standings that the scorecard has rows of, in its order. */
export function shownIn(
  standings: readonly IndicatorStanding[],
  { component, only, sort }: Narrowing,
): IndicatorStanding[] {
  return standings.filter((one) => isOfComponent(one, component) && (only === null || IS[only](one))).sort(ORDER[sort])
}

/** All, or only some of the indicators of the component that is looked at: each with how many there are. */
export function onlyWays(
  standings: readonly IndicatorStanding[],
  { component, only }: Narrowing,
  here: Here,
  t: Translate,
): WayModel[] {
  const own = standings.filter((one) => isOfComponent(one, component))
  return [
    { label: t('charts:overview.only.all'), href: here({ only: null }), here: only === null, count: own.length },
    ...ONLY.map((one) => ({
      label: t(`charts:overview.only.${one}`),
      href: here({ only: one }),
      here: only === one,
      count: own.filter(IS[one]).length,
    })),
  ]
}

/** The components that can be looked at by themselves, with how many indicators each has; none where there is only one. */
export function componentWays(
  standings: readonly IndicatorStanding[],
  components: readonly { key: string; title: string }[],
  narrowing: Narrowing,
  here: Here,
  t: Translate,
): WayModel[] {
  const counted = components.map(({ key, title }) => ({
    ...{ key, title },
    count: standings.filter((one) => isOfComponent(one, key)).length,
  }))
  return waysByComponent(counted, narrowing, here, t)
}

/** The same, of any list. @param here where the list leads to once it is narrowed otherwise */
export function waysByComponent(
  components: readonly { key: string; title: string; count: number | null }[],
  { component }: { component: string | null },
  here: (changes: { component: string | null }) => string,
  t: Translate,
): WayModel[] {
  if (components.length < 2) return []
  const all = {
    label: t('charts:overview.only.all'),
    href: here({ component: null }),
    here: component === null,
    count: null,
  }
  return [
    all,
    ...components.map(({ key, title, count }) => ({
      label: title,
      href: here({ component: key }),
      here: component === key,
      count,
    })),
  ]
}

/** A column of the scorecard before its provinces; with the way to the order by it, where there is one. */
export type ColumnModel = { name: string; label: string; href: string | null; here: boolean }

/** Columns by which the scorecard can be ordered. */
const SORTED_BY: Readonly<Partial<Record<string, Sort>>> = { indicator: 'framework', change: 'change', pace: 'pace' }
const COLUMNS = {
  indicator: 'charts:indicator',
  spark: 'charts:overview.scorecard.spark',
  latest: 'charts:overview.scorecard.latest',
  change: 'charts:overview.scorecard.change',
  'to-date': 'charts:overview.scorecard.to-date',
  pace: 'charts:overview.scorecard.pace',
} as const

export function scorecardColumns({ sort }: Narrowing, here: Here, t: Translate): ColumnModel[] {
  return Object.entries(COLUMNS).map(([name, label]) => {
    const by = SORTED_BY[name]
    const href = by === undefined ? null : `${here({ sort: by === 'framework' ? null : by })}#scorecard`
    return { name, label: t(label), href, here: by === sort }
  })
}

/** The overview can be narrowed to anything. */
const NARROWED_BY = ['areas', 'partner', 'tags'] as const

/** The filters of the page: its choice, whose figures are shown, and of which indicators. */
export function overviewFilters(state: PageState, narrowing: Narrowing): Filters {
  const filters = filtersOf(state, OVERVIEW, 'quarter', NARROWED_BY)
  return { ...filters, hidden: { ...filters.hidden, ...writeNarrowing(narrowing) } }
}

export type ChipModel = { label: string; href: string; remove: string }

/**
 * What differs from the page as it opens, each with the way back.
 * @param component that the page says nowhere else
 */
export function chipsOf(
  state: PageState,
  query: Query,
  component: string | null,
  here: (changes: Record<string, string | null>) => string,
): ChipModel[] {
  const { choice, words, seenThrough } = state
  const { t, language } = words
  const chips: [when: boolean, label: () => string, name: string][] = [
    [isQuarterChosen(query), () => quarterName(choice.to, language), 'quarter'],
    [component !== null, () => words.component(componentOf(component!)), 'component'],
    [choice.basis !== 'approved', () => t(`figures:basis-short.${choice.basis}`), 'basis'],
    [choice.map !== 'as-reported', () => t(`figures:map-short.${choice.map}`), 'map'],
    [
      choice.asAt !== null,
      () => t('charts:overview.filter.as-at', { day: day(dayAt(choice.asAt!), language) }),
      'asAt',
    ],
    [seenThrough !== null, () => t('charts:seen.as', { donor: words.of(seenThrough!.donor.name) }), 'donor'],
  ]
  const shown = chips.filter(([when]) => when).map(([, labelOf, name]) => ({ name, label: labelOf(), without: null }))
  return [...shown, ...scopeLabels(state, NARROWED_BY)].map(({ name, label, without }) => ({
    label,
    href: here({ [name]: without }),
    remove: t('charts:overview.filter.remove', { what: label }),
  }))
}

type Translate = PageState['words']['t']

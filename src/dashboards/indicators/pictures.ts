import { SLIDE_FILE } from '../../charts/export/downloads.ts'
import { groupsText, type ToldGroup } from '../../charts/groups-in-words.ts'
import { type PictureModel, pictureOf } from '../../charts/picture.ts'
import { numberIn } from '../../charts/point.ts'
import type { PublishableTable } from '../../disclosure/publishable.ts'
import type { Answer } from '../../figures/answer.ts'
import { UNSPLIT } from '../../figures/split.ts'
import type { Breakdown } from '../../indicators/breakdown.ts'
import { traitsOf } from '../../indicators/measure.ts'
import { periodWithDates } from '../../language/format.ts'
import { AS_TABLE, carried } from '../addresses.ts'
import { writeChoice } from '../choice.ts'
import type { Filters } from '../filters.ts'
import { WHOLE } from '../page-state.ts'
import { writeScope } from '../scope/scope.ts'
import { periodHeading } from '../tables/axes.ts'
import {
  byBreakdown,
  type DrawnTable,
  type IndicatorView,
  lowered,
  MOST_COLUMNS,
  outletOf,
  overTime,
  partsNote,
  rankedBreakdown,
  sideBySide,
  trend,
  viewQuery,
} from '../tables/tables.ts'
import { type AreasOverTime, areasOverTime } from './areas-over-time.ts'
import { areMany, RANKS, type Rank, rankText, shownByRank } from './ranking.ts'
import { toDateTables } from './to-date.ts'

/** More categories than this are ranked in one period each: stacked or side by side over time nobody could read them. */
export const MOST_STACKED = 6

/** What the pictures of an indicator are made from. `period`: key of the one that ranked categories are of. */
export type PicturesOfIndicator = IndicatorView & {
  soFar: Answer
  split: readonly { breakdown: Breakdown; answer: Answer }[]
  period: string
  rank: Rank
  /** What the page is told already: the trend need not be told twice. */
  sentence: string
}

/** A picture with a choice of its own, of which period it is, and with each area by itself where lines would be too many. */
export type IndicatorPicture = PictureModel & { choose: Filters | null; areas: AreasOverTime | null }

/** The pictures of a page, in their order: over time, its areas, its breakdowns. */
export function indicatorPictures(view: PicturesOfIndicator): IndicatorPicture[] {
  const { provinces, place, split } = view
  const overall = trendPicture(view)
  const areas = place || provinces.length < 2 ? [] : areaPictures(view)
  return [...(overall ? [overall] : []), ...areas, ...split.flatMap((one) => breakdownPicture(one, view))]
}

/** Over time: sums as bars with what they come to. What can't be added up has no picture of its own where its areas have one. */
function trendPicture(view: PicturesOfIndicator): IndicatorPicture | null {
  const drawn = trend(view, view.place)
  if (numbersIn(drawn.table) === 0 && view.place === null && numbersIn(overTime(view).table) > 0) return null
  const toDate = toDateTables(view, view.soFar)
  const shape = toDate.length > 0 ? 'sums' : drawn.shape
  return drawnAs(
    { ...drawn, shape },
    { title: view.state.words.t('charts:section.trend'), sentence: view.sentence, isTold: true },
    view,
    {
      toDate,
    },
  )
}

/** Lines of areas that have no colour, since there are so many of them in the project, are told apart by nothing. */
function areToldApart({ provinces, state: { colours } }: PicturesOfIndicator): boolean {
  return (
    provinces.length <= MOST_COLUMNS && (provinces.length === 1 || provinces.every(({ slug }) => colours.has(slug)))
  )
}

/** Areas beside each other, then over time: as lines or, of many, as a small picture each. */
function areaPictures(view: PicturesOfIndicator): IndicatorPicture[] {
  const beside = sideBySidePicture(view)
  if (areToldApart(view)) return [beside.picture, overTimePicture(view)]
  return [{ ...beside.picture, areas: areasOverTime({ ...view, provinces: inOrderOf(beside.shown, view) }) }]
}

/** Areas as they are shown beside each other; where that is all of them, in the order of the framework. */
function inOrderOf(shown: PublishableTable, { provinces }: PicturesOfIndicator): IndicatorView['provinces'] {
  if (shown.rows.length === provinces.length) return provinces
  const bySlug = new Map(provinces.map((one) => [one.slug, one]))
  return shown.rows.map(({ key }) => bySlug.get(key)!)
}

/** The areas over the whole span; of what can't be added up over time, in the last period that most have a number of. */
function sideBySidePicture(view: PicturesOfIndicator): { picture: IndicatorPicture; shown: PublishableTable } {
  const { t, of } = view.state.words
  const title = t('charts:section.side-by-side')
  const whole = sideBySide(view)
  if (numbersIn(whole.table) > 0) return ofAreas(whole, title, view)
  const one = sideBySide(view, lastTold(view)?.key)
  return ofAreas(one, `${title}, ${of(one.table.columns[0]!.label)}`, view)
}

/** Of many areas some, with a choice of which; what is said is said of all of them. */
function ofAreas(drawn: DrawnTable, title: string, view: PicturesOfIndicator) {
  const { words } = view.state
  const table = ranked(drawn.table)
  const shown = shownByRank(table, view.rank, words)
  const sentence = groupsText(groupsIn(table, view), view.indicator, false, words)
  const picture = drawnAs({ ...drawn, table: shown }, { title, sentence }, view)
  if (!areMany(table)) return { picture, shown }
  const options = RANKS.map((rank) => ({ value: rank, label: rankText(rank, table.rows.length, words) }))
  const select = { name: 'rank', label: words.t('charts:rank.label'), chosen: view.rank, options }
  return { picture: { ...picture, choose: chooseOf(select, picture.id, view) }, shown }
}

function overTimePicture(view: PicturesOfIndicator): IndicatorPicture {
  const { words } = view.state
  const title = words.t('charts:section.over-time')
  const drawn = overTime(view)
  const last = lastTold(view)
  if (!last) return drawnAs(drawn, { title, sentence: groupsText([], view.indicator, false, words) }, view)
  const { table } = sideBySide(view, last.key)
  const told = groupsText(groupsIn(table, view), view.indicator, false, words)
  return drawnAs(drawn, { title, sentence: `${words.of(periodHeading(last).label)}: ${told}` }, view)
}

/** The last period that most of the areas have a number of, or the last that any has. */
function lastTold({ periods, provinces, answer, indicator }: PicturesOfIndicator) {
  const numbers = ({ key }: { key: string }) =>
    provinces.filter(({ slug }) => answer.figure(indicator.code, slug, key).value !== null).length
  return (
    periods.findLast((span) => numbers(span) * 2 > provinces.length) ?? periods.findLast((span) => numbers(span) > 0)
  )
}

/** The largest first; what has no number last. */
function ofGroups(drawn: DrawnTable, title: string, view: PicturesOfIndicator, note: string | null = null) {
  const { words } = view.state
  const table = ranked(drawn.table)
  const groups = groupsIn(table, view)
  const isWhole = traitsOf(view.indicator).isAmount && !table.overlapping && table.rowsAre === 'categories'
  const sentence = groupsText(groups, view.indicator, isWhole, words)
  return drawnAs({ ...drawn, table }, { title, sentence, note }, view)
}

function groupsIn(table: PublishableTable, { state: { words } }: PicturesOfIndicator): ToldGroup[] {
  return table.rows.map((row, nth) => ({
    name: words.of(row.label),
    shown: table.cells[nth]![0]!.shown,
    isRest: named([row]).length === 0,
  }))
}

function breakdownPicture({ breakdown, answer }: PicturesOfIndicator['split'][number], view: PicturesOfIndicator) {
  const { words } = view.state
  const drawn = byBreakdown(view, breakdown, answer)
  if (numbersIn(drawn.table) === 0) return []
  const title = words.t('charts:section.breakdown', { breakdown: lowered(words.of(breakdown.name)) })
  const note = partsNote(drawn.table, words)
  const inPeriod = (key: string) => rankedBreakdown(view, breakdown, answer, key)
  const told = toldPeriod(view, (key) => numbersIn(inPeriod(key).table))
  const { table } = inPeriod(told?.key ?? view.period)
  if (named(drawn.table.columns).length <= MOST_STACKED) {
    const isWhole = traitsOf(view.indicator).isAmount && !drawn.table.overlapping
    const sentence = groupsText(groupsIn(ranked(table), view), view.indicator, isWhole, words)
    const period = told ? `${words.of(periodHeading(told).label)}: ` : ''
    return [drawnAs(drawn, { title, note, sentence: `${period}${sentence}` }, view)]
  }
  const picture = ofGroups(inPeriod(told?.key ?? view.period), title, view, note)
  return [{ ...picture, choose: periodChoice({ ...view, period: told?.key ?? view.period }, picture.id) }]
}

/** The last period that has a number, where the whole span is told and has none; null: the span, or what is chosen, is told. */
function toldPeriod({ period, periods }: PicturesOfIndicator, numbers: (key: string) => number) {
  if (period !== WHOLE || numbers(WHOLE) > 0) return null
  return periods.findLast(({ key }) => numbers(key) > 0) ?? null
}

/** Categories without what is not recorded and what can't be split: those are few, and grey. */
function named(headings: readonly { key: string }[]) {
  return headings.filter(({ key }) => key !== UNSPLIT && !key.endsWith('=not-recorded'))
}

function ranked(table: PublishableTable): PublishableTable {
  const value = (row: number) => numberIn(table.cells[row]![0]!.shown) ?? Number.NEGATIVE_INFINITY
  const isNamed = (row: number) => named([table.rows[row]!]).length
  const order = [...table.rows.keys()].sort((one, other) => isNamed(other) - isNamed(one) || value(other) - value(one))
  return { ...table, rows: order.map((row) => table.rows[row]!), cells: order.map((row) => table.cells[row]!) }
}

function numbersIn({ cells }: PublishableTable): number {
  return cells.flat().filter(({ shown }) => numberIn(shown) !== null).length
}

/** Of which period categories are ranked: any of the page, or all of its span. */
function periodChoice(view: PicturesOfIndicator, id: string): Filters {
  const { state, periods, period } = view
  const { words } = state
  const options = [
    { value: '', label: words.t('charts:whole-span') },
    ...periods.map((span) => ({ value: span.key, label: periodWithDates(span, words.language) })),
  ]
  const select = { name: 'period', label: words.t('charts:period'), chosen: period === WHOLE ? '' : period, options }
  return chooseOf(select, id, view)
}

/** One choice of a picture; all else of the page stays as it is. */
function chooseOf(select: Filters['selects'][number], id: string, view: PicturesOfIndicator): Filters {
  const { state, indicator } = view
  const { [select.name]: _, ...others } = shownQuery(view)
  return {
    action: `/indicators/${encodeURIComponent(indicator.code)}#${id}`,
    selects: [select],
    asAt: '',
    today: '',
    hidden: { ...writeChoice(state.choice, state.usual), ...writeScope(state.scope), ...viewQuery(view), ...others },
  }
}

/** What is chosen of the pictures, where that is not the usual. */
function shownQuery({ period, rank }: Pick<PicturesOfIndicator, 'period' | 'rank'>): Record<string, string> {
  return { ...(period === WHOLE ? {} : { period }), ...(rank === 'largest' ? {} : { rank }) }
}

/** @param said title and words, which the page gives it */
function drawnAs(
  drawn: DrawnTable,
  said: { title: string; sentence: string; note?: string | null; isTold?: boolean },
  view: PicturesOfIndicator,
  more: Pick<Parameters<typeof pictureOf>[1], 'toDate'> = {},
): IndicatorPicture {
  const { state, indicator } = view
  const path = `/indicators/${encodeURIComponent(indicator.code)}`
  const outlet = outletOf(drawn, view)
  const picture = pictureOf(drawn.table, {
    ...outlet,
    downloads: { ...outlet.downloads, slide: slideHref(drawn.table.id, view) },
    ...more,
    title: said.title,
    note: said.note ?? null,
    sentence: said.sentence,
    isTold: said.isTold ?? false,
    tableHref: carried(state, path, { ...viewQuery(view), ...AS_TABLE }),
  })
  return { ...picture, choose: null, areas: null }
}

function slideHref(id: string, view: PicturesOfIndicator): string {
  const { state, indicator } = view
  return carried(state, `/indicators/${encodeURIComponent(indicator.code)}/${SLIDE_FILE}`, {
    ...viewQuery(view),
    ...shownQuery(view),
    picture: id,
  })
}

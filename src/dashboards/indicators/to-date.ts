import type { Quarter } from '../../calendar/quarter.ts'
import type { NamedSpan } from '../../calendar/span.ts'
import type { ChartOptions } from '../../charts/model/chart.ts'
import { staffTableOf } from '../../charts/staff-table.ts'
import type { Answer } from '../../figures/answer.ts'
import type { Question } from '../../figures/question.ts'
import { dates } from '../../language/format.ts'
import { both } from '../../language/text.ts'
import { isFlow } from '../../targets/target.ts'
import { ratedUntil } from '../overview/question.ts'
import { chosenQuestion, type PageState } from '../page-state.ts'
import { periodHeading, sourceIn, wholeAxis } from '../tables/axes.ts'
import { groupOfView, groupsOfView, type IndicatorView } from '../tables/tables.ts'

/** Key of the span from the beginning to a quarter. */
export function toDateKey(state: Pick<PageState, 'project'>, quarter: Quarter): string {
  return ratedUntil(state, quarter).key
}

/** From the beginning to the end of each period of an indicator. */
export function toDateQuestion(view: Omit<IndicatorView, 'answer' | 'provinces'>): Question {
  const { state, indicator, periods } = view
  const ends = [...new Set([...periods.map(({ to }) => to), state.choice.to])]
  const spans = ends.map((to) => ratedUntil(state, to))
  return chosenQuestion(state, { indicators: [indicator.code], groups: groupsOfView(view), spans })
}

/** What sums of periods come to; nothing where they do not add up, or are themselves from the beginning. */
export function toDateTables(view: IndicatorView, soFar: Answer): NonNullable<ChartOptions['toDate']> {
  const { state, indicator, periods } = view
  if (!isFlow(indicator) || periods.some(({ grain }) => grain === 'to-date')) return []
  const begins = [...new Set(periods.map(({ to }) => ratedUntil(state, to).from))]
  return begins.map((begin) => {
    const nths = [...periods.keys()].filter((nth) => ratedUntil(state, periods[nth]!.to).from === begin)
    const own = nths.map((nth) => periods[nth]!)
    return { nths, label: labelOf(begin, own, begins.length > 1, view), table: tableOf(view, own, soFar) }
  })
}

function labelOf(begin: Quarter, own: readonly NamedSpan[], isOneOfMany: boolean, { state: { words } }: IndicatorView) {
  const label = words.t('figures:grain.to-date')
  return isOneOfMany ? `${label} (${dates({ from: begin, to: own.at(-1)!.to }, words.language)})` : label
}

function tableOf(view: IndicatorView, periods: readonly NamedSpan[], soFar: Answer) {
  const { state, indicator } = view
  const headings = periods.map((span) => ({ ...periodHeading(span), key: toDateKey(state, span.to) }))
  const columns = wholeAxis(state)
  const wish = {
    id: 'to-date',
    title: both((language) => state.words.in(language).t('figures:grain.to-date')),
    indicator,
    rows: { are: 'periods' as const, headings },
    columns: { ...columns, keys: [groupOfView(view)] },
    at: {},
    source: sourceIn(state.words),
  }
  return staffTableOf(soFar, wish, state.compare)
}

import type { PublishableTable } from '../../disclosure/publishable.ts'
import type { Answer } from '../../figures/answer.ts'
import type { Breakdown } from '../../indicators/breakdown.ts'
import { dates } from '../../language/format.ts'
import {
  breakdownsOf,
  byBreakdown,
  type DrawnTable,
  type IndicatorView,
  overTime,
  sideBySide,
  trend,
} from '../tables/tables.ts'

/** A table on its own, with the dates and the file name it goes by. */
export type NamedTable = { table: PublishableTable; dates: string; name: string }

/**
 * One table of an indicator's page by its name; null when the page has no such table.
 * @param answerBy the answer to a breakdown's question
 */
export function tableNamed(
  view: IndicatorView,
  name: string,
  answerBy: (breakdown: Breakdown) => Answer,
): NamedTable | null {
  const { state, indicator } = view
  const found = drawnAs(view, name, answerBy)
  return (
    found && { table: found.table, dates: dates(state.choice, state.words.language), name: `${indicator.code}-${name}` }
  )
}

function drawnAs(view: IndicatorView, name: string, answerBy: (breakdown: Breakdown) => Answer): DrawnTable | null {
  if (name === 'trend') return trend(view)
  const place = view.state.provinces.find(({ slug }) => name === `trend-${slug}`)
  if (place) return trend(view, place)
  if (name === 'provinces') return sideBySide(view)
  if (name === 'over-time') return overTime(view)
  const breakdown = breakdownsOf(view).find((one) => name === `by-${one.code}`)
  return breakdown ? byBreakdown(view, breakdown, answerBy(breakdown)) : null
}

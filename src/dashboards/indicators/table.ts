import type { Answer } from '../../figures/answer.ts'
import type { Breakdown } from '../../indicators/breakdown.ts'
import {
  breakdownsOf,
  byBreakdown,
  type DrawnTable,
  type IndicatorView,
  overTime,
  sideBySide,
  trend,
} from '../tables/tables.ts'

/**
 * One table of an indicator's page by its name; null when the page has no such table.
 * @param answerBy the answer to a breakdown's question
 */
export function tableNamed(
  view: IndicatorView,
  name: string,
  answerBy: (breakdown: Breakdown) => Answer,
): DrawnTable | null {
  if (name === 'trend') return trend(view)
  const place = view.state.provinces.find(({ slug }) => name === `trend-${slug}`)
  if (place) return trend(view, place)
  if (name === 'provinces') return sideBySide(view)
  if (name === 'over-time') return overTime(view)
  const breakdown = breakdownsOf(view).find((one) => name === `by-${one.code}`)
  return breakdown ? byBreakdown(view, breakdown, answerBy(breakdown)) : null
}

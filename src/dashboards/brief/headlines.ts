import { behindPlan, byUrgency, isBehind } from '../off-track/off-track.ts'
import { whoToAsk } from '../overview/lists/behind.ts'
import type { IndicatorStanding } from '../overview/standing.ts'
import { areaPath } from '../page-state.ts'
import { reportsFrom } from '../provinces/reports.ts'
import { type MultipleCard, multipleCard } from '../small-multiples/card.ts'
import { cardContext } from '../small-multiples/page.ts'
import type { BriefView } from './view.ts'

/** A figure that stands on the first side with its picture and, where it is behind its plan, with whom to ask. */
export type Headline = MultipleCard & { ask: string | null }

/** What is furthest behind its plan, then what is on it, then what is held against none but has a picture. */
export function headlines(view: BriefView, current: readonly IndicatorStanding[], most: number): Headline[] {
  const { state, place, duties, reports } = view
  const { words, choice } = state
  const context = cardContext(view, { areas: [], path: areaPath(state, place.slug) })
  const ask = (standing: IndicatorStanding) =>
    words.t('charts:overview.ask', {
      who: whoToAsk(standing, reportsFrom(state, place), choice.to, { ...reports, duties }, words),
    })
  const behind = behindPlan(current)
  const others = current
    .filter((one) => !behind.includes(one))
    .sort((a, b) => byUrgency(a.rated.progress, b.rated.progress))
  return [...behind, ...others]
    .map((standing) => ({
      ...multipleCard(standing, context),
      ask: isBehind(standing.rated.progress) ? ask(standing) : null,
    }))
    .filter(({ picture }) => picture !== null)
    .slice(0, most)
}

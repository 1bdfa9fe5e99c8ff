import { type StackedBar, stackedBarOf } from '../../charts/stacked-bar.ts'
import type { Words } from '../../language/words.ts'
import { type RatingCount, ratingCounts } from '../../targets/in-words.ts'
import { sectionOf } from '../../vocabulary/component.ts'
import type { ComponentHeading } from '../components/heading.ts'
import { behindPlan } from '../off-track/off-track.ts'
import type { IndicatorStanding } from './standing.ts'

/** A component, and where there is more of it. */
export type ShownComponent = ComponentHeading & { href: string | null }

/** A component on the overview: how many of its indicators stand how, and one sentence. */
export type Panel = ShownComponent & {
  counts: RatingCount[]
  shares: StackedBar | null
  sentence: string
}

const MOST_NAMED = 2

export function panelOf(
  { key, colour, title, href }: ShownComponent,
  standings: readonly IndicatorStanding[],
  words: Words,
): Panel {
  const own = standings.filter(({ indicator }) => sectionOf(indicator.component) === key)
  const counts = ratingCounts(
    own.map(({ rated }) => rated.progress?.rag ?? 'grey'),
    words,
  )
  return {
    key,
    colour,
    title,
    href,
    counts,
    shares: stackedBarOf(counts),
    sentence: sentenceOn(own, words),
  }
}

/** "8 of 14 on plan; furthest behind: P11, P13." */
function sentenceOn(own: readonly IndicatorStanding[], { t }: Words): string {
  const rated = own.filter(({ rated: { progress } }) => progress !== null && progress.why === undefined)
  const behind = behindPlan(own)
  const onPlan = rated.length - behind.length
  if (rated.length === 0) return t('charts:overview.panel.unrated', { count: own.length })
  if (behind.length === 0) return t('charts:overview.panel.all', { count: rated.length })
  const codes = behind.slice(0, MOST_NAMED).map(({ indicator }) => indicator.code)
  return t('charts:overview.panel.some', { k: onPlan, n: rated.length, worst: codes.join(', ') })
}

import { type StackedBar, stackedBarOf } from '../../charts/stacked-bar.ts'
import { quarter as quarterName } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { Place } from '../../places/place.ts'
import { type RatingCount, ratingCounts } from '../../targets/in-words.ts'
import { carried } from '../addresses.ts'
import { placeCompletenessText, type Statement } from '../completeness.ts'
import { byUrgency, isBehind } from '../off-track/off-track.ts'
import type { IndicatorStanding } from '../overview/standing.ts'
import { areaPath } from '../page-state.ts'
import { dueKeys } from '../small-multiples/view.ts'
import { askedIn, standingsOn } from './facts.ts'
import type { Order } from './narrowing.ts'
import type { ListView } from './view.ts'

/** An area in the list: whether it has reported, how its indicators stand, and which are furthest behind. */
export type ListedArea = {
  name: string
  href: string
  complete: Statement
  counts: RatingCount[]
  shares: StackedBar | null
  worst: string
}

const MOST_NAMED = 3

/** With what lists of them are put in order by. */
export type SortableArea = { row: ListedArea; behind: number; missing: number }

/** Those that are alike stay in the order of the project. */
export const BY_ORDER: Readonly<Record<Order, (one: SortableArea, other: SortableArea) => number>> = {
  project: () => 0,
  pace: (one, other) => other.behind - one.behind,
  reports: (one, other) => other.missing - one.missing,
}

/** @param isShown which indicators are counted */
export function listedAreas(
  view: ListView,
  places: readonly Place[],
  isShown: (indicator: IndicatorStanding['indicator']) => boolean,
): SortableArea[] {
  const { state, answer } = view
  const { words } = state
  const standings = standingsOn(view, places).filter(({ indicator }) => isShown(indicator))
  const due = dueKeys(view)
  const codes = askedIn(view).flatMap((one) => (isShown(one) && due.has(one.code) ? [one.code] : []))
  const quarter = quarterName(state.choice.to, words.language)
  return places.map(({ slug, name }, nth) => {
    const own = standings.flatMap(({ indicator, provinces }) => {
      const { figure, progress } = provinces[nth]!
      return figure.state === 'not due' ? [] : [{ code: indicator.code, progress }]
    })
    const behind = own.filter(({ progress }) => isBehind(progress))
    const counts = ratingCounts(
      own.map(({ progress }) => progress?.rag ?? 'grey'),
      words,
    )
    const row = {
      name: words.of(name),
      href: carried(state, areaPath(state, slug)),
      complete: placeCompletenessText(answer, codes, slug, (code) => due.get(code)!, quarter, words),
      counts: counts.filter(({ number }) => number > 0),
      shares: stackedBarOf(counts),
      worst: worstText(behind, words),
    }
    const missing = codes.filter((code) => {
      const [came, expected] = answer.figure(code, slug, due.get(code)!).coverage
      return came < expected
    })
    return { row, behind: behind.length, missing: missing.length }
  })
}

/** "Furthest behind: P11, P13, V4". */
function worstText(
  behind: readonly { code: string; progress: Parameters<typeof byUrgency>[0] }[],
  { t }: Words,
): string {
  const [first, ...rest] = [...behind]
    .sort((one, other) => byUrgency(one.progress, other.progress))
    .slice(0, MOST_NAMED)
  return first ? t('charts:lists.worst', { codes: [first, ...rest].map(({ code }) => code).join(', ') }) : ''
}

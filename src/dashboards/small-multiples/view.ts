import type { NamedSpan } from '../../calendar/span.ts'
import type { Answer } from '../../figures/answer.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { Place } from '../../places/place.ts'
import type { Slot } from '../../submissions/board/slot.ts'
import { type IndicatorStanding, indicatorStanding } from '../overview/standing.ts'
import type { PageState } from '../page-state.ts'

/** What a page of small pictures is shaped from. */
export type PicturesView = {
  state: PageState
  indicators: readonly DefinedIndicator[]
  /** Whose figures are drawn: an area, or the whole project. */
  group: string
  answer: Answer
  /** Whether the address says until when; else the page opened on the last complete quarter. */
  isAsked: boolean
  /** By code of the indicator: the spans of its values. */
  own: ReadonlyMap<string, readonly NamedSpan[]>
  /** What is expected for the quarter after the one that is shown. */
  slots: readonly Slot[]
}

/** Of each indicator that is due in the quarter of the page: the key of the span of its value. */
export function dueKeys({ state, own }: Pick<PicturesView, 'state' | 'own'>): Map<string, string> {
  return new Map(
    [...own].flatMap(([code, spans]) => {
      const last = spans.find(({ to }) => to === state.choice.to)
      return last ? [[code, last.key] as const] : []
    }),
  )
}

/** Every indicator that is reported, or once was, in the order of the framework. */
export function standingsOf(
  { state, indicators, group, answer, own }: PicturesView,
  provinces: readonly Place[],
): IndicatorStanding[] {
  const context = { state, answer, own, provinces, group }
  return indicators
    .filter(({ code }) => own.get(code)!.some(({ key }) => answer.figure(code, group, key).state !== 'not due'))
    .flatMap((indicator) => indicatorStanding(indicator, context) ?? [])
}

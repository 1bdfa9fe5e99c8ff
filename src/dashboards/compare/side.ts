import type { NamedSpan, Span } from '../../calendar/span.ts'
import type { Answer } from '../../figures/answer.ts'
import type { PlaceGroup } from '../../figures/question.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { numberStyleOf, traitsOf } from '../../indicators/measure.ts'
import type { Text } from '../../language/text.ts'
import type { PageState } from '../page-state.ts'

/** What is compared: a year with the one before, two indicators, two areas, what is known now with what was known on a day. */
export const COMPARED = ['years', 'indicators', 'areas', 'days'] as const
export type ComparedKind = (typeof COMPARED)[number]

/** One of the two that are compared: an indicator of somebody in some periods, as it was known at an instant. */
export type ComparedSide = {
  name: Text
  state: PageState
  indicator: DefinedIndicator
  group: PlaceGroup
  answer: Answer
  /** Its periods, each beside the one of the other side in the same place; and all of them as one. */
  periods: readonly NamedSpan[]
  whole: Span
}

/** Key of the span that is all of the periods. */
export const ALL_PERIODS = 'all'

/** Whether the figures of two indicators count the same thing in the same way, so that they can stand on one axis. */
export function isOfOneUnit(one: DefinedIndicator, other: DefinedIndicator): boolean {
  const kind = (of: DefinedIndicator) => {
    const { scale, isPercent } = numberStyleOf(of)
    return [traitsOf(of).shown, scale, isPercent, of.countingUnit.en, of.baseUnit?.en, ...of.stages.map(({ en }) => en)]
  }
  return kind(one).join('|') === kind(other).join('|')
}

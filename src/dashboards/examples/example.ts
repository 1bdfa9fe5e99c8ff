import type { NamedSpan } from '../../calendar/span.ts'
import type { Answer } from '../../figures/answer.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { periodName } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { Place } from '../../places/place.ts'
import type { IndicatorStanding } from '../overview/standing.ts'
import type { PageState } from '../page-state.ts'

/** A rule at work in the project's own figures: a sentence, and where its figure comes from. */
export type Example = { text: string; href: string }

/** So many areas are looked through: an example that none of them has is not worth the time of the others. */
export const MOST_AREAS = 12

/** What examples are looked for in: the figures of the overview, every indicator under its own spans. */
export type ExampleView = {
  state: PageState
  answer: Answer
  own: ReadonlyMap<string, readonly NamedSpan[]>
  areas: readonly Place[]
  standings: readonly IndicatorStanding[]
  /** Counts below it are hidden from donors. */
  threshold: number
  /** Where a figure comes from. */
  originOf: (code: string, group: string, span: string) => string
}

/** "V3. Clients receiving a service" */
export function exampleName({ code, name }: DefinedIndicator, words: Words): string {
  return `${code}. ${words.of(name)}`
}

/** The spans of an indicator's values up to the quarter of the page, the latest first. */
export function spansBack({ own, state }: ExampleView, code: string): NamedSpan[] {
  return (own.get(code) ?? []).filter(({ to }) => to <= state.choice.to).reverse()
}

export function spanText(span: NamedSpan, words: Words): string {
  return periodName(span, words.language)
}

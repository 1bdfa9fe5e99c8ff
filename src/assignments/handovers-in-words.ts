import type { Quarter } from '../calendar/quarter.ts'
import { datesOf } from '../calendar/span.ts'
import { day } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import { nameOn, type Partner } from '../partners/partner.ts'
import type { Place } from '../places/place.ts'

/** A reporter with what it is called. */
export type NamedReporter = { partner: Partner; place: Place }

/** Duties that passed from one to another at one time, with the codes of the indicators. */
export type NamedHandovers = { since: Quarter; from: NamedReporter; to: NamedReporter; indicators: readonly string[] }

/** More than these are told by their number alone. */
const TOLD = 5

/** "From 1 Jan 2022 IOM (Hà Tĩnh) reports P13 in place of Women's Union (Hà Tĩnh)." */
export function handoverSentences(handovers: readonly NamedHandovers[], words: Words): string[] {
  const told = handovers.slice(0, TOLD).map(({ since, from, to, indicators }) => {
    const { first } = datesOf({ from: since, to: since })
    return words.t('indicators:handed-over', {
      day: day(first, words.language),
      heir: reporterText(to, first, words),
      predecessor: reporterText(from, first, words),
      indicators: indicators.join(', '),
    })
  })
  const more = handovers.length - TOLD
  return more > 0 ? [...told, words.t('indicators:handed-over-more', { count: more })] : told
}

/** "IOM (Hà Tĩnh)", by the name the partner goes by on a day. */
export function reporterText({ partner, place }: NamedReporter, on: string, words: Words): string {
  return `${words.of(nameOn(partner, on).name)} (${words.of(place.name)})`
}

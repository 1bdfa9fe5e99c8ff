import { daysLater } from '../calendar/day.ts'
import type { Quarter } from '../calendar/quarter.ts'
import { day, number, quarter } from '../language/format.ts'
import type { Terms } from '../language/terms.ts'
import type { Text } from '../language/text.ts'
import { type Words, wordsFor } from '../language/words.ts'
import { nameOn } from '../partners/partner.ts'
import type { NamedEndedPlace } from './ended-places.ts'

/** What is said of places that ended without an heir; `next`: what to do about it. */
export type EndedNotice = { sentence: string; next: string }

/** One sentence for the places of one level that ended on one day and became something, and one for those that became nothing. */
export function endedNotices(
  ended: readonly NamedEndedPlace[],
  words: Words,
  reader: 'manager' | 'reporter' = 'manager',
): EndedNotice[] {
  const alike = new Map<string, NamedEndedPlace[]>()
  for (const one of ended) {
    const name = [lastDayOf(one), levelOf(one), one.became.length > 0].join()
    alike.set(name, [...(alike.get(name) ?? []), one])
  }
  return [...alike.values()].map((some) => ({
    sentence: sentenceOf(some, words),
    next: reader === 'manager' ? nextOf(some, words) : words.t('indicators:ended-places.next-reporter'),
  }))
}

/** The sentences alone, in both languages: for readers who have nothing to do about it. */
export function endedSentences(ended: readonly NamedEndedPlace[], terms: Terms): Text[] {
  const [vi, en] = (['vi', 'en'] as const).map((language) => endedNotices(ended, wordsFor(language, terms)))
  return vi!.map(({ sentence }, nth) => ({ vi: sentence, en: en![nth]!.sentence }))
}

/** The last day on which a place existed. */
function lastDayOf({ place }: NamedEndedPlace): string {
  return daysLater(place.validTo!, -1)
}

function levelOf({ place }: NamedEndedPlace): 'area' | 'subarea' {
  return place.depth > 1 ? 'subarea' : 'area'
}

function sentenceOf(some: readonly NamedEndedPlace[], { t, of, language }: Words): string {
  const became = namesOf(some.flatMap((one) => one.became.map(({ name }) => of(name))))
  const values = {
    count: some.length,
    day: day(lastDayOf(some[0]!), language),
    places: namesOf(some.map(({ place }) => of(place.name))),
  }
  const level = levelOf(some[0]!)
  return became === ''
    ? t(`indicators:ended-places.gone.${level}`, values)
    : t(`indicators:ended-places.became.${level}`, { ...values, became })
}

function nextOf(some: readonly NamedEndedPlace[], { t, of, language }: Words): string {
  const indicators = new Set(some.flatMap((one) => one.indicators)).size
  const since: Quarter = Math.min(...some.map((one) => one.since))
  const partners = some.flatMap((one) => one.partners.map((partner) => of(nameOn(partner, lastDayOf(one)).name)))
  return t('indicators:ended-places.next', {
    count: indicators,
    indicators: number(indicators, language),
    quarter: quarter(since, language),
    partners: namesOf(partners),
  })
}

function namesOf(names: readonly string[]): string {
  return [...new Set(names)].join(', ')
}

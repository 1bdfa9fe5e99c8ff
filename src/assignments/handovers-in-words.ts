import type { Quarter } from '../calendar/quarter.ts'
import { datesOf } from '../calendar/span.ts'
import { day, number } from '../language/format.ts'
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
  const alone = handovers.map((one) => [one])
  const told = alone.length > TOLD ? betweenPartners(handovers) : alone
  const sentences = told.slice(0, TOLD).map((all) => {
    const [{ since, from, to }] = all as [NamedHandovers, ...NamedHandovers[]]
    const { first } = datesOf({ from: since, to: since })
    const nameOf = (one: NamedReporter) =>
      all.length === 1 ? reporterText(one, first, words) : words.of(nameOn(one.partner, first).name)
    const values = {
      day: day(first, words.language),
      heir: nameOf(to),
      predecessor: nameOf(from),
      indicators: [...new Set(all.flatMap(({ indicators }) => indicators))].join(', '),
    }
    if (all.length === 1) return words.t('indicators:handed-over', values)
    const places = number(new Set(all.map((one) => one.from.place.id)).size, words.language)
    return words.t('indicators:handed-over-places', { ...values, places })
  })
  const more = told.length - TOLD
  return more > 0 ? [...sentences, words.t('indicators:handed-over-more', { count: more })] : sentences
}

/** What passed between the same two partners at one time in several places, together; all else each by itself. */
function betweenPartners(handovers: readonly NamedHandovers[]): NamedHandovers[][] {
  const groups = new Map<string, NamedHandovers[]>()
  for (const one of handovers) {
    const key = `${one.since} ${one.from.partner.id} ${one.to.partner.id}`
    const known = groups.get(key)
    if (known) known.push(one)
    else groups.set(key, [one])
  }
  const places = (all: readonly NamedHandovers[]) => new Set(all.map(({ from }) => from.place.id)).size
  return [...groups.values()].flatMap((all) => (places(all) > 1 ? [all] : all.map((one) => [one])))
}

/** "IOM (Hà Tĩnh)", by the name the partner goes by on a day. */
export function reporterText({ partner, place }: NamedReporter, on: string, words: Words): string {
  return `${words.of(nameOn(partner, on).name)} (${words.of(place.name)})`
}

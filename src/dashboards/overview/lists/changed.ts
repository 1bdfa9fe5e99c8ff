import { dayAt, daysLater, startOfDay } from '../../../calendar/day.ts'
import { datesOf } from '../../../calendar/span.ts'
import { changeText, difference, shownChange } from '../../../figures/change.ts'
import type { Figure } from '../../../figures/figure.ts'
import { figureInWords } from '../../../figures/in-words.ts'
import { MARKS, waySign } from '../../../figures/marks.ts'
import type { CorrectedAtOnce } from '../../../figures/provenance/correction.ts'
import { inTotal } from '../../../figures/split.ts'
import type { DefinedIndicator } from '../../../indicators/indicator.ts'
import { traitsOf } from '../../../indicators/measure.ts'
import { day, periodName, quarter as quarterName } from '../../../language/format.ts'
import type { Words } from '../../../language/words.ts'
import { nameOn, type Partner } from '../../../partners/partner.ts'
import type { Places } from '../../../places/place.ts'
import { type NamedCorrection, typedValue } from '../../origin/corrections.ts'
import type { IndicatorStanding } from '../standing.ts'

/** What corrections are told from. */
export type Corrected = {
  /** The latest that there may be room for; null where they are kept from whoever looks. */
  corrections: readonly NamedCorrection[] | null
  /** Every correction of the last month, and of the last approvals, whenever they were: also those that are not shown. */
  recent: readonly CorrectedAtOnce[]
  places: Places
  partners: ReadonlyMap<number, Partner>
}

/** One line: a value that was corrected, or a figure that moved. */
export type ChangedItem = {
  kind: 'corrected' | 'up' | 'down'
  /** Before by how much; the kind says it in words. */
  sign: string
  code: string
  name: string
  href: string
  text: string
  detail: string
}

export type ChangedList = {
  /** How many values were corrected within the last month, and how many figures moved. */
  count: string
  /** The day from which every correction of the list is told: a month ago, or that of the oldest one listed. */
  since: string
  items: ChangedItem[]
}

const MOST_SHOWN = 5
export const MOST_CORRECTED = 3
export const DAYS_BACK = 31

/** A month before an instant: what was corrected on that day or later is news. */
export function monthBefore(now: number): string {
  return daysLater(dayAt(now), -DAYS_BACK)
}

/** The corrections of one approval of a reporter's values of an indicator and quarter. */
export type CorrectedTogether = { indicator: DefinedIndicator; values: NamedCorrection[] }

/** What changed: the latest corrections, then the figures that moved most on the same reporters. */
export function changedList(
  standings: readonly IndicatorStanding[],
  told: Corrected,
  since: string,
  words: Words,
  hrefs: { hrefOf: (code: string) => string; originOf: (one: NamedCorrection, code: string) => string },
): ChangedList {
  const indicators = new Map(standings.map(({ indicator }) => [indicator.id, indicator]))
  const restated = restatedTogether(told.corrections ?? [], indicators)
  const moved = movedMost(standings)
  const first = restated.slice(0, MOST_CORRECTED)
  const from = startOfDay(since)!
  const corrected = told.recent.filter(({ indicator, at }) => indicators.has(indicator) && at >= from).length
  const days = first.map(({ values }) => dayAt(values[0]!.at))
  return {
    since: [since, ...days].sort()[0]!,
    count: told.corrections
      ? words.t('charts:overview.changed.count', { corrected, moved: moved.length })
      : words.t('charts:overview.changed.moved-count', { moved: moved.length }),
    items: [
      ...first.map((one) => correctedItem(one, told, words, hrefs.originOf)),
      ...moved.slice(0, MOST_SHOWN - first.length).map((one) => movedItem(one, words, hrefs.hrefOf)),
    ],
  }
}

/** Corrections by the approval that made them, in their order; those of other indicators are left out. */
export function restatedTogether(
  corrections: readonly NamedCorrection[],
  indicators: ReadonlyMap<number, DefinedIndicator>,
): CorrectedTogether[] {
  const found = new Map<string, CorrectedTogether>()
  for (const one of corrections) {
    const indicator = indicators.get(one.indicator)
    if (!indicator) continue
    const name = [one.indicator, one.quarter, one.placeId, one.partnerId, one.at].join('/')
    const known = found.get(name)
    if (known) known.values.push(one)
    else found.set(name, { indicator, values: [one] })
  }
  return [...found.values()]
}

function correctedItem(
  { indicator, values }: CorrectedTogether,
  { places, partners }: Corrected,
  words: Words,
  originOf: (one: NamedCorrection, code: string) => string,
): ChangedItem {
  const { t, of, language } = words
  const [first] = values as [NamedCorrection, ...NamedCorrection[]]
  const partner = partners.get(first.partnerId)!
  const { last } = datesOf({ from: first.quarter, to: first.quarter })
  const who = first.by ?? of(nameOn(partner, last).name)
  return {
    kind: 'corrected',
    sign: MARKS.revised.sign,
    code: indicator.code,
    name: of(indicator.name),
    href: originOf(first, indicator.code),
    text: correctedText(indicator, values, words),
    detail: [
      of(places.byId.get(first.placeId)!.name),
      quarterName(first.quarter, language),
      t('charts:overview.changed.corrected', { day: day(dayAt(first.at), language), who }),
    ].join(' · '),
  }
}

/** By how much its total was corrected; of what has no sum what it was and is now, or how many values. */
export function correctedText(indicator: DefinedIndicator, values: readonly NamedCorrection[], words: Words): string {
  const counted = values.filter(({ quarter, categories }) => inTotal(indicator, quarter, categories))
  if (traitsOf(indicator).isAmount) {
    const sum = (of: 'wasValue' | 'becameValue') => counted.reduce((all, one) => all + (one[of] ?? 0), 0)
    const by = difference(sum('becameValue'), sum('wasValue'))
    if (by !== 0) return changeText(by, indicator, words)
  }
  const [only, ...others] = counted.length > 0 ? counted : values
  if (!only || others.length > 0) return words.t('charts:overview.changed.values', { count: values.length })
  const was = typedValue(only.wasState, only.wasValue, only.wasBase, indicator, words)
  return `${was} → ${typedValue(only.becameState, only.becameValue, only.becameBase, indicator, words)}`
}

/** Counts below this move by chance: they come last. */
const FEW = 10

/** Figures that moved since the value before, by how much of the larger of the two. */
export function movedMost(standings: readonly IndicatorStanding[]): IndicatorStanding[] {
  return standings
    .filter((one) => sizeOf(one) !== 0)
    .sort((a, b) => Number(isFew(a)) - Number(isFew(b)) || shareMoved(b) - shareMoved(a))
}

/** By how much the latest figure differs from the one before it; 0 where these are not compared, or look alike. */
export function sizeOf({ change, latest }: IndicatorStanding): number {
  return change && 'size' in change.found ? shownChange(change.found.size, latest.own) : 0
}

/** How much of the larger of its last two values a figure moved; 0 where these are not compared. */
export function shareMoved(standing: IndicatorStanding): number {
  const { change, latest } = standing
  const larger = change ? largerOf(latest.figure, change.before.figure) : 0
  return larger === 0 ? 0 : Math.abs(sizeOf(standing)) / larger
}

function isFew({ indicator, change, latest }: IndicatorStanding): boolean {
  return traitsOf(indicator).isAmount && change !== null && largerOf(latest.figure, change.before.figure) < FEW
}

function largerOf(one: Figure, other: Figure): number {
  return Math.max(Math.abs(one.value ?? 0), Math.abs(other.value ?? 0))
}

function movedItem(standing: IndicatorStanding, words: Words, hrefOf: (code: string) => string): ChangedItem {
  const { indicator, change, latest } = standing
  const { t, of, language } = words
  const { since, before } = change!
  const size = sizeOf(standing)
  const textOf = ({ figure, own }: typeof before) => figureInWords(figure, own, words).text
  return {
    kind: size > 0 ? 'up' : 'down',
    sign: waySign(size),
    code: indicator.code,
    name: of(indicator.name),
    href: hrefOf(indicator.code),
    text: changeText(size, latest.own, words),
    detail: t('charts:overview.changed.moved', {
      before: textOf(before),
      since: periodName(since, language),
      now: textOf(latest),
      period: periodName(latest.span, language),
    }),
  }
}

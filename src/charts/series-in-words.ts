import { gapIn, type ShownFigure } from '../disclosure/publishable.ts'
import { coverageText, figureInWords, whyNoTotal } from '../figures/in-words.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { traitsOf } from '../indicators/measure.ts'
import type { Words } from '../language/words.ts'
import { numberIn } from './point.ts'
import { isHollow, isKept } from './series-path.ts'

/** A value of a series, with the name of its period and the definition that it stands under. */
export type ToldPoint = { period: string; shown: ShownFigure; own: Indicator }

const MOST_NAMED = 3

/**
 * What a picture of a series shows, in words and from its figures: "Rose from 15 (Q1 2019) to 47 (Q1 2021), then 30 (Q4 2021). No
 * figure for Q2 2020." How it went is said of what is settled: a value that rests on half the reports is no fall.
 */
export function seriesText(points: readonly ToldPoint[], words: Words): string {
  const known = points.filter(({ shown }) => numberIn(shown) !== null)
  if (known.length === 0) return whyNone(points, words)
  const settled = known.filter(({ shown }) => !isHollow(shown))
  const last = known.at(-1)!
  const parts = [
    courseOf(settled.length > 0 ? settled : known, words),
    isHollow(last.shown) && settled.length > 0 ? unsettledText(last, words) : '',
    missingText(points, words),
    keptText(points, words) ?? '',
  ]
  return parts.filter(Boolean).join(' ')
}

/** Where there is no number at all: why there can be none, or that none has come. */
function whyNone(points: readonly ToldPoint[], words: Words): string {
  const why = points.map(({ shown, own }) => (shown.kind === 'figure' ? whyNoTotal(shown.figure, own, words) : null))
  return why.find((one) => one !== null) ?? keptText(points, words) ?? words.t('charts:series.none')
}

function courseOf(points: readonly ToldPoint[], words: Words): string {
  const [first, last] = [points[0]!, points.at(-1)!]
  const told = { first: valueText(first, words), since: first.period, last: valueText(last, words), until: last.period }
  if (points.length === 1) return words.t('charts:series.one', told)
  if (traitsOf(last.own).shown === 'stage') return stagesText(points, words)
  const turn = turnOf(points)
  const way = wayBetween(first, turn ?? last)
  const text = words.t(
    `charts:series.${way}`,
    turn ? { ...told, last: valueText(turn, words), until: turn.period } : told,
  )
  return turn ? words.t('charts:series.then', { course: text, last: told.last, until: told.until }) : `${text}.`
}

/** A stage is told by when it was reached. */
function stagesText(points: readonly ToldPoint[], words: Words): string {
  const [first, last] = [points[0]!, points.at(-1)!]
  const before = points.findLastIndex(({ shown }) => numberIn(shown) !== numberIn(last.shown))
  const told = { first: valueText(first, words), since: first.period, last: valueText(last, words) }
  return before < 0
    ? words.t('charts:series.stage-kept', told)
    : words.t('charts:series.stage', { ...told, until: points[before + 1]!.period })
}

/** The value furthest outside of where the series begins and ends, if any lies outside. */
function turnOf(points: readonly ToldPoint[]): ToldPoint | null {
  const [first, last] = [numberIn(points[0]!.shown)!, numberIn(points.at(-1)!.shown)!]
  const [low, high] = [Math.min(first, last), Math.max(first, last)]
  const beyond = (one: ToldPoint) => Math.max(numberIn(one.shown)! - high, low - numberIn(one.shown)!)
  const furthest = points.reduce((found, one) => (beyond(one) > beyond(found) ? one : found))
  return beyond(furthest) > 0 ? furthest : null
}

function wayBetween(one: ToldPoint, other: ToldPoint): 'rose' | 'fell' | 'level' {
  const moved = numberIn(other.shown)! - numberIn(one.shown)!
  if (moved === 0) return 'level'
  return moved > 0 ? 'rose' : 'fell'
}

function valueText({ shown, own }: ToldPoint, words: Words): string {
  return shown.kind === 'figure' ? figureInWords(shown.figure, own, words).text : ''
}

/** "Q4 2021 so far: 11 (1 of 5 reports)." */
function unsettledText(point: ToldPoint, words: Words): string {
  const { shown, own, period } = point
  const coverage = shown.kind === 'figure' ? coverageText(shown.figure, own, words) : ''
  return words.t('charts:series.so-far', { period, value: valueText(point, words), coverage })
}

function missingText(points: readonly ToldPoint[], words: Words): string {
  const missing = points.filter(({ shown }) => gapIn(shown) === 'not reported')
  return missing.length === 0 ? '' : words.t('charts:series.missing', { periods: firstPeriods(missing, words) })
}

/** Of which periods the number is kept from whoever looks; null where none is. */
function keptText(points: readonly ToldPoint[], words: Words): string | null {
  const kept = points.filter(({ shown }) => isKept(shown))
  return kept.length === 0 ? null : words.t('charts:series.kept', { periods: firstPeriods(kept, words) })
}

function firstPeriods(points: readonly ToldPoint[], words: Words): string {
  const periods = points
    .slice(0, MOST_NAMED)
    .map(({ period }) => period)
    .join(', ')
  const count = points.length - MOST_NAMED
  return count > 0 ? words.t('charts:series.more', { periods, count }) : periods
}

import type { Bullet } from '../../../charts/bullet.ts'
import { type Sparkline, sparklineOf } from '../../../charts/sparkline.ts'
import { type StackedBar, stackedBarOf } from '../../../charts/stacked-bar.ts'
import { bareChangeText, changeText, noChangeText, shownChange } from '../../../figures/change.ts'
import { coverageText, figureInWords } from '../../../figures/in-words.ts'
import { PARTIAL_SIGN, waySign } from '../../../figures/marks.ts'
import { unitBesideText, unitText } from '../../../indicators/in-words.ts'
import { traitsOf } from '../../../indicators/measure.ts'
import { number, periodName } from '../../../language/format.ts'
import { colourOf } from '../../../language/terms.ts'
import type { Words } from '../../../language/words.ts'
import type { ComparedFigure } from '../../../targets/compared-table.ts'
import { heldAgainstText, lifeText, ragText, ratingCounts } from '../../../targets/in-words.ts'
import { RAG } from '../../../vocabulary/rag.ts'
import { bulletFor, type PaceModel, paceOfRated } from '../pace.ts'
import type { IndicatorStanding } from '../standing.ts'
import { letterFor, NONE_DUE, type Tile, tileOf } from './tile.ts'

/** A row of the scorecard. */
export type Row = {
  code: string
  name: string
  unit: string
  /** Of its component. */
  colour: ReturnType<typeof colourOf>
  href: string
  spark: (Sparkline & { label: string }) | null
  latest: {
    text: string
    exact: number | null
    unit: string
    marks: readonly string[]
    /** The sign, where not everything expected has come. */
    partial: string | null
    period: string | null
    /** Unit and period, where there is no room for them. */
    rest: string
    href: string
    says: string
  }
  /** `rest`: the unit, where there is no room for it. */
  change: { text: string; rest: string; sign: string; says: string }
  bullet: (Bullet & { tone: string }) | null
  /** Figure to date, planned by now and target of the life, in words: what the bar shows. */
  toDate: { text: string; exact: number | null; href: string; says: string }
  /** `rest`: what is said of it besides, where there is no room for it. */
  pace: PaceModel & { rest: string }
  tiles: Tile[]
  /** Of more provinces than there can be tiles: how many stand how, as letters and in words; null where there are tiles. */
  spread: { text: string; shares: StackedBar | null; says: string } | null
}

/**
 * What there is room for: letters that a figure, its unit and its period may have together; other columns' words and units; a tile for each
 * province.
 */
export type RowRoom = { letters: number; isForWords: boolean; isForTiles: boolean }
export const ALL_ROOM: RowRoom = { letters: Number.POSITIVE_INFINITY, isForWords: true, isForTiles: true }

/** What rows are shaped with. */
export type RowContext = {
  words: Words
  /** Keys of the page's quarter among the spans of values. */
  quarter: number
  provinces: readonly { slug: string; name: string }[]
  /** Whether tiles are wide enough to be pressed. */
  pressable: boolean
  room: RowRoom
  hrefOf: (code: string) => string
  originOf: (code: string, group: string, span: string) => string
  /** The group the row is of, and the key of the span it is rated over. */
  group: string
  rated: string
}

export function scorecardRow(standing: IndicatorStanding, context: RowContext): Row {
  const { indicator, rated } = standing
  const { words, room, hrefOf, originOf, group } = context
  const { code } = indicator
  const { tone } = paceOfRated(rated, words)
  return {
    code,
    name: words.of(indicator.name),
    unit: unitText(indicator, words),
    colour: colourOf(words.terms, indicator.component),
    href: hrefOf(code),
    spark: sparkOf(standing, words),
    latest: latestOf(standing, context),
    change: changeOf(standing, room.isForWords, words),
    bullet: bulletFor(rated, tone),
    toDate: toDateOf(rated, originOf(code, group, context.rated), words),
    pace: room.isForWords ? { ...paceOfRated(rated, words), rest: '' } : shortPaceOf(rated, words),
    tiles: room.isForTiles ? tilesOf(standing, context) : [],
    spread: room.isForTiles ? null : spreadOf(standing, words),
  }
}

function tilesOf({ indicator, provinces }: IndicatorStanding, context: RowContext): Tile[] {
  const { words, pressable, originOf, rated } = context
  return provinces.map((one, nth) => {
    const { slug, name } = context.provinces[nth]!
    return tileOf(one, name, pressable ? originOf(indicator.code, slug, rated) : null, words)
  })
}

function spreadOf({ provinces }: IndicatorStanding, words: Words): Row['spread'] {
  const due = provinces.filter(({ figure }) => figure.state !== 'not due')
  if (due.length === 0) return { text: NONE_DUE, shares: null, says: words.t('figures:no-progress.not-due') }
  const counts = ratingCounts(
    due.map(({ progress }) => progress?.rag ?? 'grey'),
    words,
  )
  const shown = counts
    .map((one, nth) => ({ ...one, letter: letterFor(RAG[nth]!), count: number(one.number, words.language) }))
    .filter((one) => one.number > 0)
  return {
    text: shown.map(({ letter, count }) => `${letter} ${count}`).join(' '),
    shares: stackedBarOf(counts),
    says: shown.map(({ label, count }) => `${label}: ${count}`).join(', '),
  }
}

function sparkOf({ indicator, points }: IndicatorStanding, words: Words): Row['spark'] {
  const spark = sparklineOf(
    points.map(({ span, shown, planned }) => ({ at: span.to, shown, planned })),
    traitsOf(indicator).isAmount,
  )
  if (!spark) return null
  const known = points.filter(({ shown }) => shown.kind === 'figure' && shown.figure.value !== null)
  const [first, last] = [known[0]!, known.at(-1)!]
  const told = ({ span, shown }: typeof first) => ({
    value: shown.kind === 'figure' ? figureInWords(shown.figure, indicator, words).text : '',
    period: periodName(span, words.language),
  })
  const [from, to] = [told(first), told(last)]
  const values = { first: from.value, since: from.period, last: to.value, until: to.period, count: spark.gaps.length }
  const label = words.t(
    spark.gaps.length > 0 ? 'charts:overview.spark.with-gaps' : 'charts:overview.spark.whole',
    values,
  )
  return { ...spark, label }
}

/** Nothing is cut: the unit gives way first, it stands beside the name of the indicator too. */
function latestOf({ latest }: IndicatorStanding, context: RowContext): Row['latest'] {
  const { words, quarter, room, originOf, group } = context
  const { span, figure, own } = latest
  const { text, says, marks, exact } = figureInWords(figure, own, words)
  const unit = figure.state === 'reported' ? unitBesideText(text, own, words) : ''
  const period = span.from === quarter && span.to === quarter ? '' : periodName(span, words.language)
  const hasPeriod = text.length + period.length <= room.letters
  const hasUnit = hasPeriod && text.length + period.length + unit.length <= room.letters
  return {
    text,
    exact,
    unit: hasUnit ? unit : '',
    marks,
    partial: figure.flags.includes('partial') ? PARTIAL_SIGN : null,
    period: hasPeriod && period !== '' ? period : null,
    rest: [hasUnit ? '' : unit, hasPeriod ? '' : period].filter(Boolean).join(', '),
    href: originOf(own.code, group, span.key),
    says: [says, figure.flags.includes('partial') ? coverageText(figure, own, words) : null].filter(Boolean).join(', '),
  }
}

function changeOf({ change, latest }: IndicatorStanding, isForWords: boolean, words: Words): Row['change'] {
  const none = { text: '', rest: '', sign: '' }
  if (change === null) return { ...none, says: '' }
  const { since, before, found } = change
  const against = words.t('charts:overview.against', { quarter: periodName(since, words.language) })
  if ('why' in found) {
    const why = noChangeText(found.why, latest.figure, before.figure, latest.own, words)
    return { ...none, says: why === '' ? '' : `${why} (${against})` }
  }
  const { size } = found
  const [text, bare] = [changeText(size, latest.own, words), bareChangeText(size, latest.own, words)]
  const shown = isForWords ? { text, rest: '' } : { text: bare, rest: text === bare ? '' : text }
  return { ...shown, sign: waySign(shownChange(size, latest.own)), says: against }
}

/** Letters of the longest reason for no rating that has room beside many provinces: the longest rating is as long. */
const ROOM_OF_REASON = 17

/** A rating by its word alone; why there is none where it is a short one. */
function shortPaceOf(rated: ComparedFigure, words: Words): Row['pace'] {
  const pace = paceOfRated(rated, words)
  const { rag, text, percent } = pace
  if (pace.tone === '' && text.length <= ROOM_OF_REASON) return { ...pace, rest: '' }
  return { ...pace, text: ragText(rag, words), percent: null, rest: [text, percent].filter(Boolean).join(' ') }
}

/** What a figure comes to, beside what was planned by now and for the whole life. */
export function toDateOf({ own, figure, target, progress }: ComparedFigure, href: string, words: Words): Row['toDate'] {
  const { text, says, exact } = figureInWords(figure, own, words)
  const planned = target === null ? null : heldAgainstText(target, figure, own, words)
  const life = lifeText(figure, progress, own, words)
  const parts = [
    exact === null
      ? `${words.t('charts:overview.scorecard.to-date')}: ${says ?? text}`
      : words.t('charts:overview.to-date', { value: says ?? text }),
    planned && words.t('charts:overview.planned', { value: planned }),
    life && words.t('charts:overview.life', { value: life }),
  ]
  return { text, exact, href, says: parts.filter(Boolean).join('; ') }
}

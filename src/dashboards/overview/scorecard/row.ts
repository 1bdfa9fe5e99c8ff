import type { Bullet } from '../../../charts/bullet.ts'
import { type Sparkline, sparklineOf } from '../../../charts/sparkline.ts'
import { changeText, noChangeText } from '../../../figures/change.ts'
import { coverageText, figureInWords } from '../../../figures/in-words.ts'
import { PARTIAL_SIGN, waySign } from '../../../figures/marks.ts'
import { shortUnitText, unitText } from '../../../indicators/in-words.ts'
import { traitsOf } from '../../../indicators/measure.ts'
import { periodName } from '../../../language/format.ts'
import { colourOf } from '../../../language/terms.ts'
import type { Words } from '../../../language/words.ts'
import type { ComparedFigure } from '../../../targets/compared-table.ts'
import { heldAgainstText, lifeText } from '../../../targets/in-words.ts'
import { bulletFor, type PaceModel, paceOfRated } from '../pace.ts'
import type { IndicatorStanding } from '../standing.ts'
import { type Tile, tileOf } from './tile.ts'

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
    href: string
    says: string
  }
  change: { text: string; sign: string; says: string }
  bullet: (Bullet & { tone: string }) | null
  /** Figure to date, planned by now and target of the life, in words: what the bar shows. */
  toDate: { text: string; exact: number | null; href: string; says: string }
  pace: PaceModel
  tiles: Tile[]
}

/** What rows are shaped with. */
export type RowContext = {
  words: Words
  /** Keys of the page's quarter among the spans of values. */
  quarter: number
  provinces: readonly { slug: string; name: string }[]
  /** Whether tiles are wide enough to be pressed. */
  pressable: boolean
  hrefOf: (code: string) => string
  originOf: (code: string, group: string, span: string) => string
  /** The group the row is of, and the key of the span it is rated over. */
  group: string
  rated: string
}

export function scorecardRow(standing: IndicatorStanding, context: RowContext): Row {
  const { indicator, latest, rated } = standing
  const { words, hrefOf, originOf, group } = context
  const { code } = indicator
  const { text, says, marks, exact } = figureInWords(latest.figure, latest.own, words)
  const pace = paceOfRated(rated, words)
  const period = periodName(latest.span, words.language)
  return {
    code,
    name: words.of(indicator.name),
    unit: unitText(indicator, words),
    colour: colourOf(words.terms, indicator.component),
    href: hrefOf(code),
    spark: sparkOf(standing, words),
    latest: {
      text,
      exact,
      unit: latest.figure.state === 'reported' ? shortUnitText(latest.own, words) : '',
      marks,
      partial: latest.figure.flags.includes('partial') ? PARTIAL_SIGN : null,
      period: latest.span.from === context.quarter && latest.span.to === context.quarter ? null : period,
      href: originOf(code, group, latest.span.key),
      says: [says, latest.figure.flags.includes('partial') ? coverageText(latest.figure, latest.own, words) : null]
        .filter(Boolean)
        .join(', '),
    },
    change: changeOf(standing, words),
    bullet: bulletFor(rated, pace.tone),
    toDate: toDateOf(rated, originOf(code, group, context.rated), words),
    pace,
    tiles: standing.provinces.map((one, nth) => {
      const { slug, name } = context.provinces[nth]!
      return tileOf(one, name, context.pressable ? originOf(code, slug, context.rated) : null, words)
    }),
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

function changeOf({ change, latest }: IndicatorStanding, words: Words): Row['change'] {
  if (change === null) return { text: '', sign: '', says: '' }
  const { since, before, found } = change
  const against = words.t('charts:overview.against', { quarter: periodName(since, words.language) })
  if ('why' in found) {
    const why = noChangeText(found.why, latest.figure, before.figure, latest.own, words)
    return { text: '', sign: '', says: why === '' ? '' : `${why} (${against})` }
  }
  return { text: changeText(found.size, latest.own, words), sign: waySign(found.size), says: against }
}

/** What a figure comes to, beside what was planned by now and for the whole life. */
export function toDateOf({ own, figure, target, progress }: ComparedFigure, href: string, words: Words): Row['toDate'] {
  const { text, says, exact } = figureInWords(figure, own, words)
  const planned = target === null ? null : heldAgainstText(target, figure, own, words)
  const life = lifeText(figure, progress, own, words)
  const parts = [
    words.t('charts:overview.to-date', { value: says ?? text }),
    planned && words.t('charts:overview.planned', { value: planned }),
    life && words.t('charts:overview.life', { value: life }),
  ]
  return { text, exact, href, says: parts.filter(Boolean).join('; ') }
}

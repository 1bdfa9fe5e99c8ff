import type { NamedSpan } from '../../calendar/span.ts'
import type { Figure } from '../../figures/figure.ts'
import { figureInWords } from '../../figures/in-words.ts'
import { PROJECT } from '../../figures/question.ts'
import { unitBesideText } from '../../indicators/in-words.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { traitsOf } from '../../indicators/measure.ts'
import { effective } from '../../indicators/rules.ts'
import { number } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { Place } from '../../places/place.ts'
import { type Example, type ExampleView, exampleName, MOST_AREAS, spansBack, spanText } from './example.ts'

/** How figures are made of values. */
export const ARITHMETIC = ['flow', 'stock', 'life', 'apart', 'ratio', 'mean', 'median', 'milestone'] as const
export type ArithmeticRule = (typeof ARITHMETIC)[number]

/** By which of them an indicator's figures are made: by what its measure is like or, of amounts, by its two rules. */
export function ruleBehind(indicator: DefinedIndicator): ArithmeticRule | null {
  const { shown, base, isAmount, combinesReporters } = traitsOf(indicator)
  if (shown === 'stage') return 'milestone'
  if (shown === 'quotient') return 'ratio'
  if (base === 'n') return combinesReporters ? 'mean' : 'median'
  const { overPlaces, overTime } = effective(indicator)
  if (overPlaces === 'none') return 'apart'
  if (!isAmount || overPlaces !== 'sum') return null
  if (overTime === 'sum') return 'flow'
  return overTime === 'latest' ? 'stock' : overTime === 'life' ? 'life' : null
}

/** Parts that are written out; of more the first ones, and how many others there are. */
const MOST_PARTS = 6

type Part = { place: Place; figure: Figure }
type Worked = { indicator: DefinedIndicator; span: NamedSpan; total: Figure; parts: readonly Part[] }

/** How the figures of a rule's indicator came to be: the last whole one of several areas, or the fullest there is. */
export function arithmeticExample(rule: ArithmeticRule, view: ExampleView): Example | null {
  const worked = view.answer.indicators
    .filter((one) => ruleBehind(one) === rule)
    .flatMap((one) => workedIn(one, view) ?? [])
  const [best] = [...worked].sort((one, other) => worth(other) - worth(one))
  if (!best) return null
  const { indicator, span } = best
  // What is added up is all that the total is made of, also where no more than some areas were looked through for it.
  const whole = { ...best, parts: partsIn(view.areas, indicator.code, span, view) }
  const why = figureInWords(best.total, indicator, view.state.words).why
  const said = SAID[rule](whole, view.state.words)
  return { text: why ? `${said} ${why}` : said, href: view.originOf(indicator.code, PROJECT, span.key) }
}

function worth({ parts, total: { coverage, state } }: Worked): number {
  const isWhole = coverage[0] === coverage[1] && coverage[1] > 0
  return (parts.length > 1 ? 2 : 0) + (isWhole ? 1 : 0) + (state === 'not reported' ? -4 : 0)
}

/** The last figure of an indicator to which anybody gave a value. */
function workedIn(indicator: DefinedIndicator, view: ExampleView): Worked | null {
  const { answer, areas } = view
  const { code } = indicator
  for (const span of spansBack(view, code)) {
    const parts = partsIn(areas.slice(0, MOST_AREAS), code, span, view)
    const total = answer.figure(code, PROJECT, span.key)
    if (parts.length > 0 || total.state === 'reported')
      return { indicator: answer.definition(code, span.key), span, total, parts }
  }
  return null
}

/** What areas gave to a figure. */
function partsIn(areas: readonly Place[], code: string, span: NamedSpan, { answer }: ExampleView): Part[] {
  return areas
    .map((place) => ({ place, figure: answer.figure(code, place.slug, span.key) }))
    .filter(({ figure }) => figure.state === 'reported')
}

type Say = (worked: Worked, words: Words) => string

const SAID: Readonly<Record<ArithmeticRule, Say>> = {
  flow: sumSaid,
  stock: sumSaid,
  life: sumSaid,
  apart: partsSaid,
  ratio: ratioSaid,
  mean: partsSaid,
  median: partsSaid,
  milestone: partsSaid,
}

/** "V3. Clients, Q3 2021: Hải Phòng 6 + Quảng Ninh 7 = 13 persons." */
function sumSaid(worked: Worked, words: Words): string {
  return words.t('help:example.sum', { ...headOf(worked, words), parts: listed(worked, words, ' + ') })
}

/** "P5. Share …, Q3 2020: Hải Phòng 61%, Nghệ An 63%; together 62% (…)." */
function partsSaid(worked: Worked, words: Words): string {
  return words.t('help:example.parts', { ...headOf(worked, words), parts: listed(worked, words, '; ') })
}

/** "V6. Share …, Q3 2021: (9 + 10) ÷ (10 + 12) = 19 ÷ 22 = 86.4%." */
function ratioSaid(worked: Worked, words: Words): string {
  const { total, parts } = worked
  if (parts.length < 2 || parts.length > MOST_PARTS) return partsSaid(worked, words)
  const sum = (of: (figure: Figure) => number | undefined) =>
    parts.map(({ figure }) => number(of(figure) ?? 0, words.language, 2)).join(' + ')
  return words.t('help:example.ratio', {
    ...headOf(worked, words),
    numerators: sum(({ numerator }) => numerator),
    denominators: sum(({ denominator }) => denominator),
    numerator: number(total.numerator ?? 0, words.language, 2),
    denominator: number(total.denominator ?? 0, words.language, 2),
  })
}

function headOf({ indicator, span, total }: Worked, words: Words) {
  const { text, says, detail, notes } = figureInWords(total, indicator, words)
  const unit = total.state === 'reported' ? unitBesideText(text, indicator, words) : ''
  const beside = [says, detail, ...notes].filter(Boolean).join('; ')
  return {
    indicator: exampleName(indicator, words),
    period: spanText(span, words),
    total: `${text}${unit && ` ${unit}`}${beside && ` (${beside})`}`,
  }
}

function listed({ indicator, parts }: Worked, words: Words, between: string): string {
  const shown = parts.slice(0, MOST_PARTS).map(({ place, figure }) => {
    const { text, detail } = figureInWords(figure, indicator, words)
    return `${words.of(place.name)} ${text}${detail ? ` (${detail})` : ''}`
  })
  const more = parts.length - shown.length
  return [...shown, ...(more > 0 ? [words.t('help:example.more', { count: more })] : [])].join(between)
}

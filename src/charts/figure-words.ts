import type { Shown } from '../disclosure/publishable.ts'
import type { Figure } from '../figures/figure.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { number, percent } from '../language/format.ts'
import type { Key, Words } from '../language/words.ts'
import type { Progress } from '../targets/progress.ts'

/** A figure as it is read on a screen. The number is rounded here and nowhere else; `exact` is what it was. */
export type FigureWords = {
  /** "541", "19%", "–", "[z]", "[c]". */
  text: string
  /** What the sign in `text` means, or why there is no number. */
  says: string | null
  /** "12 of 63" beside a ratio, "n = 63" beside a mean. */
  detail: string | null
  /** "[p]", "[b]" after the number. */
  marks: string[]
  /** "partial: 4 of 5 reports", "carried forward". */
  notes: string[]
  /** On the scale stored; null where there is no number. */
  exact: number | null
}

/** What a gap in a picture is marked with; an empty mark is a gap for something not due. */
export const GAPS = {
  'not reported': '–',
  'not applicable': '[z]',
  'not due': '',
  undefined: '÷0',
  'not additive': '×',
} as const

export const CONFIDENTIAL = '[c]'

export function wordsOfShown(shown: Shown, indicator: Indicator, words: Words): FigureWords {
  if (shown.kind === 'figure') return wordsOfFigure(shown.figure, indicator, words)
  return { text: CONFIDENTIAL, says: words.t('figures:legend.c'), detail: null, marks: [], notes: [], exact: null }
}

export function wordsOfFigure(figure: Figure, indicator: Indicator, words: Words): FigureWords {
  return {
    text: textOf(figure, indicator, words),
    says: figure.state === 'reported' ? null : saysOf(figure, words),
    detail: detailOf(figure, words),
    marks: [
      ...(figure.flags.includes('provisional') ? ['[p]'] : []),
      ...(figure.flags.includes('break') ? ['[b]'] : []),
    ],
    notes: notesOf(figure, indicator, words),
    exact: figure.state === 'reported' ? figure.value : null,
  }
}

function textOf(figure: Figure, indicator: Indicator, words: Words): string {
  if (figure.state !== 'reported' || figure.value === null) return signOf(figure, words)
  if (indicator.measure !== 'milestone') return valueText(figure.value, indicator, words)
  if (figure.of !== undefined) return words.t('figures:of', { k: figure.value, n: figure.of })
  const stage = indicator.stages[figure.value]
  return stage ? words.of(stage) : number(figure.value, words.language)
}

function signOf(figure: Figure, words: Words): string {
  if (figure.state === 'not reported' || figure.state === 'not applicable') return GAPS[figure.state]
  return words.t(stateKey(figure))
}

/** Two signs need their meaning beside them; the other states are words already, and only "not added up" has a reason. */
function saysOf(figure: Figure, words: Words): string | null {
  if (figure.state === 'not additive') return figure.why ? words.t(`figures:why.${figure.why}`) : null
  return figure.state === 'not reported' || figure.state === 'not applicable' ? words.t(stateKey(figure)) : null
}

function stateKey(figure: Figure): Key {
  return `figures:state.${figure.state.replace(' ', '-')}` as Key
}

function detailOf(figure: Figure, words: Words): string | null {
  const { language, t } = words
  if (figure.numerator !== undefined && figure.denominator !== undefined) {
    const [numerator, denominator] = [figure.numerator, figure.denominator].map((part) => number(part, language, 2))
    return t('figures:ratio', { numerator: numerator ?? '', denominator: denominator ?? '' })
  }
  return figure.n === undefined ? null : t('figures:n', { n: number(figure.n, language) })
}

function notesOf(figure: Figure, indicator: Indicator, words: Words): string[] {
  return figure.flags
    .filter((flag) => flag === 'carried' || (flag === 'partial' && figure.state !== 'not reported'))
    .map((flag) => {
      const name = words.t(`figures:flag.${flag}`)
      return flag === 'partial' ? `${name}: ${coverageText(figure, indicator, words)}` : name
    })
}

/** "4 of 5 reports", of a stock "4 of 5 reporters". */
export function coverageText(figure: Figure, indicator: Indicator, words: Words): string {
  const [k, n] = figure.coverage
  if (n === 0) return words.t('figures:coverage.none')
  return words.t(indicator.overTime === 'latest' ? 'figures:coverage.reporters' : 'figures:coverage.submissions', {
    k,
    n,
  })
}

/** A value or target on the scale stored, as it is shown: 0.19 of a percentage is "19%". No unit but the per cent sign. */
export function valueText(value: number, indicator: Pick<Indicator, 'scale' | 'decimals'>, words: Words): string {
  if (indicator.scale === 100) return percent(value, words.language, indicator.decimals)
  return number(value * indicator.scale, words.language, indicator.decimals)
}

/** What one of it is: "người", "% người", "trên 100.000 người dân", "điểm (0–100)". */
export function unitText(indicator: Indicator, words: Words): string {
  const unit = words.of(indicator.countingUnit)
  if (indicator.measure !== 'ratio') return unit
  const base = words.of(indicator.baseUnit ?? indicator.countingUnit)
  if (indicator.scale === 100) return `% ${base}`
  return indicator.scale === 1
    ? unit
    : `${unit} ${words.t('figures:per', { scale: number(indicator.scale, words.language), base })}`
}

/** The unit short enough to stand beside each number; the per cent sign is in the number already. */
export function shortUnit(indicator: Indicator, words: Words): string {
  if (indicator.measure === 'milestone' || indicator.scale === 100) return ''
  return indicator.scale === 1 ? words.of(indicator.countingUnit) : unitText(indicator, words)
}

export function targetText(target: number, indicator: Indicator, words: Words): string {
  if (indicator.measure !== 'milestone') return valueText(target, indicator, words)
  return number(target, words.language)
}

/** How a rating is coloured: as good, as a warning, as bad; grey is no rating. */
export const RAG_TONES = { green: 'good', amber: 'warn', red: 'bad', grey: '' } as const satisfies Record<
  Progress['rag'],
  string
>

export type RagWords = { rag: Progress['rag']; text: string; percent: string | null }

/** RAG is always a word too; without a rating it says why there is none. One decimal, so that 89.8% is not read as 90%. */
export function ragWords(target: number | null, progress: Progress | null, words: Words): RagWords {
  if (progress === null || progress.ofTarget === null) {
    const why = progress?.why ?? 'no target'
    const told = target === null && why === 'no figure' ? 'no target' : why
    return { rag: 'grey', text: words.t(`figures:no-progress.${told.replaceAll(' ', '-')}` as Key), percent: null }
  }
  const text = words.t(`figures:rag.${progress.rag}`)
  return { rag: progress.rag, text, percent: percent(progress.ofTarget, words.language, 1) }
}

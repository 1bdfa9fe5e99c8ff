import { dayAt } from '../calendar/day.ts'
import type { Figure } from '../figures/figure.ts'
import { measuredText, numberText, valueText } from '../figures/in-words.ts'
import { PARTIAL_SIGN, RATINGS } from '../figures/marks.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { dates, day } from '../language/format.ts'
import type { Key, Words } from '../language/words.ts'
import { RAG, type Rag } from '../vocabulary/rag.ts'
import type { Planned } from './planned.ts'
import { type NoProgress, OF_TARGET, type Progress } from './progress.ts'
import type { TargetChange } from './target.ts'

/** A target or baseline on the scale stored, as it is shown; of stages by their number. */
export function targetText(target: number, indicator: Indicator, words: Words): string {
  return measuredText(target, indicator, words.language)
}

/** What one figure is held against: of a stage its name, as the figure beside it has it; of several reporters how many. */
export function heldAgainstText(target: number, figure: Figure, indicator: Indicator, words: Words): string {
  return figure.of === undefined ? valueText(target, indicator, words) : targetText(target, indicator, words)
}

export type RatingWords = { rag: Rag; text: string; percent: string | null; soFar?: typeof PARTIAL_SIGN }

/** Why there is no rating. */
const UNRATED: Readonly<Record<NoProgress, Key>> = {
  'no figure': 'figures:no-progress.no-figure',
  'no target': 'figures:no-progress.no-target',
  'no target since': 'figures:no-progress.no-target-since',
  'no baseline': 'figures:no-progress.no-baseline',
  'no distance': 'figures:no-progress.no-distance',
  'target is 0': 'figures:no-progress.target-is-0',
  'wrong way': 'figures:no-progress.wrong-way',
  'hidden baseline': 'figures:no-progress.hidden-baseline',
  'not due': 'figures:no-progress.not-due',
  'not applicable': 'figures:no-progress.not-applicable',
  undefined: 'figures:no-progress.undefined',
  'not additive': 'figures:no-progress.not-additive',
  'not formed': 'figures:no-progress.not-formed',
  confidential: 'figures:no-progress.confidential',
  outside: 'figures:no-progress.outside',
  'at baseline': 'figures:no-progress.at-baseline',
  'before baseline': 'figures:no-progress.before-baseline',
  'planned later': 'figures:no-progress.planned-later',
}

/** A rating is always a word too; without one it says why. What is not final yet says so. */
export function ratingInWords(target: number | null, progress: Progress | null, words: Words): RatingWords {
  if (progress === null || progress.why !== undefined) {
    const why = progress?.why ?? 'no target'
    const reason = target === null && why === 'no figure' ? 'no target' : why
    return { rag: 'grey', text: words.t(UNRATED[reason]), percent: null }
  }
  const { rag, ofTarget, soFar } = progress
  const percent = ofTarget === null ? null : ofTargetText(ofTarget, words)
  if (!soFar) return { rag, text: ragText(rag, words), percent }
  return { rag, text: words.t('figures:so-far', { rating: ragText(rag, words) }), percent, soFar: PARTIAL_SIGN }
}

/** "89.8%": with the decimal that decides about its rating. */
export function ofTargetText(share: number, words: Words): string {
  return numberText(share, OF_TARGET, words.language)
}

export function ragText(rag: Rag, words: Words): string {
  return words.t(RATINGS[rag].word)
}

/** How many are rated so: "Somewhat behind", 3. */
export type RatingCount = { tone: string; label: string; number: number }

/** How many there are of every rating, in the order of the list. */
export function ratingCounts(rated: readonly Rag[], words: Words): RatingCount[] {
  return RAG.map((rag) => ({
    tone: RATINGS[rag].tone,
    label: ragText(rag, words),
    number: rated.filter((one) => one === rag).length,
  }))
}

/** Where a planned value comes from: "even share of the target for 1 January 2019 – 31 December 2021". */
export function planText({ basis, of }: Planned, words: Words): string {
  return words.t(`figures:plan.${basis}`, { dates: dates(of, words.language) })
}

/** The target of the project's life beside a figure, and how much of it is done: "400 (3.8%)". */
export function lifeText(figure: Figure, progress: Progress | null, indicator: Indicator, words: Words): string | null {
  if (!progress?.life) return null
  const { target, ofTarget } = progress.life
  const text = heldAgainstText(target, figure, indicator, words)
  return ofTarget === null
    ? text
    : words.t('figures:life-done', { target: text, percent: ofTargetText(ofTarget, words) })
}

/** "Target for 1 January 2020 – 31 December 2020: 15,050 → 12,000 (15 July 2020). No large events could be held." */
export function targetChangeText(change: TargetChange, indicator: Indicator, words: Words): string {
  const { before, now, on, reason } = change
  const said = words.t('figures:target-changed', {
    dates: dates({ from: change.from, to: change.to }, words.language),
    ...{ before: targetText(before, indicator, words), now: targetText(now, indicator, words) },
    on: day(dayAt(on), words.language),
  })
  return reason ? `${said} ${words.of(reason)}` : `${said} ${words.t('figures:target-changed-why')}`
}

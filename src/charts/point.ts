import { shownInWords } from '../disclosure/in-words.ts'
import {
  calledIn,
  gapIn,
  type PublishableCell,
  type PublishableTable,
  type ShownFigure,
} from '../disclosure/publishable.ts'
import type { Flag } from '../figures/figure.ts'
import { coverageText, markWord } from '../figures/in-words.ts'
import { MARKS } from '../figures/marks.ts'
import { unitBesideText } from '../indicators/in-words.ts'
import type { Words } from '../language/words.ts'
import { flagsIn, isUnsettled } from './legend.ts'

/** What is said of a figure when it is pointed at: the table's words with their unit, and what its marks mean. */
export function tip(cell: PublishableCell, table: PublishableTable, words: Words): string {
  const { shown } = cell
  const own = calledIn(cell, table.indicator)
  const { text, says, why, detail, marks, notes, exact } = shownInWords(shown, own, words)
  const unit = exact === null ? '' : unitBesideText(text, own, words)
  const parts = [
    [text, unit, ...marks].filter(Boolean).join(' '),
    detail,
    says,
    why,
    ...notes,
    ...besides(shown, table, words),
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

/** The same where there is room for no more than the number and its marks. */
export function briefTip({ shown, stages }: PublishableCell, { indicator }: PublishableTable, words: Words): string {
  const { text, marks } = shownInWords(shown, calledIn({ ...(stages ? { stages } : {}) }, indicator), words)
  return [text, ...marks].join(' ')
}

/** What a mark means, and on how much an unsettled figure rests; of a partial one the notes say it. */
function besides(shown: ShownFigure, { indicator }: PublishableTable, words: Words): string[] {
  if (shown.kind !== 'figure') return []
  const flags = flagsIn(shown)
  const named = flags.filter((flag) => MARKS[flag].sign !== null)
  const coverage = isUnsettled(flags) && !flags.includes('partial')
  return [
    ...named.map((flag) => markWord(flag, words)),
    ...(coverage ? [coverageText(shown.figure, indicator, words)] : []),
  ]
}

/** The only number a picture, or a line of a file, is given. */
export function numberIn(shown: ShownFigure): number | null {
  return shown.kind === 'figure' ? shown.figure.value : null
}

/**
 * The sign to draw where a figure has no number, or a bar no height.
 * @param zero how nothing is called: the first of some stages has a name
 */
export function gapOf(shown: ShownFigure, type: 'line' | 'bar', zero = '0'): string | null {
  const gap = gapIn(shown)
  if (gap) return MARKS[gap].sign
  return shown.kind === 'figure' && type === 'bar' && shown.figure.value === 0
    ? zeroSign(shown.figure.flags, zero)
    : null
}

/** A bar of no height can't be hatched. */
export function zeroSign(flags: readonly Flag[], zero = '0'): string {
  return isUnsettled(flags) ? `${zero} ○` : zero
}

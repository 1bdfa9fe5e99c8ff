import type { PublishableTable, Shown } from '../disclosure/publishable.ts'
import type { Flag } from '../figures/figure.ts'
import type { Words } from '../language/words.ts'
import { CONFIDENTIAL, coverageText, GAPS, wordsOfShown } from './figure-words.ts'
import { flagsIn, isUnsettled } from './legend.ts'

/** What is said of a figure when it is pointed at: the table's words, and what its marks mean. */
export function tip(shown: Shown, table: PublishableTable, words: Words): string {
  const { text, says, detail, marks, notes } = wordsOfShown(shown, table.indicator, words)
  const parts = [[text, ...marks].join(' '), detail, says, ...notes, ...besides(shown, table, words)]
  return parts.filter((part) => part !== null).join(' · ')
}

/** What a mark means, and on how much an unsettled figure rests; of a partial one the notes say it. */
function besides(shown: Shown, { indicator }: PublishableTable, words: Words): string[] {
  if (shown.kind !== 'figure') return []
  const flags = flagsIn(shown)
  const named = flags.filter((flag) => flag === 'provisional' || flag === 'break')
  const coverage = isUnsettled(flags) && !flags.includes('partial')
  return [
    ...named.map((flag) => words.t(`figures:flag.${flag}`)),
    ...(coverage ? [coverageText(shown.figure, indicator, words)] : []),
  ]
}

/** The only number a picture is given. */
export function numberIn(shown: Shown): number | null {
  return shown.kind === 'figure' && shown.figure.state === 'reported' ? shown.figure.value : null
}

/** The sign to draw where a figure has no number, or a bar no height. */
export function gapOf(shown: Shown, type: 'line' | 'bar'): string | null {
  if (shown.kind === 'confidential') return CONFIDENTIAL
  const { state, value, flags } = shown.figure
  if (state !== 'reported') return GAPS[state]
  return type === 'bar' && value === 0 ? zeroSign(flags) : null
}

/** A bar of no height can't be hatched. */
export function zeroSign(flags: readonly Flag[]): string {
  return isUnsettled(flags) ? '0 ○' : '0'
}

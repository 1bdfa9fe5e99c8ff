import { numberText } from '../figures/in-words.ts'
import { RATINGS } from '../figures/marks.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { numberStyleOf } from '../indicators/measure.ts'
import type { Key, Words } from '../language/words.ts'
import type { Rag } from '../vocabulary/rag.ts'
import { OF_TARGET, type Progress } from './progress.ts'

/** A target or baseline on the scale stored, as it is shown; of stages by their number. */
export function targetText(target: number, indicator: Indicator, words: Words): string {
  return numberText(target, numberStyleOf(indicator), words.language)
}

export type RatingWords = { rag: Rag; text: string; percent: string | null }

/** A rating is always a word too; without one it says why. */
export function ratingInWords(target: number | null, progress: Progress | null, words: Words): RatingWords {
  if (progress === null || progress.ofTarget === null) {
    const why = progress?.why ?? 'no target'
    const told = target === null && why === 'no figure' ? 'no target' : why
    return { rag: 'grey', text: words.t(`figures:no-progress.${told.replaceAll(' ', '-')}` as Key), percent: null }
  }
  const { rag, ofTarget } = progress
  return { rag, text: ragText(rag, words), percent: numberText(ofTarget, OF_TARGET, words.language) }
}

export function ragText(rag: Rag, words: Words): string {
  return words.t(RATINGS[rag].word)
}

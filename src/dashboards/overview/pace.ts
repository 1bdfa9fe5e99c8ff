import { type Bullet, bulletOf } from '../../charts/bullet.ts'
import { RATINGS } from '../../figures/marks.ts'
import { traitsOf } from '../../indicators/measure.ts'
import type { Words } from '../../language/words.ts'
import type { ComparedFigure } from '../../targets/compared-table.ts'
import { type RatingWords, ratingInWords } from '../../targets/in-words.ts'

/** A rating in a word, with its tone. */
export type PaceModel = RatingWords & { tone: string }

export function paceOfRated({ target, progress }: ComparedFigure, words: Words): PaceModel {
  const rating = ratingInWords(target, progress, words)
  return { ...rating, tone: RATINGS[rating.rag].tone }
}

/** The figure to date as a bar beside its plan. Of a stage there is no length: it has a name. */
export function bulletFor(
  { own, figure, target, progress }: ComparedFigure,
  tone: string,
): (Bullet & { tone: string }) | null {
  if (traitsOf(own).shown === 'stage' && figure.of === undefined) return null
  const bullet = bulletOf(figure.value, target, progress?.life?.target ?? null)
  return bullet && { ...bullet, tone }
}

import { type FigureWords, figureInWords, gapInWords } from '../figures/in-words.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { Words } from '../language/words.ts'
import type { ShownFigure } from './publishable.ts'

/** What an audience is shown, as it is read. */
export function shownInWords(shown: ShownFigure, indicator: Indicator, words: Words): FigureWords {
  return shown.kind === 'figure' ? figureInWords(shown.figure, indicator, words) : gapInWords('confidential', words)
}

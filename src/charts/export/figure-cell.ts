import { shownInWords } from '../../disclosure/in-words.ts'
import { gapIn, type ShownFigure } from '../../disclosure/publishable.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { type NumberStyle, numberStyleOf, traitsOf } from '../../indicators/measure.ts'
import type { Words } from '../../language/words.ts'
import { numberIn } from '../point.ts'
import { type ExportCell, exported, WHOLE_NUMBER_STYLE } from './sheet.ts'

/** A figure as a cell: its number, the name of its stage, which would be taken for an amount, or the sign of why there is none. */
export function figureCell(shown: ShownFigure, indicator: Indicator, words: Words): ExportCell {
  if (gapIn(shown) !== null || isStage(shown, indicator)) return shownInWords(shown, indicator, words).text
  return exported(numberIn(shown), styleOfShown(shown, indicator))
}

/** What is said of a figure beside it, in one cell: why there is none, its n, its marks, on how much it rests. */
export function figureRemarks(shown: ShownFigure, indicator: Indicator, words: Words): string {
  const { says, why, detail, marks, notes } = shownInWords(shown, indicator, words)
  const of = countedOf(shown)
  return [of === undefined ? null : `/ ${of}`, says, why, detail, ...marks, ...notes]
    .filter((part) => part !== null)
    .join('; ')
}

/** How its number is written; of a milestone of several reporters it is how many have reached it. */
export function styleOfShown(shown: ShownFigure, indicator: Indicator): NumberStyle {
  return countedOf(shown) === undefined ? numberStyleOf(indicator) : WHOLE_NUMBER_STYLE
}

function isStage(shown: ShownFigure, indicator: Indicator): boolean {
  return traitsOf(indicator).shown === 'stage' && countedOf(shown) === undefined
}

function countedOf(shown: ShownFigure): number | undefined {
  return shown.kind === 'figure' ? shown.figure.of : undefined
}

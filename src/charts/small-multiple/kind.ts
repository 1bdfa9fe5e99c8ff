import type { ShownFigure } from '../../disclosure/publishable.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { traitsOf } from '../../indicators/measure.ts'
import type { Words } from '../../language/words.ts'
import { targetText } from '../../targets/in-words.ts'
import { isFlow } from '../../targets/target.ts'
import type { MultipleSeries } from './model.ts'

/**
 * What of a picture follows from what is measured: sums are bars, stages are steps between their names, all else is a line.
 * @param shown its values: a stage of several reporters is how many have reached it, and has numbers on its axis
 */
export function kindOfSeries(
  indicator: Indicator,
  shown: readonly ShownFigure[],
  words: Words,
): Pick<MultipleSeries, 'kind' | 'stages' | 'fromZero' | 'numberText'> {
  const { isAmount, shown: shownAs } = traitsOf(indicator)
  const isCounted = shown.some((one) => one.kind === 'figure' && one.figure.of !== undefined)
  const isStage = shownAs === 'stage'
  return {
    kind: isStage ? 'steps' : isFlow(indicator) ? 'bars' : 'line',
    stages: isStage && !isCounted ? indicator.stages.map(words.of) : [],
    fromZero: isAmount || shownAs === 'quotient',
    numberText: (value) => targetText(value, indicator, words),
  }
}

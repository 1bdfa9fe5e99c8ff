import { expect, it } from 'vitest'
import { kindOfSeries } from '../../../src/charts/small-multiple/kind.ts'
import type { ShownFigure } from '../../../src/disclosure/publishable.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import type { Indicator } from '../../../src/indicators/indicator.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { COUNT, MEAN, MILESTONE, NOT_REPORTED, RATIO, reported } from '../tables.ts'

const shown = (figure: Figure): ShownFigure => ({ kind: 'figure', figure, target: null, progress: null })
const STOCK: Indicator = { ...COUNT, overTime: 'latest' }
const HIDDEN: ShownFigure = { kind: 'confidential' }

it.each<[string, Indicator, ShownFigure[], ReturnType<typeof kindOfSeries>['kind'], string[], boolean]>([
  ['sums are bars from nothing', COUNT, [shown(reported(3))], 'bars', [], true],
  ['a stock is a line from nothing', STOCK, [shown(reported(3))], 'line', [], true],
  ['a ratio is a line from nothing', RATIO, [shown(reported(0.3))], 'line', [], true],
  ['a mean is a line that may begin anywhere', MEAN, [shown(reported(3))], 'line', [], false],
  ['stages are steps between their names', MILESTONE, [shown(reported(1))], 'steps', ['Draft', 'Issued'], false],
  [
    'stages of which nothing is known are so too',
    MILESTONE,
    [HIDDEN, shown(NOT_REPORTED)],
    'steps',
    ['Draft', 'Issued'],
    false,
  ],
  [
    'how many have reached a stage has numbers',
    MILESTONE,
    [shown(NOT_REPORTED), shown(reported(2, { of: 5 }))],
    'steps',
    [],
    false,
  ],
])('%s', (_, indicator, values, kind, stages, fromZero) => {
  expect(kindOfSeries(indicator, values, wordsFor('en'))).toMatchObject({ kind, stages, fromZero })
})

it('numbers stand on the axis as they do in words', () => {
  const text = (indicator: Indicator) => kindOfSeries(indicator, [], wordsFor('vi')).numberText
  expect([text(COUNT)(1234), text(RATIO)(0.255)]).toEqual(['1.234', '25,5%'])
})

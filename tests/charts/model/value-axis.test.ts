import { describe, expect, it } from 'vitest'
import { stageAxis, valueAxis } from '../../../src/charts/model/value-axis.ts'

const WHOLE = { scale: 1, decimals: 0, isPercent: false }
const PERCENT = { scale: 100, decimals: 1, isPercent: true }
const MEAN = { scale: 1, decimals: 2, isPercent: false }
const labels = (...given: Parameters<typeof valueAxis>) => valueAxis(...given).ticks.map(({ label }) => label)

describe('the axis of numbers', () => {
  it.each<[what: string, given: Parameters<typeof valueAxis>, said: string[]]>([
    ['rises from zero to above the highest', [[15, 47], true, WHOLE, 'en'], ['0', '10', '20', '30', '40', '50']],
    ['counts whole things in whole steps', [[3], true, WHOLE, 'en'], ['0', '1', '2', '3']],
    ['of halves where there are halves', [[1.2], true, MEAN, 'en'], ['0', '0.25', '0.5', '0.75', '1', '1.25']],
    ['is written as numbers are', [[4200], true, WHOLE, 'vi'], ['0', '1.000', '2.000', '3.000', '4.000', '5.000']],
    [
      'is in per cent where the indicator is',
      [[0.4, 0.93], true, PERCENT, 'en', '%'],
      ['0%', '20%', '40%', '60%', '80%', '100%'],
    ],
    ['goes below zero', [[-8, 12], true, WHOLE, 'en'], ['−10', '−5', '0', '5', '10', '15']],
    [
      'spans the values where height means nothing',
      [[45, 67], false, MEAN, 'en'],
      ['45', '50', '55', '60', '65', '70'],
    ],
    ['has room around values that are alike', [[20, 20], false, MEAN, 'en'], ['18', '19', '20', '21', '22']],
    ['from zero has none below', [[20, 20], true, WHOLE, 'en'], ['0', '5', '10', '15', '20']],
    ['of nothing goes to one', [[], true, WHOLE, 'en'], ['0', '1']],
    [
      'has the sign of per cents that are typed',
      [[-8.1, 5.3], false, MEAN, 'vi', '%'],
      ['−10%', '−5%', '0%', '5%', '10%'],
    ],
    ['of zeros too', [[0, 0], true, WHOLE, 'en'], ['0', '1']],
  ])('%s', (_, given, said) => {
    expect(labels(...given).map((label) => label.replace('-', '−'))).toEqual(said)
  })

  it('holds its values on the scale stored', () => {
    expect(valueAxis([0.93], true, PERCENT, 'en')).toMatchObject({ min: 0, max: 1 })
    expect(valueAxis([45, 67], false, MEAN, 'en')).toMatchObject({ min: 45, max: 70 })
  })

  it('of stages has their names, from the first to the last', () => {
    expect(stageAxis(['none', 'drafted'])).toEqual({
      min: 0,
      max: 1,
      ticks: [
        { value: 0, label: 'none' },
        { value: 1, label: 'drafted' },
      ],
    })
  })
})

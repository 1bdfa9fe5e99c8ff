import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../../../src/indicators/indicator.ts'
import type { DataKey } from '../../../../src/releases/workbook/data-sheet/columns.ts'
import { workedOut } from '../../../../src/releases/workbook/data-sheet/worked-out.ts'
import type { Cell } from '../../../../src/releases/workbook/plan.ts'
import { COUNT, MEAN, MILESTONE, RATIO, reported } from '../../../charts/tables.ts'
import { dataRow, figureCell, numbersOf } from './given.ts'

type Numbers = Partial<Record<DataKey, number>>
const shown = (number: number): Cell => ({ number, format: '0' })
const made = (key: DataKey, cell: Cell, numbers: Numbers, indicator: Indicator = COUNT, group = 'project') =>
  workedOut(key, cell, dataRow(figureCell(reported(1), { group }), indicator), numbersOf(numbers))
const worked = (formula: string, number: number) => ({ number, format: '0', formula })

describe('a ratio', () => {
  it('is its numerator by its denominator, times what it is told in where that is no per cent', () => {
    expect(made('value', shown(0.25), { n: 1, d: 4 }, RATIO)).toEqual(worked('n/d', 0.25))
    expect(made('value', shown(0.25), { n: 1, d: 4 }, { ...RATIO, scale: 1 })).toEqual(worked('n/d', 0.25))
    expect(made('value', shown(250), { n: 1, d: 4 }, { ...RATIO, scale: 1000 })).toEqual(worked('n/d*1000', 250))
  })

  it.each<[string, Numbers, Indicator]>([
    ['nothing is divided by', { n: 0, d: 0 }, RATIO],
    ['one of both is not told', { n: 1 }, RATIO],
    ['nor the other', { d: 4 }, RATIO],
    ['nothing is divided', { n: 1, d: 4 }, MEAN],
  ])('is a number as it is where %s', (_, numbers, indicator) => {
    const cell = shown(0.25)
    expect(made('value', cell, numbers, indicator)).toBe(cell)
  })
})

describe('what a figure is more than its target', () => {
  it('is their difference without the noise of binary fractions', () => {
    expect(made('variance-short', shown(0.2), { value: 0.3, target: 0.1 })).toEqual(
      worked('ROUND(value-target,12)', 0.2),
    )
  })

  it('is a number as it is where one of both is missing', () => {
    const cell = shown(3)
    expect(made('variance-short', cell, { value: 3 })).toBe(cell)
    expect(made('variance-short', cell, { target: 3 })).toBe(cell)
  })
})

describe('how much of a plan is reached', () => {
  it.each<[DataKey, DataKey]>([
    ['of-target', 'target'],
    ['percent-planned', 'planned'],
    ['percent', 'lop'],
    ['phase-percent', 'phase-target'],
  ])('is in %s the value by %s', (key, plan) => {
    expect(made(key, shown(0.75), { value: 3, [plan]: 4, n: 1, d: 8 })).toEqual(worked(`value/${plan}`, 0.75))
    const cell = shown(0.75)
    expect(made(key, cell, { value: 3 })).toBe(cell)
    expect(made(key, cell, { [plan]: 4 })).toBe(cell)
  })

  it('is of stages too the one reached by the one planned', () => {
    expect(made('of-target', shown(0.5), { value: 1, target: 2 }, MILESTONE)).toEqual(worked('value/target', 0.5))
  })

  it('is where less is better the plan by the value, and all of it where there is nothing left', () => {
    const fewer = { ...COUNT, direction: 'lower' as const }
    const formula = 'IF(value=0,1,target/value)'
    expect(made('of-target', shown(0.5), { value: 8, target: 4 }, fewer)).toEqual(worked(formula, 0.5))
    expect(made('of-target', shown(1), { value: 0, target: 4 }, fewer)).toEqual(worked(formula, 1))
  })

  it('is of a level the way from its baseline, which is that of the project', () => {
    const numbers = { value: 5, target: 8, baseline: 2 }
    const formula = '(value-baseline)/(target-baseline)'
    expect(made('of-target', shown(0.5), numbers, MEAN)).toEqual(worked(formula, 0.5))
    const cell = shown(0.5)
    expect(made('of-target', cell, numbers, MEAN, 'ha-tinh')).toBe(cell)
    expect(made('of-target', cell, { value: 5, target: 8 }, MEAN)).toBe(cell)
  })
})

describe('a formula', () => {
  it('stands only where it comes to what the figure says, as far as that is rounded', () => {
    const half = { value: 1, target: 2 }
    expect(made('of-target', shown(0.5 + 5e-10), half)).toEqual(worked('value/target', 0.5))
    for (const other of [0.5 + 2e-9, 0.5 - 2e-9, 0.7]) {
      const cell = shown(other)
      expect(made('of-target', cell, half)).toBe(cell)
    }
    const large = { value: 1e6, target: 1 }
    expect(made('of-target', shown(1e6 + 5e-4), large)).toEqual(worked('value/target', 1e6))
    const beyond = shown(1e6 + 2e-3)
    expect(made('of-target', beyond, large)).toBe(beyond)
  })

  it('follows from nothing in other columns, and takes the place of no sign and no text', () => {
    const numbers = { n: 1, d: 4, value: 1, target: 4, planned: 4 }
    for (const key of ['n', 'd', 'target', 'planned', 'k'] as const) {
      const cell = shown(0.25)
      expect(made(key, cell, numbers, RATIO), key).toBe(cell)
    }
    for (const cell of [null, 'text', { mark: '[c]' as const }, { text: 'x', tone: 'red' as const }])
      expect(made('value', cell, numbers, RATIO)).toBe(cell)
  })
})

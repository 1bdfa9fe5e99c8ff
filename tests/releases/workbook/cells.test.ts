import { describe, expect, it } from 'vitest'
import type { PublishableCell } from '../../../src/disclosure/publishable.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import type { Indicator } from '../../../src/indicators/indicator.ts'
import { baseCells } from '../../../src/releases/workbook/base-cells.ts'
import { bilingualIn } from '../../../src/releases/workbook/bilingual.ts'
import {
  coverageCell,
  lifeTargetCell,
  ofLifeCell,
  ofTargetCell,
  planCell,
  ragCell,
  readCell,
  scaledCell,
  statusText,
  targetCell,
  valueCell,
  varianceCell,
} from '../../../src/releases/workbook/cells.ts'
import { isMark } from '../../../src/releases/workbook/plan.ts'
import type { Progress } from '../../../src/targets/progress.ts'
import {
  COUNT,
  MEAN,
  MILESTONE,
  NOT_ADDITIVE,
  NOT_APPLICABLE,
  NOT_DUE,
  NOT_REPORTED,
  RATIO,
  reported,
  UNDEFINED,
} from '../../charts/tables.ts'

const en = bilingualIn('en')
const cell = (figure: Figure, target: number | null = null, progress: Progress | null = null): PublishableCell => ({
  id: 'x',
  ref: { indicator: 'V3', group: 'project', span: '2021', cell: '' },
  period: { from: 8084, to: 8087 },
  covers: null,
  shown: { kind: 'figure', figure, target, progress },
})
const HIDDEN: PublishableCell = { ...cell(reported(1)), shown: { kind: 'confidential' } }
const [C, Z] = [{ mark: '[c]' }, { mark: '[z]' }]
const NOT_SET = 'not set'
const plan = { value: 10, by: 8087, basis: 'share' as const, of: { from: 8084, to: 8087 } }
const behind: Progress = { variance: -0.25, ofTarget: 0.5, rag: 'red', plan, life: { target: 2, ofTarget: 0.125 } }

it('of what is confidential nothing derived is told either', () => {
  for (const told of [
    valueCell(HIDDEN, COUNT),
    targetCell(HIDDEN, COUNT, en),
    lifeTargetCell(HIDDEN, COUNT, en),
    varianceCell(HIDDEN, COUNT),
    ofTargetCell(HIDDEN),
    ofLifeCell(HIDDEN),
    ragCell(HIDDEN, en),
    planCell(HIDDEN, en),
    coverageCell(HIDDEN, COUNT, en),
    baseCells(HIDDEN, RATIO).upper,
    baseCells(HIDDEN, RATIO).lower,
    baseCells(HIDDEN, MEAN).upper,
  ])
    expect(told).toEqual(C)
  expect(baseCells(HIDDEN, MEAN).lower).toEqual(Z)
  expect(baseCells(HIDDEN, COUNT)).toEqual({ upper: Z, lower: Z })
})

describe('a value', () => {
  it.each<[string, Figure, Indicator, unknown]>([
    ['a count', reported(1234), COUNT, { number: 1234, format: '#,##0' }],
    ['a true zero', reported(0), COUNT, { number: 0, format: '#,##0' }],
    ['a percentage as a bare quotient', reported(1 / 3), RATIO, { number: 1 / 3, format: '0.0%' }],
    [
      'a rate multiplied',
      reported(0.0025),
      { ...RATIO, scale: 1000, decimals: 2 },
      { number: 2.5, format: '#,##0.00' },
    ],
    ['a mean', reported(2.345), MEAN, { number: 2.345, format: '#,##0.00' }],
    ['how many reached a stage', reported(3, { of: 5 }), MILESTONE, { number: 3, format: '0" / 5"' }],
    ['what was not reported', NOT_REPORTED, COUNT, { mark: '[x]' }],
    ['what does not apply', NOT_APPLICABLE, COUNT, Z],
    ['what is not due', NOT_DUE, COUNT, { mark: '[d]' }],
    ['what is undefined', UNDEFINED, RATIO, { mark: '[q]' }],
    ['what is not added up', NOT_ADDITIVE, COUNT, { mark: '[a]' }],
  ])('is %s', (_, figure, indicator, told) => {
    expect(valueCell(cell(figure), indicator)).toEqual(told)
  })
})

describe('a stage', () => {
  it('is read by its name, of several reporters by how many; any other value as it is', () => {
    expect(readCell(cell(reported(1)), MILESTONE, en)).toBe('Issued')
    expect(readCell(cell(reported(3, { of: 5 })), MILESTONE, en)).toEqual({ number: 3, format: '0" / 5"' })
    expect(readCell(cell(NOT_REPORTED), MILESTONE, en)).toEqual({ mark: '[x]' })
    expect(readCell(HIDDEN, MILESTONE, en)).toEqual(C)
    expect(readCell(cell(reported(1)), COUNT, en)).toEqual({ number: 1, format: '#,##0' })
  })
})

describe('what a figure is held against', () => {
  it('is a number as figures are, a stage by its name, several reporters by how many', () => {
    expect(targetCell(cell(reported(1), 0.9), RATIO, en)).toEqual({ number: 0.9, format: '0.0%' })
    expect(targetCell(cell(reported(0), 1), MILESTONE, en)).toBe('Issued')
    expect(targetCell(cell(reported(3, { of: 5 }), 4), MILESTONE, en)).toEqual({ number: 4, format: '#,##0' })
    expect(targetCell(cell(reported(1)), COUNT, en)).toBe(NOT_SET)
    const unknown: Progress = { variance: null, ofTarget: null, rag: 'grey', why: 'hidden baseline' }
    expect(targetCell(cell(reported(1), null, unknown), COUNT, en)).toEqual(Z)
  })

  it('has the target of the project’s life beside it, with how much of it is done', () => {
    expect(lifeTargetCell(cell(reported(1), 1, behind), COUNT, en)).toEqual({ number: 2, format: '#,##0' })
    expect(
      lifeTargetCell(cell(reported(1), 1, { ...behind, life: { target: 0, ofTarget: null } }), MILESTONE, en),
    ).toBe('Draft')
    expect(ofLifeCell(cell(reported(1), 1, behind))).toEqual({ number: 0.125, format: '0.0%' })
    const { life: _, ...without } = behind
    expect([
      lifeTargetCell(cell(reported(1), 1, without), COUNT, en),
      ofLifeCell(cell(reported(1), 1, without)),
    ]).toEqual([NOT_SET, Z])
    expect([lifeTargetCell(cell(reported(1)), COUNT, en), ofLifeCell(cell(reported(1)))]).toEqual([NOT_SET, Z])
  })

  it('is missed or passed by a difference with its sign', () => {
    expect(varianceCell(cell(reported(1), 1, behind), RATIO)).toEqual({ number: -0.25, format: '+0.0%;-0.0%;0.0%' })
    expect(varianceCell(cell(reported(1), 1, { ...behind, variance: 3 }), COUNT)).toEqual({
      number: 3,
      format: '+#,##0;-#,##0;#,##0',
    })
    expect(varianceCell(cell(reported(1)), COUNT)).toEqual(Z)
  })

  it('is reached by a share, with a word and its tone, and where the plan comes from', () => {
    const one = cell(reported(1), 2, behind)
    expect(ofTargetCell(one)).toEqual({ number: 0.5, format: '0.0%' })
    expect(ragCell(one, en)).toEqual({ text: 'Off track', tone: 'red' })
    expect(planCell(one, en)).toBe('an even share, by quarters, of the target for 1 Jan 2021 – 31 Dec 2021')
    const bare = cell(reported(1))
    expect(ofTargetCell(bare)).toEqual(Z)
    expect(ragCell(bare, en)).toEqual({ text: 'no target', tone: 'grey' })
    expect(planCell(bare, en)).toEqual(Z)
  })
})

describe('the numbers behind a value', () => {
  it.each<[string, Figure, Indicator, unknown, unknown]>([
    ['none of a count', reported(9), COUNT, Z, Z],
    [
      'numerator and denominator',
      reported(0.5, { numerator: 2, denominator: 4 }),
      RATIO,
      { number: 2, format: '#,##0' },
      { number: 4, format: '#,##0' },
    ],
    ['also of what is undefined', UNDEFINED, RATIO, { number: 0, format: '#,##0' }, { number: 0, format: '#,##0' }],
    [
      'with decimals where they have some',
      reported(0.5, { numerator: 2.5, denominator: 5 }),
      RATIO,
      { number: 2.5, format: '#,##0.##' },
      { number: 5, format: '#,##0' },
    ],
    ['n of a mean, and nothing under it', reported(2, { n: 40 }), MEAN, { number: 40, format: '#,##0' }, Z],
    ['a sign where nothing came', NOT_REPORTED, RATIO, { mark: '[x]' }, { mark: '[x]' }],
    ['a sign where nothing was due', NOT_DUE, MEAN, { mark: '[d]' }, Z],
    ['not reported where the value came without', reported(2), MEAN, { mark: '[x]' }, Z],
  ])('are %s', (_, figure, indicator, upper, lower) => {
    expect(baseCells(cell(figure), indicator)).toEqual({ upper, lower })
  })
})

describe('what stands beside a value in words', () => {
  it('is how much has come', () => {
    expect(coverageCell(cell(reported(1, { coverage: [4, 5] })), COUNT, en)).toBe('4 of 5 reports')
    expect(coverageCell(cell(reported(1)), COUNT, bilingualIn('both'))).toBe('5/5 báo cáo / 5 of 5 reports')
  })

  it('is that it is approved, and whatever is not as it seems', () => {
    const status = (figure: Figure, revised = false) => statusText(cell(figure), COUNT, en, revised)
    expect(status(reported(1))).toBe('approved')
    expect(status(reported(1, { coverage: [4, 5], flags: ['partial', 'break'] }))).toBe(
      'approved; partial: 4 of 5 reports; [b] break in series',
    )
    expect(status(reported(1), true)).toBe('approved; [r] revised')
    expect(status(reported(1, { flags: ['revised'] }), true)).toBe('approved; [r] revised')
    expect(statusText(HIDDEN, COUNT, en, true)).toBe('approved; [r] revised')
    expect(statusText(HIDDEN, COUNT, en, false)).toBe('approved')
  })
})

it('stages are whole numbers whatever their indicator says', () => {
  expect(scaledCell(2, { ...MILESTONE, scale: 100, decimals: 2 })).toEqual({ number: 2, format: '#,##0' })
})

it.each([
  [{ mark: '[c]' as const }, true],
  [{ number: 1, format: '0' }, false],
  [{ text: 'x', tone: 'red' as const }, false],
  ['[c]', false],
  [0, false],
  [null, false],
])('%j is a mark: %s', (given, is) => {
  expect(isMark(given)).toBe(is)
})

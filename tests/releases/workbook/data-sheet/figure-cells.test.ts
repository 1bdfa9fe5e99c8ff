import { describe, expect, it } from 'vitest'
import type { EarlierNumber } from '../../../../src/disclosure/earlier/hold.ts'
import type { PublishableCell } from '../../../../src/disclosure/publishable.ts'
import type { Figure } from '../../../../src/figures/figure.ts'
import type { Indicator } from '../../../../src/indicators/indicator.ts'
import { bilingualIn } from '../../../../src/releases/workbook/bilingual.ts'
import {
  asAtOf,
  baselineOf,
  coverageOf,
  dateCell,
  flagCodes,
  flagWords,
  lifeTargetOf,
  numberOnly,
  plannedOf,
  signOfCell,
  stageOf,
} from '../../../../src/releases/workbook/data-sheet/figure-cells.ts'
import { ratingCode, ratingOf } from '../../../../src/releases/workbook/data-sheet/ratings.ts'
import { categoryCode, categoryName, placeName } from '../../../../src/releases/workbook/data-sheet/where.ts'
import { COUNT, MILESTONE, NOT_REPORTED, RATIO, reported } from '../../../charts/tables.ts'
import { q } from '../../../support/small-project.ts'
import { en, inBoth } from '../small-content.ts'
import { dataRow, figureCell } from './given.ts'

const HIDDEN = figureCell('confidential')
const heldAt = (asAt: number): PublishableCell => {
  const cell = figureCell(reported(4, { flags: ['held'] }))
  return { ...cell, shown: { ...cell.shown, held: { asAt } as EarlierNumber } as PublishableCell['shown'] }
}
const EARLIER = Date.parse('2021-05-02T10:00:00+07:00')

describe('the columns of signs and numbers', () => {
  it('have a number or nothing in the one, and why there is none, or that it is an earlier one, in the other', () => {
    expect(numberOnly({ number: 3, format: '0' })).toEqual({ number: 3, format: '0' })
    for (const cell of [null, 'text', 7, { mark: '[c]' as const }, { text: 'x', tone: 'red' as const }])
      expect(numberOnly(cell)).toBeNull()
    expect(signOfCell(HIDDEN)).toEqual({ mark: '[c]' })
    expect(signOfCell(figureCell(NOT_REPORTED))).toEqual({ mark: '[x]' })
    expect(signOfCell(figureCell(reported(3)))).toBe('–')
    expect(signOfCell(heldAt(EARLIER))).toBe('[h]')
  })

  it('tell of a hidden figure neither plan, coverage nor flags', () => {
    expect([plannedOf(HIDDEN, COUNT), lifeTargetOf(HIDDEN, COUNT), coverageOf(HIDDEN, 0)]).toEqual([null, null, null])
    expect([flagCodes(HIDDEN), flagWords(HIDDEN, en), ratingCode(HIDDEN)]).toEqual(['[c]', '[c]', '[c]'])
    expect(ratingOf(HIDDEN, en)).toBe('[c]')
  })

  it('tell of a shown one what was planned for it and for life, and how much has come', () => {
    const life = { target: 0.5, ofTarget: 1 }
    const progress = { variance: 0, ofTarget: 1, rag: 'green' as const, plan: null, life }
    const cell = figureCell(reported(0.25, { coverage: [4, 5] }), {}, { target: 0.25, progress: progress as never })
    expect(plannedOf(cell, RATIO)).toEqual({ number: 0.25, format: '0.0%' })
    expect(lifeTargetOf(cell, RATIO)).toEqual({ number: 0.5, format: '0.0%' })
    expect([coverageOf(cell, 0), coverageOf(cell, 1), ratingCode(cell)]).toEqual([4, 5, 'green'])
    expect(ratingOf(cell, en)).toBe('On track')
    const bare = figureCell(reported(1))
    expect([plannedOf(bare, COUNT), lifeTargetOf(bare, COUNT), ratingCode(bare)]).toEqual([null, null, 'grey'])
    expect([ratingCode(null), ratingOf(null, en)]).toEqual(['–', '–'])
  })

  it('have flags by code and in words, with what can’t be added since it was measured otherwise', () => {
    const cell = figureCell(reported(1, { flags: ['partial', 'break'] }))
    expect([flagCodes(cell), flagWords(cell, en)]).toEqual(['partial, break', 'partial, break in series'])
    const plain = figureCell(reported(1))
    expect([flagCodes(plain), flagWords(plain, en)]).toEqual(['–', '–'])
    const apart: Figure = { ...reported(1), state: 'not additive', value: null, why: 'definitions', flags: ['break'] }
    expect(flagWords(figureCell(apart), en)).toMatch(/^.{20,}, break in series$/)
    expect(flagWords(figureCell({ ...apart, why: 'reporters' }), en)).toBe('break in series')
  })
})

describe('the stage of a figure', () => {
  const stage = (figure: Figure | 'confidential', indicator: Indicator = MILESTONE) =>
    stageOf(dataRow(figureCell(figure), indicator), en)

  it('is called by its name, or is how many of how many have reached it', () => {
    expect(stage(reported(1))).toBe('Issued')
    expect(stage(reported(3, { of: 5 }))).toBe('3 / 5')
  })

  it('is nothing of what is no milestone, hidden or missing', () => {
    expect([stage(reported(1), COUNT), stage('confidential'), stage(NOT_REPORTED)]).toEqual(['–', '–', '–'])
  })
})

describe('the baseline of a figure', () => {
  const baseline = (ref: object, value: number | null = 0.5, code = RATIO.code) =>
    baselineOf(
      dataRow(figureCell(reported(1), ref), RATIO, { content: { baselines: new Map([[code, { value }]]) as never } }),
    )

  it('is that of the whole project, undivided', () => {
    expect(baseline({})).toEqual({ number: 0.5, format: '0.0%' })
    expect([baseline({ group: 'ha-tinh' }), baseline({ cell: 'sex=female' })]).toEqual([null, null])
  })

  it('is nothing where it is hidden, or was never set', () => {
    expect([baseline({}, null), baseline({}, 0.5, 'other')]).toEqual([null, null])
  })
})

describe('the days of a figure', () => {
  it('are the first and last of what its values cover, counted as spreadsheets do and written as the language does', () => {
    const cell = figureCell(reported(1))
    expect(dateCell(cell, 'first', en)).toEqual({ number: 44197, format: 'd mmm yyyy' })
    expect(dateCell(cell, 'last', bilingualIn('vi'))).toEqual({ number: 44561, format: 'dd/mm/yyyy' })
    const half = figureCell(reported(1), { covers: { from: q('2021-Q1'), to: q('2021-Q2') } })
    expect(dateCell(half, 'last', bilingualIn('both'))).toEqual({ number: 44377, format: 'yyyy\\-mm\\-dd' })
  })

  it('have the one as at which it is told: of one that is held, that of the report which showed it first', () => {
    const row = (cell: PublishableCell) =>
      dataRow(cell, COUNT, { table: { asAt: Date.parse('2022-01-01T10:00:00+07:00') } })
    expect(asAtOf(row(figureCell(reported(1))), en)).toMatchObject({ number: 44562 })
    expect(asAtOf(row(heldAt(EARLIER)), en)).toMatchObject({ number: 44318 })
  })
})

describe('where a figure belongs', () => {
  it('is the place that stands at its row or over its column, or the whole project', () => {
    const place = (table: object) => placeName(dataRow(figureCell(reported(1)), COUNT, { table }), en)
    expect(place({ rowsAre: 'places', columnsAre: 'periods' })).toBe('row')
    expect(place({ rowsAre: 'periods', columnsAre: 'places' })).toBe('column')
    expect(place({ rowsAre: 'categories', columnsAre: 'periods' })).toBe('Whole project')
  })

  it('is the category that stands at its row, or none', () => {
    const row = (cell: string, rowsAre: string) =>
      dataRow(figureCell(reported(1), { cell }), COUNT, { table: { rowsAre }, breakdown: inBoth('Sex') })
    expect(categoryName(row('sex=female', 'categories'), en)).toBe('row')
    expect(categoryName(row('', 'places'), en)).toBe(en.t('releases:workbook.undivided'))
    expect([categoryCode(row('sex=female', 'categories')), categoryCode(row('', 'places'))]).toEqual([
      'female',
      'total',
    ])
  })
})

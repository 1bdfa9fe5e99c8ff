import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../../src/calendar/quarter.ts'
import { guessColumn, guessMeaning } from '../../../../src/submissions/workbook/own-sheet/choosing/guess.ts'
import { fieldMeant, meaningText, readMeaning } from '../../../../src/submissions/workbook/own-sheet/reading/meaning.ts'
import {
  isQuarterMeant,
  quarterIn,
  quarterInColumn,
} from '../../../../src/submissions/workbook/own-sheet/reading/quarter-text.ts'
import { FORM } from '../small-form.ts'

describe('a quarter as somebody writes it', () => {
  it.each([
    ['Quý IV năm 2021', 4, 2021],
    ['QUÝ 4/2021', 4, 2021],
    ['Số liệu quý III-2020', 3, 2020],
    ['Q1 2022', 1, 2022],
    ['2021-Q4', 4, 2021],
    ['2021 quý II', 2, 2021],
    ['Quý 2', 2, null],
    ['Quarter 3 (people)', 3, null],
  ])('%s', (text, nth, year) => {
    expect(quarterIn(text)).toEqual({ nth, year })
    expect(quarterInColumn(text)).toEqual({ nth, year })
  })

  it.each(['Quý 5', 'Quy mô', 'Quý V', 'Tháng 4/2021', 'Quý 12/2021', 'Quốc tế', '', 'Q'])('%s is none', (text) => {
    expect([quarterIn(text), quarterInColumn(text)]).toEqual([null, null])
  })

  it('needs no word in a column that is known to hold quarters', () => {
    expect([quarterIn('4/2021'), quarterInColumn('4/2021')]).toEqual([null, { nth: 4, year: 2021 }])
    expect([quarterInColumn('IV 2021'), quarterInColumn('3'), quarterInColumn('12/2021')]).toEqual([
      { nth: 4, year: 2021 },
      { nth: 3, year: null },
      null,
    ])
  })

  it('without a year is of the year of the report', () => {
    const quarter = quarterOf(2021, 4)
    expect([4, 3].map((nth) => isQuarterMeant({ nth, year: null }, quarter))).toEqual([true, false])
    expect([2021, 2020].map((year) => isQuarterMeant({ nth: 4, year }, quarter))).toEqual([true, false])
  })
})

describe('what columns and rows say together', () => {
  const meant = (...texts: string[]) =>
    fieldMeant(
      texts.map((text) => readMeaning(text)!),
      FORM,
    )

  it.each([
    [['v.V1.age=child|sex=male'], 'v.V1.age=child|sex=male'],
    [['v.V1', 'v..sex=male', 'v..age=child'], 'v.V1.age=child|sex=male'],
    [['v..age=child|sex=male', 'v.V1'], 'v.V1.age=child|sex=male'],
    [['v.V2', 'd', 'v..sex=male'], 'd.V2.sex=male'],
    [['v.V5', 'v'], 'v.V5'],
    [['v.V5', 'd'], 'd.V5'],
    // Said twice alike is said once.
    [['v.V6', 'v.V6.sex=male'], 'v.V6.sex=male'],
    [['v.V1', 'v..status=victim'], 'v.V1.status=victim'],
  ])('%j is %s', (texts, field) => expect(meant(...texts)).toBe(field))

  it.each([
    ['too little', ['v.V1']],
    ['too little of a cell', ['v.V1', 'v..sex=male']],
    ['nothing of which indicator', ['v..sex=male', 'v']],
    ['two indicators', ['v.V1', 'v.V6.sex=male']],
    ['two categories of one breakdown', ['v.V6.sex=male', 'v..sex=female']],
    ['a category that does not split it', ['v.V5', 'v..sex=male']],
    ['a number under a count', ['v.V6.sex=male', 'd']],
    ['an indicator that is not asked for', ['v.V99']],
    ['a category that nobody knows', ['v.V6.sex=x']],
  ])('is no field: %s', (_, texts) => expect(meant(...texts)).toBeNull())

  it('stands in a text that reads back', () => {
    for (const text of ['v', 'd', 'v.V1', 'v..sex=male', 'd.V2.sex=male', 'v.V1.age=child|sex=male'])
      expect(meaningText(readMeaning(text)!)).toBe(text)
    for (const text of ['', 'place', 'x.V1', 's.V1', 'v.', 'v.v1']) expect(readMeaning(text), text).toBeNull()
  })
})

describe('what is chosen beforehand', () => {
  it.each([
    ['V5', 'v.V5'],
    ['V5. Điểm', 'v.V5'],
    ['V6 male', 'v.V6.sex=male'],
    ['V1 / male', 'v.V1'],
    ['V1 male, child', 'v.V1.age=child|sex=male'],
    ['Female', 'v..sex=female'],
    ['not recorded', 'v..sex=not-recorded'],
    ['V5 V6', ''],
    ['male child', ''],
    ['Ghi chú', ''],
  ])('of “%s” is “%s”', (text, meaning) => expect(guessMeaning(text, FORM)).toBe(meaning))

  it.each([
    ['Tỉnh/thành phố', 'place'],
    ['Quý', 'quarter'],
    ['Kỳ báo cáo', 'quarter'],
    ['Chỉ tiêu', 'row'],
    ['Quý 4/2021', 'by-quarter'],
    ['V5', 'v.V5'],
    ['Người nhập', ''],
  ])('above a column “%s” is “%s”', (heading, holds) => expect(guessColumn(heading, FORM)).toBe(holds))
})

import { describe, expect, it } from 'vitest'
import { byColumn, headingsOf } from '../../../src/attack/read/columns.ts'
import { isSaying, languagesOf, spanIn, valuesSaid } from '../../../src/attack/read/sayings.ts'
import { countOfCell, isHidden, partsOf } from '../../../src/attack/read/value.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { q } from '../../support/small-project.ts'
import { cell, column, sheetOf, t } from './rows.ts'

describe('a cell', () => {
  it.each([
    ['a count', 12, { shown: 12, absent: false }],
    ['nobody', 0, { shown: 0, absent: false }],
    ['what is hidden', '[c]', { shown: null, absent: false }],
    ['what an earlier report said, which is no news', { held: 12 }, { shown: null, absent: false }],
    ['that nothing was reported', '[x]', { shown: 0, absent: true }],
    ['that nothing was due', '[d]', { shown: 0, absent: true }],
    ['nothing, where it does not apply', '[z]', null],
    ['nothing, being a share', 0.5, null],
    ['nothing, being no count', -1, null],
    ['nothing, being text', 'all', null],
    ['nothing, being empty', null, null],
  ])('says of a count: %s', (_, written, count) => {
    const unsaid = { coverage: null, isOfValues: false, at: 'A1' }
    expect(countOfCell(cell(written))).toEqual(count && { ...count, ...unsaid })
  })

  it('that is not there says nothing, and is not hidden', () => {
    expect(countOfCell(null)).toBeNull()
    expect([isHidden(null), isHidden(cell('[x]')), isHidden(cell('[c]'))]).toEqual([false, false, true])
  })

  it('is one of those that count something, by the measure of its row', () => {
    const [value, upper, lower] = ['V', 'U', 'L'].map((one) => cell(one)) as [Cell, Cell, Cell]
    type Cell = ReturnType<typeof cell>
    const parts = (measure: Parameters<typeof partsOf>[0]) =>
      partsOf(measure, { value, upper, lower }).map(([part, one]) => [part, one?.text])
    expect(parts('count')).toEqual([['amount', 'V']])
    expect(parts('ratio')).toEqual([
      ['numerator', 'U'],
      ['denominator', 'L'],
    ])
    expect(parts('mean')).toEqual([['n', 'U']])
    expect(parts('milestone')).toEqual([])
  })
})

describe('the headings of a table', () => {
  const sheet = sheetOf(
    ['Title'],
    [column('ref')],
    ['x', column('ref'), null, column('value'), column('ref')],
    ['a', 'V3'],
  )

  it('stand in the first row that has all that must be there, each in its first column', () => {
    const found = headingsOf(sheet, ['ref', 'value', 'n'], ['ref', 'value'])!
    expect([found.row, [...found.columns]]).toEqual([
      2,
      [
        ['ref', 1],
        ['value', 3],
      ],
    ])
    const at = byColumn(sheet.rows[3]!, found)
    expect([at('ref')?.text, at('value'), at('n')]).toEqual(['V3', null, null])
  })

  it('are not there where one that must be is missing', () => {
    expect(headingsOf(sheet, ['ref', 'n'], ['ref', 'n'])).toBeNull()
  })
})

describe('a sentence of the workbook', () => {
  const [vi, en] = [wordsFor('vi').t('releases:workbook.undivided'), t('releases:workbook.undivided')]

  it.each([
    [en, ['en']],
    [vi, ['vi']],
    [`${vi} / ${en}`, ['vi', 'en']],
    [`${vi}\n${en}`, ['vi', 'en']],
    [`${en}!`, []],
    [null, []],
  ])('is known in whatever language it stands: %j', (text, languages) => {
    expect(languagesOf(text, 'releases:workbook.undivided')).toEqual(languages)
    expect(isSaying(text, 'releases:workbook.undivided')).toBe(languages.length > 0)
  })

  it.each([
    ['alone', 'en', (said: string) => said],
    ['in Vietnamese', 'vi', (said: string) => said],
    ['beside other lines', 'en', (said: string) => `before\n${said}\nafter`],
    ['beside another language', 'vi', (said: string) => `${said} / after`],
  ] as const)('gives what stands in its gaps: %s', (_, language, around) => {
    const said = wordsFor(language).t('releases:workbook.cover.rule-value', { most: 4 })
    expect(valuesSaid(around(said), 'releases:workbook.cover.rule-value', ['most'])).toEqual(['4'])
  })

  it('gives nothing where another one stands', () => {
    expect(valuesSaid('Something else', 'releases:workbook.cover.rule-value', ['most'])).toBeNull()
    expect(valuesSaid(null, 'releases:workbook.cover.rule-value', ['most'])).toBeNull()
  })
})

it.each([
  ['1 Jan 2021 – 31 Mar 2021', '2021-Q1', '2021-Q1'],
  ['01/04/2020 – 31/12/2021', '2020-Q2', '2021-Q4'],
  ['1 September 2020 – 1 Oct 2020', '2020-Q3', '2020-Q4'],
  ['1 Jan 2021 – 31 Mar 2021, was 1 Jan 2020', '2021-Q1', '2021-Q1'],
  ['2021 (Jan\u00a0– Dec)', '2021-Q1', '2021-Q4'],
  ['2021 (01\u00a0– 12)', '2021-Q1', '2021-Q4'],
  ['6 tháng đầu năm 2021 / H1 2021 (01\u00a0– 06)', '2021-Q1', '2021-Q2'],
  ['2020/21 (Apr\u00a0– Mar)', '2020-Q2', '2021-Q1'],
  ['2020/21 (10\u00a0– 09)', '2020-Q4', '2021-Q3'],
  ['2018/19 (Jan\u00a0– Mar\u00a02019)', '2019-Q1', '2019-Q1'],
  ['2021/22 (04\u00a0– 12/2021)', '2021-Q2', '2021-Q4'],
  ['2021/22 (10/2021\u00a0– 03/2022)', '2021-Q4', '2022-Q1'],
  ['Survey (Oct\u00a02021\u00a0– Mar\u00a02022)', '2021-Q4', '2022-Q1'],
])('%s are dates of two quarters', (text, from, to) => {
  expect(spanIn(text)).toEqual({ from: q(from), to: q(to) })
})

it.each([
  null,
  '',
  '2021',
  '1 Jan 2021',
  '1 Xyz 2021 – 31 Mar 2021',
  '01/13/2021 – 31/03/2021',
  '2021 (13 – 14)',
  '(01 – 03)',
  '2021 (Xyz – Dec)',
])('%j are no dates of two quarters', (text) => {
  expect(spanIn(text)).toBeNull()
})

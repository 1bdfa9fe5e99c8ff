import { describe, expect, it } from 'vitest'
import { readDetails } from '../../../src/attack/read/detail-sheet.ts'
import { spanIn } from '../../../src/attack/read/sayings.ts'
import type { Measure } from '../../../src/vocabulary/indicator.ts'
import { q } from '../../support/small-project.ts'
import { column, sheetOf, t } from './rows.ts'

type Row = Parameters<typeof sheetOf>[0]

const MEASURES = new Map<string, Measure>([
  ['V3', 'count'],
  ['V6', 'ratio'],
])
const PLACES: Row = [column('ref'), column('place'), column('line'), 'Q1 2021\n1 Jan – 31 Mar', '2021\n1 Jan – 31 Dec']

describe('tables of indicators by periods', () => {
  it('are read by the code of each row, under the headings that stand over it', () => {
    const { told } = readDetails(
      sheetOf(
        ['Protection'],
        ['V3', 'before any headings', '–', 9],
        PLACES,
        ['V3  Clients (person)'],
        ['V3', t('releases:workbook.all-project'), '–', 12, '[c]'],
        ['V3', 'Hà Tĩnh', '–', 0, 7],
        ['X9', 'Hà Tĩnh', '–', 5, 5],
      ),
      MEASURES,
    )
    const year = { from: q('2021-Q1'), to: q('2021-Q4') }
    expect(told.map(({ indicator, place, span, shown }) => [indicator, place, span, shown])).toEqual([
      ['V3', null, { from: q('2021-Q1'), to: q('2021-Q1') }, 12],
      ['V3', null, year, null],
      ['V3', 'Hà Tĩnh', { from: q('2021-Q1'), to: q('2021-Q1') }, 0],
      ['V3', 'Hà Tĩnh', year, 7],
    ])
  })

  it.each<[string, Row[number], Row[number]]>([
    ['in one language', 'FY2020/21 (Apr 2020 – Mar 2021) or 2020 (1 Jan – 31 Dec)', 'calendar'],
    [
      'in two',
      'Năm tài chính 2020/21 / FY2020/21 (04/2020 – 03/2021) hoặc / or Năm 2020 / 2020 (01/01 – 31/12)',
      'dương lịch / calendar',
    ],
    ['of years that are an indicator’s own', 'FY2020/21 (Apr 2020 – Mar 2021) or 2020 (1 Jan – 31 Dec)', 'own'],
    ['by their months', '2020/21 (Apr\u00a0– Mar) or 2020 (Jan\u00a0– Dec)', 'Jan\u00a0– Dec'],
    ['by their months in numbers', '2020/21 (04\u00a0– 03) hoặc / or 2020 (01\u00a0– 12)', '01\u00a0– 12'],
  ])('are read by the years that a row is told by, where two share a column: %s', (_, heading, years) => {
    const { told } = readDetails(
      sheetOf(
        [column('ref'), column('place'), column('years'), heading],
        ['V3', 'Hà Tĩnh', 'fiscal', 8],
        ['V3', 'Nghệ An', years, 7],
      ),
      MEASURES,
    )
    expect(told.map(({ span, period, shown }) => [span.from, span.to, /FY|\/\d/.test(period), shown])).toEqual([
      [q('2020-Q2'), q('2021-Q1'), true, 8],
      [q('2020-Q1'), q('2020-Q4'), false, 7],
    ])
  })

  it('take the calendar’s for the report’s own where these are of the calendar', () => {
    const { told } = readDetails(
      sheetOf(
        [column('ref'), column('place'), column('years'), '2020 (1 Jan – 31 Dec) or FY2019/20 (Jul 2019 – Jun 2020)'],
        ['V3', 'Hà Tĩnh', 'calendar', 8],
        ['V3', 'Nghệ An', 'own', 7],
      ),
      MEASURES,
    )
    expect(told.map(({ span, shown }) => [span.from, shown])).toEqual([
      [q('2020-Q1'), 8],
      [q('2019-Q3'), 7],
    ])
  })

  it('tell of a ratio both sides, and its value of nobody', () => {
    const line = (name: 'value' | 'numerator' | 'denominator') => t(`releases:workbook.line.${name}`)
    const { told } = readDetails(
      sheetOf(
        PLACES,
        ['V6', 'Hà Tĩnh', line('value'), 0.5],
        ['V6', 'Hà Tĩnh', line('numerator'), 6],
        [...['V6', 'Hà Tĩnh', line('denominator')], 12],
      ),
      MEASURES,
    )
    expect(told.map(({ part, shown }) => [part, shown])).toEqual([
      ['numerator', 6],
      ['denominator', 12],
    ])
  })

  it('tell the same where both sides stand beside the value', () => {
    const beside = (name: 'numerator' | 'denominator') => `${t(`releases:workbook.line-beside.${name}`)}\n2021`
    const year = [beside('numerator'), beside('denominator')]
    const { told } = readDetails(
      sheetOf(
        [column('ref'), column('place'), 'Q1 2021\n1 Jan – 31 Mar', ...year, '2021\n1 Jan – 31 Dec', ...year],
        ['V6', 'Hà Tĩnh', 0.5, 6, 12, '[c]', '[c]', 20],
        ['V3', 'Hà Tĩnh', 7],
      ),
      MEASURES,
    )
    expect(told.map(({ indicator, span, part, shown }) => [indicator, span.to, part, shown])).toEqual([
      ['V6', q('2021-Q1'), 'numerator', 6],
      ['V6', q('2021-Q1'), 'denominator', 12],
      ['V6', q('2021-Q4'), 'numerator', null],
      ['V6', q('2021-Q4'), 'denominator', 20],
      ['V3', q('2021-Q1'), 'amount', 7],
    ])
  })

  it('tell the same where one column is of numerators and of n', () => {
    const side = (name: 'upper' | 'lower') => `${t(`releases:workbook.line-beside.${name}`)}: 2021`
    const { told } = readDetails(
      sheetOf(
        [column('ref'), column('place'), '2021 (1 Jan – 31 Dec)', side('upper'), side('lower')],
        ['V6', 'Clients (person) · partial'],
        ['V6', 'Hà Tĩnh', 0.5, 6, 12],
        ['V9', 'Hà Tĩnh', 7.5, 4, '–'],
        ['V3', 'Hà Tĩnh', 7, '–', '–'],
      ),
      new Map([...MEASURES, ['V9', 'mean' as const]]),
    )
    expect(told.map(({ indicator, part, shown, period }) => [indicator, part, shown, period])).toEqual([
      ['V6', 'numerator', 6, '2021'],
      ['V6', 'denominator', 12, '2021'],
      ['V9', 'n', 4, '2021'],
      ['V3', 'amount', 7, '2021'],
    ])
  })

  it.each([[[t('releases:workbook.overlapping')]], [['V3', t('releases:workbook.overlapping')]]])(
    'tell which breakdown may hold a person in several rows: %j',
    (note) => {
      const { told, overlapping } = readDetails(
        sheetOf(
          [column('ref'), column('by'), column('category'), column('line'), '2021\n1 Jan – 31 Dec'],
          ['V3', 'Service', 'Shelter', '–', 5],
          note,
          ['V3', 'Sex', 'Female', '–', 8],
        ),
        MEASURES,
      )
      expect(told.map(({ breakdown, category, shown }) => [breakdown, category, shown])).toEqual([
        ['Service', 'Shelter', 5],
        ['Sex', 'Female', 8],
      ])
      expect(overlapping).toEqual(['V3|Service'])
    },
  )

  it.each([
    ['Quý I/2019\n01/01 – 31/03', '2019-Q1', '2019-Q1'],
    ['Q3 2020\n1 Jul – 30 Sept', '2020-Q3', '2020-Q3'],
    ['Năm 2020 / 2020 (01/01 – 31/12)', '2020-Q1', '2020-Q4'],
    ['Năm tài chính 2019/20 / FY2019/20 (04/2019 – 03/2020)', '2019-Q2', '2020-Q1'],
    ['FY2021/22 (Apr 2021 – Dec 2021)', '2021-Q2', '2021-Q4'],
    ['FY2021/22 (1 Apr 2021 – 31 Dec 2021)', '2021-Q2', '2021-Q4'],
    ['Năm tài chính 2021/22 (01/04/2021 – 31/12/2021)', '2021-Q2', '2021-Q4'],
    ['FY2019/20\n1 Apr 2019 – 31 Mar 2020', '2019-Q2', '2020-Q1'],
    ['Năm tài chính 2021/22 / FY2021/22\n01/04/2021 – 31/03/2022', '2021-Q2', '2022-Q1'],
  ])('bear the quarters of %j', (heading, from, to) => {
    expect(spanIn(heading)).toEqual({ from: q(from), to: q(to) })
  })

  it.each(['Number', '12 / 13', '2021', null])('see no period in %j', (text) => {
    expect(spanIn(text)).toBeNull()
  })
})

import { expect, it } from 'vitest'
import { bilingualIn } from '../../../../src/releases/workbook/bilingual.ts'
import { datesUnder, yearDigits } from '../../../../src/releases/workbook/sheets/detail/dates-under.ts'
import { textWidth, unparted, wrapped } from '../../../../src/spreadsheet/text-width.ts'
import type { ReleaseLanguage } from '../../../../src/vocabulary/release.ts'
import { q } from '../../../support/small-project.ts'

const LETTERS = { size: 9, isBold: true } as const

it.each<[string, string, string, string, ReleaseLanguage, string]>([
  ['a year of the calendar', '2019', '2019-Q1', '2019-Q4', 'en', 'Jan_– Dec'],
  ['the same in Vietnamese', '2019', '2019-Q1', '2019-Q4', 'vi', '01_– 12'],
  ['in both, numbers, which either reads', '2019', '2019-Q1', '2019-Q4', 'both', '01_– 12'],
  ['a half-year', 'H1 2021', '2021-Q1', '2021-Q2', 'en', 'Jan_– Jun'],
  ['a donor’s year, which says both of its years', '2019/20', '2019-Q2', '2020-Q1', 'en', 'Apr_– Mar'],
  ['the same in Vietnamese', '2019/20', '2019-Q2', '2020-Q1', 'vi', '04_– 03'],
  ['the end of one, of which it says one year too many', '2018/19', '2019-Q1', '2019-Q1', 'en', 'Jan_– Mar_2019'],
  ['the beginning of one', '2021/22', '2021-Q2', '2021-Q4', 'vi', '04_– 12/2021'],
  ['a part of one over a new year', '2021/22', '2021-Q4', '2022-Q1', 'en', 'Oct_– Mar'],
  ['what is called by no year', 'Survey', '2021-Q4', '2022-Q1', 'en', 'Oct_2021_– Mar_2022'],
  ['the same in Vietnamese', 'Khảo sát', '2021-Q4', '2022-Q1', 'vi', '10/2021_– 03/2022'],
])('the dates of %s', (_, label, from, to, language, said) => {
  expect(datesUnder(label, { from: q(from), to: q(to) }, bilingualIn(language))).toBe(said.replaceAll('_', '\u00a0'))
})

it('are parted after the dash alone, however narrow the column is', () => {
  const spans = [
    { from: q('2019-Q1'), to: q('2019-Q4') },
    { from: q('2021-Q4'), to: q('2022-Q1') },
  ]
  for (const language of ['vi', 'en'] as const)
    for (const span of spans) {
      const said = datesUnder('2019', span, bilingualIn(language))
      const longest = Math.max(...unparted(said).map((one) => textWidth(one.trimEnd(), LETTERS)))
      const lines = wrapped(said, longest, LETTERS)
      expect([lines.length, lines[0]!.at(-1)]).toEqual([2, '–'])
    }
})

it.each([
  ['Năm tài chính 2019/20', '2019/20'],
  ['FY2019/20', '2019/20'],
  ['Năm 2019', '2019'],
  ['2019', '2019'],
  ['Khảo sát', 'Khảo sát'],
])('the year %s is called %s in a heading', (name, digits) => {
  expect(yearDigits(name)).toBe(digits)
})

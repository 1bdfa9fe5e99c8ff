import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { bilingualIn } from '../../../src/releases/workbook/bilingual.ts'
import { fiscalLabels } from '../../../src/releases/workbook/sheets/fiscal-labels.ts'

const q = (year: number, nth: number) => quarterOf(year, nth)

describe('the fiscal years of a donor, on the cover', () => {
  it.each([
    [
      'April, one quarter',
      { from: q(2020, 2), to: q(2020, 2) },
      4,
      [
        'FY2020/21 (1 Apr 2020 – 31 Mar 2021): Q1 = 1 Apr – 30 Jun; Q2 = 1 Jul – 30 Sept; Q3 = 1 Oct – 31 Dec; Q4 = 1 Jan – 31 Mar',
      ],
    ],
    [
      'October, a calendar year',
      { from: q(2020, 1), to: q(2020, 4) },
      10,
      [
        'FY2019/20 to FY2020/21 (1 Oct 2019 – 30 Sept 2021), each from 1 Oct to 30 Sept: Q1 = 1 Oct – 31 Dec; Q2 = 1 Jan – 31 Mar; Q3 = 1 Apr – 30 Jun; Q4 = 1 Jul – 30 Sept',
      ],
    ],
    [
      'January',
      { from: q(2021, 4), to: q(2021, 4) },
      1,
      [
        '2021 (1 Jan 2021 – 31 Dec 2021): Q1 = 1 Jan – 31 Mar; Q2 = 1 Apr – 30 Jun; Q3 = 1 Jul – 30 Sept; Q4 = 1 Oct – 31 Dec',
      ],
    ],
  ])('%s', (_, span, start, lines) => {
    expect(fiscalLabels(span, start, bilingualIn('en')).split('\n')).toEqual(lines)
  })

  it('whole years, as many as the report touches', () => {
    const lines = fiscalLabels({ from: q(2019, 1), to: q(2021, 4) }, 4, bilingualIn('vi')).split('\n')
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'Năm tài chính 2018/19 đến Năm tài chính 2021/22 (01/04/2018 – 31/03/2022), mỗi năm từ 01/04 đến 31/03',
    ])
  })
})

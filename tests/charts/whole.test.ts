import { describe, expect, it } from 'vitest'
import { type CardOptions, cardOf } from '../../src/charts/card.ts'
import { downloadsAt } from '../../src/charts/export/downloads.ts'
import { type ChartOptions, chartOf } from '../../src/charts/model/chart.ts'
import { pictureOf } from '../../src/charts/picture.ts'
import { wordsFor } from '../../src/language/words.ts'
import { csvOf, MILESTONE, NOT_ADDITIVE, NOT_REPORTED, RATIO, reported, table } from './tables.ts'

/** Whole answers, read by a person once and held from then on: what travels with a figure is not lost on the way. */

const TARGET = { target: 10, progress: { variance: -3, ofTarget: 0.7, rag: 'amber' } } as const
const settled = table([[reported(7)], [reported(3, { coverage: [4, 5], flags: ['partial', 'break'] })]], {
  targets: [TARGET, null],
})
const several = table(
  [
    [reported(7), NOT_REPORTED],
    [NOT_ADDITIVE, reported(0, { flags: ['provisional'] })],
  ],
  { columns: ['ha-tinh', 'nghe-an'] },
)
const wish: CardOptions = {
  words: wordsFor('en'),
  dates: 'Q1 – Q2',
  originOf: ({ ref }) => `/figures/origin?span=${ref.span}`,
  headingHref: (key, axis) => (axis === 'column' ? `/provinces/${key}` : null),
  baseline: { value: 2, source: 'survey' },
  downloads: downloadsAt((file) => `/${file}`),
}
const drawing: ChartOptions = {
  shape: 'trend',
  roleOf: (key) => (key === 'ha-tinh' ? 'place-0' : 'place-1'),
  words: wish.words,
  baseline: 2,
}
const told = {
  shape: drawing.shape,
  roleOf: drawing.roleOf,
  title: 'Over time',
  note: null,
  sentence: 'Rose.',
  tableHref: '/table',
}

describe('a card', () => {
  it('carries unit, dates, coverage, basis, instant, map, source and baseline', () => {
    expect(cardOf(settled, wish)).toMatchSnapshot()
    const { chart, drawing: drawn, ...picture } = pictureOf(settled, { ...wish, ...told })
    expect(picture).toMatchSnapshot()
    expect(drawn).toMatchSnapshot()
    expect([picture.heading, JSON.parse(chart).options.unit, picture.dates]).toEqual([
      'V3. Clients',
      'persons',
      'Q1 – Q2',
    ])
    expect(picture.foot).toMatchInlineSnapshot(
      `"Coverage: 1 of 2 figures rest on every report expected · Basis: approved · As at: 31 Oct 2021 07:00 · Map: as reported · Source: partners · For staff only: nothing is hidden."`,
    )
  })

  it('in Vietnamese, without a baseline, of a table with several columns', () => {
    const { rows, ...card } = cardOf(several, { ...wish, words: wordsFor('vi'), baseline: null })
    expect(card).toMatchSnapshot()
    expect(rows.map((row) => row.cells.map(({ text, says, marks }) => [text, says, ...marks]))).toEqual([
      [
        ['7', null],
        ['[x]', 'chưa báo cáo'],
      ],
      [
        ['[a]', 'không cộng gộp'],
        ['0', null, '[p]'],
      ],
    ])
  })
})

describe('a picture', () => {
  it('of one series: with its targets and its baseline', () => {
    expect(chartOf(settled, drawing)).toMatchSnapshot()
  })

  it('of several, side by side', () => {
    expect(chartOf(several, { ...drawing, shape: 'bars' })).toMatchSnapshot()
  })

  it('of parts on each other: a sign only where the whole stack has no height', () => {
    const flat = table([
      [reported(0, { flags: ['partial'] }), reported(0)],
      [reported(4), NOT_REPORTED],
      [NOT_REPORTED, NOT_REPORTED],
    ])
    const { data, options } = chartOf(flat, { ...drawing, shape: 'stacked' })
    expect(data.datasets.map(({ gaps }) => gaps)).toEqual([
      ['0 ○', null, '[x]'],
      [null, null, null],
    ])
    expect([options.stacked, options.indexAxis]).toEqual([true, 'x'])
  })

  it('of how many have reached a stage', () => {
    const reached = chartOf(table([[reported(2, { of: 5 })]], { indicator: MILESTONE }), drawing)
    expect([reached.options.unit, reached.options.axis.max]).toEqual(['reporters at or past the target stage', 5])
    const stage = chartOf(table([[reported(1)]], { indicator: MILESTONE }), drawing)
    expect(stage.options.unit).toBe('persons')
  })

  it('dashes the ninth line, and each eight after it, another way', () => {
    const many = table([Array.from({ length: 17 }, () => reported(1))], {
      columns: Array.from({ length: 17 }, (_, i) => `place ${i}`),
    })
    const { datasets } = chartOf(many, { ...drawing, shape: 'lines' }).data
    expect([0, 7, 8, 16].map((nth) => datasets[nth]?.dash)).toEqual([[], [], [6, 3], [2, 2]])
  })
})

it('a table as CSV, line by line', () => {
  const shown = table([[reported(1 / 4, { numerator: 1, denominator: 4, flags: ['partial', 'provisional'] })]], {
    indicator: RATIO,
    targets: [{ target: 0.5, progress: { variance: -0.25, ofTarget: 0.5, rag: 'red' } }],
  })
  expect(csvOf({ ...shown, overlapping: true }, 'Q1 – Q2', wordsFor('en'), true).split('\r\n')).toMatchInlineSnapshot(`
    [
      "﻿"Illustrative figures, not real ones."",
      "V3. Clients,Q1 – Q2",
      "Basis: approved",
      "As at: 2021-10-31 07:00+07:00",
      "Map: as reported",
      "Source: partners",
      "A person may stand in several rows: these numbers have no total.",
      "For staff only: nothing is hidden.",
      "",
      "Row,Row dates,Column,Column dates,Value,State,Numerator,Denominator,n,Out of,Unit,Received,Expected,Remarks,Planned,Share of planned,Rating,Planned by,Planned value from,Life-of-project target,Share of life-of-project target,State (code),Remarks (codes),Stage,First day of the values,Last day of the values",
      "Q1 2021,from – to,project,,25%,reported,1,4,,,% clients,5,5,partial; provisional,50%,50%,Off track,,,,,reported,partial;provisional,,2021-01-01,2021-03-31",
      "",
    ]
  `)
  expect(csvOf(several, 'Q1 – Q2', wordsFor('vi')).split('\r\n')).toMatchInlineSnapshot(`
    [
      "﻿V3. Số người thụ hưởng;Q1 – Q2",
      "Cơ sở số liệu: đã duyệt",
      "Tính đến: 2021-10-31 07:00+07:00",
      "Bản đồ: như lúc báo cáo",
      "Nguồn: các đối tác",
      "Chỉ dành cho cán bộ dự án: không ẩn số nào.",
      "",
      "Dòng;Ngày của dòng;Cột;Ngày của cột;Giá trị;Trạng thái;Tử số;Mẫu số;n;Trên tổng số;Đơn vị tính;Đã nhận;Phải có;Ghi chú;Kế hoạch;Tỷ lệ so với kế hoạch;Xếp loại;Kế hoạch đến;Kế hoạch lấy từ;Chỉ tiêu cả dự án;Tỷ lệ so với chỉ tiêu cả dự án;Trạng thái (mã);Ghi chú (mã);Giai đoạn;Ngày đầu của giá trị;Ngày cuối của giá trị",
      "Quý 1;từ – đến;ha-tinh;;7;đã báo cáo;;;;;người;5;5;;;;;;;;;reported;;;2021-01-01;2021-03-31",
      "Quý 1;từ – đến;nghe-an;;[x];chưa báo cáo;;;;;người;0;5;chưa đủ;;;;;;;;not-reported;partial;;2021-01-01;2021-03-31",
      "Quý 2;từ – đến;ha-tinh;;[a];không cộng gộp;;;;;người;5;5;Không cộng được: cùng một người có thể được nhiều đơn vị báo cáo đếm.;;;;;;;;not-additive;;;2021-04-01;2021-06-30",
      "Quý 2;từ – đến;nghe-an;;0;đã báo cáo;;;;;người;5;5;tạm tính;;;;;;;;reported;provisional;;2021-04-01;2021-06-30",
      "",
    ]
  `)
})

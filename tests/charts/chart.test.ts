import { describe, expect, it } from 'vitest'
import { cardOf } from '../../src/charts/card.ts'
import { downloadsAt } from '../../src/charts/export/downloads.ts'
import { type ChartOptions, chartOf } from '../../src/charts/model/chart.ts'
import type { ChartData } from '../../src/charts/model/chart-data.ts'
import { inScript, pictureOf } from '../../src/charts/picture.ts'
import type { PublishableTable } from '../../src/disclosure/publishable.ts'
import { wordsFor } from '../../src/language/words.ts'
import {
  MILESTONE,
  NOT_ADDITIVE,
  NOT_APPLICABLE,
  NOT_DUE,
  NOT_REPORTED,
  RATIO,
  reported,
  table,
  UNDEFINED,
} from './tables.ts'

const drawing: ChartOptions = {
  shape: 'trend',
  roleOf: (key) => (key === 'ha-tinh' ? 'place-3' : 'unknown'),
  words: wordsFor('en'),
}
const draw = (given: PublishableTable, more: Partial<ChartOptions> = {}): ChartData =>
  chartOf(given, { ...drawing, ...more })

describe('a picture of a table', () => {
  it('has the very numbers of the table, unrounded and on the scale stored', () => {
    const given = table([[reported(1 / 3, { numerator: 1, denominator: 3 })], [reported(0.25)]], { indicator: RATIO })
    expect(draw(given).data.datasets[0]?.data).toEqual([1 / 3, 0.25])
    expect(draw(given).options.axis.ticks.at(-1)).toMatchObject({ label: '40%', value: 0.4 })
    expect(draw(given).data.datasets[0]?.texts).toEqual(['33.3% · 1 of 3', '25%'])
  })

  it.each([
    ['not reported', NOT_REPORTED, '[x]'],
    ['not applicable', NOT_APPLICABLE, '[z]'],
    ['not due', NOT_DUE, '[d]'],
    ['undefined', UNDEFINED, '[q]'],
    ['not additive', NOT_ADDITIVE, '[a]'],
  ])('draws %s as a gap with its sign, never as a zero', (_state, figure, sign) => {
    const drawn = draw(table([[figure], [reported(7)]]), { shape: 'bars' }).data.datasets[0]
    expect(drawn?.data).toEqual([null, 7])
    expect(drawn?.gaps).toEqual([sign, null])
  })

  it('draws what is confidential as a gap, with its target gone too', () => {
    const open = table([[reported(2)], [reported(9)]], {
      targets: [{ target: 10, progress: { variance: -8, ofTarget: 0.2, rag: 'red' } }, null],
    })
    const hidden = {
      ...open,
      cells: open.cells.map((row, r) =>
        row.map((cell) => (r === 0 ? { ...cell, shown: { kind: 'confidential' } } : cell)),
      ),
    } as PublishableTable
    const { datasets } = draw(hidden).data
    expect(datasets[0]).toMatchObject({ data: [null, 9], gaps: ['[c]', null] })
    expect(datasets).toHaveLength(1)
    const { axis, ...options } = draw(hidden).options
    expect(JSON.stringify({ ...draw(hidden), options })).not.toContain('"2"')
    // Nor does the axis know of it: it is that of a table that never had the number.
    expect(axis).toEqual(draw(table([[NOT_REPORTED], [reported(9)]])).options.axis)
  })

  it('says 0 over a bar of no height, and draws a zero on a line as a point', () => {
    expect(draw(table([[reported(0)]]), { shape: 'bars' }).data.datasets[0]).toMatchObject({ data: [0], gaps: ['0'] })
    expect(draw(table([[reported(0)]])).data.datasets[0]).toMatchObject({ data: [0], gaps: [null] })
  })

  it('brings target and baseline with a single series, and with no other', () => {
    const targets = [{ target: 8, progress: { variance: -1, ofTarget: 7 / 8, rag: 'amber' as const } }, null]
    const one = draw(table([[reported(7)], [reported(9)]], { targets }), { baseline: 3 }).data.datasets
    expect(one.map((dataset) => [dataset.role, dataset.data])).toEqual([
      ['figure', [7, 9]],
      ['target', [8, null]],
      ['baseline', [3, 3]],
    ])
    const two = draw(table([[reported(7), reported(1)]], { columns: ['ha-tinh', 'hue'], targets }), { baseline: 3 })
    expect(two.data.datasets.map((dataset) => dataset.role)).toEqual(['place-3', 'unknown'])
  })

  it('runs along time also when periods are the columns', () => {
    const given = table([[reported(1), reported(2)]], { columns: ['a', 'b'] })
    const turned: PublishableTable = { ...given, rowsAre: 'places', columnsAre: 'periods' }
    expect(draw(turned).data.labels).toEqual(['a', 'b'])
    expect(draw(turned).data.datasets[0]?.data).toEqual([1, 2])
  })

  it('lies down for bars side by side and is stacked only when asked', () => {
    const given = table([[reported(1)]])
    expect(draw(given, { shape: 'bars' }).options).toMatchObject({ indexAxis: 'y', stacked: false })
    expect(draw(given, { shape: 'stacked' })).toMatchObject({ type: 'bar', options: { indexAxis: 'x', stacked: true } })
    expect(draw(given, { shape: 'grouped' }).options.stacked).toBe(false)
  })

  it('names stages, and counts reporters that reached one', () => {
    const given = table([[reported(1)], [reported(3, { of: 5 })]], { indicator: MILESTONE })
    expect(draw(given).data.datasets[0]?.texts).toEqual(['Issued', '3 of 5'])
    expect(draw(given).data.datasets[0]?.data).toEqual([1, 3])
    expect(draw(given).options.unit).toBe('reporters at or past the target stage')
  })

  it('has room on its axis for lines that are drawn apart from the first and the last stage', () => {
    const given = table(
      [
        [reported(0), reported(0), reported(0)],
        [reported(1), reported(1), reported(1)],
      ],
      {
        indicator: MILESTONE,
        columns: ['a', 'b', 'c'],
      },
    )
    const { data, options } = draw(given, { shape: 'lines' })
    const drawnAt = data.datasets.flatMap(({ data: values, shift = 0 }) => values.map((value) => value! + shift))
    expect(new Set(drawnAt).size).toBe(6)
    expect([Math.min(...drawnAt), Math.max(...drawnAt)]).toEqual([options.axis.min, options.axis.max])
    expect(options.axis.ticks.map(({ value }) => value)).toEqual([0, 1])
    // A trend by itself goes from stage to stage.
    expect(draw(table([[reported(0)], [reported(1)]], { indicator: MILESTONE })).options.axis).toMatchObject({
      min: 0,
      max: 1,
    })
  })

  it('cannot end the element it stands in', () => {
    const chart = draw(table([[reported(1), reported(2)]], { columns: ['</script><script>alert(1)</script>', 'b'] }))
    expect(inScript(chart)).not.toContain('</')
    expect(JSON.parse(inScript(chart))).toEqual(chart)
  })
})

/** What a picture is given besides. */
const drawn = {
  shape: 'trend' as const,
  roleOf: () => 'unknown' as const,
  title: '',
  note: null,
  sentence: '',
  tableHref: '/t',
}

describe('a table on a page', () => {
  const wish = {
    words: wordsFor('vi'),
    dates: '01/01/2021 – 30/09/2021',
    originOf: () => '/figures/origin',
    downloads: downloadsAt((file) => `/${file}`),
  }

  it('has the same exact numbers as its picture', () => {
    const given = table([[reported(1234)], [NOT_REPORTED], [reported(0)]])
    const card = cardOf(given, wish)
    const chart = JSON.parse(pictureOf(given, { ...wish, ...drawn }).chart) as ChartData
    expect(card.rows.map((row) => row.cells[0]?.exact)).toEqual([1234, null, 0])
    expect(chart.data.datasets[0]?.data).toEqual([1234, null, 0])
    expect(card.rows.map((row) => row.cells[0]?.text)).toEqual(['1.234', '[x]', '0'])
  })

  it('says what partial means in words', () => {
    const card = cardOf(table([[reported(3, { coverage: [4, 5], flags: ['partial'] })], [reported(5)]]), wish)
    expect(card.rows[0]?.cells[0]).toMatchObject({ text: '3', notes: ['chưa đủ: 4/5 báo cáo'] })
    expect(card.rows[1]?.cells[0]).toMatchObject({ text: '5', notes: [] })
  })

  it('gives the reason for a missing total once', () => {
    const card = cardOf(table([[NOT_ADDITIVE], [NOT_ADDITIVE]]), wish)
    expect(card.reasons).toEqual(['Không cộng được: cùng một người có thể được nhiều đơn vị báo cáo đếm.'])
    expect(card.rows[0]?.cells[0]).toMatchObject({ text: '[a]', says: 'không cộng gộp' })
  })

  it('carries basis, date, map and source', () => {
    const { foot } = cardOf(table([[reported(1)]]), wish)
    expect(Object.values(foot).join(' ')).toContain('Cơ sở số liệu: đã duyệt')
    expect(foot.asAt).toBe('Tính đến: 31/10/2021 07:00')
    expect(foot.source).toBe('Nguồn: các đối tác')
    expect(foot.coverage).toBe('Mức đầy đủ: 1/1 con số có đủ báo cáo')
    expect(foot.audience).toBe('Chỉ dành cho cán bộ dự án: không ẩn số nào.')
  })
})

describe('what is not settled is seen in the picture', () => {
  const partial = reported(6, { coverage: [1, 5], flags: ['partial'] })
  const first = (drawn: ChartData) => drawn.data.datasets[0]!

  it('carries the flags of each figure, and of a gap the break alone', () => {
    const broken = { ...NOT_REPORTED, flags: ['partial' as const, 'break' as const] }
    const drawn = draw(table([[partial], [reported(7)], [broken], [NOT_DUE]]))
    expect(first(drawn).flags).toEqual([['partial'], [], ['break'], []])
    expect(draw(table([[reported(7)]])).options.key).toEqual([])
  })

  it.each([
    ['partial', [4, 5], '6 persons · partial: 4 of 5 reports'],
    ['carried', [5, 5], '6 persons · carried forward · 5 of 5 reports'],
    ['provisional', [5, 5], '6 persons [p] · provisional · 5 of 5 reports'],
    ['break', [5, 5], '6 persons [b] · break in series'],
  ] as const)('says %s and k of n when it is pointed at', (flag, coverage, tip) => {
    const drawn = draw(table([[reported(6, { coverage: [...coverage], flags: [flag] })]]))
    expect(first(drawn).texts).toEqual([tip])
  })

  it('explains hollow points and hatched bars in words, naming only what is there', () => {
    const given = table([[partial], [reported(7, { flags: ['carried'] })]])
    const what =
      'partial (fewer reports than expected); carried forward (a latest value is older than its last quarter due)'
    expect(draw(given).options.key).toEqual([`○ Hollow point: ${what}.`])
    expect(draw(given, { shape: 'bars' }).options.key).toEqual([`▨ Hatched bar, or ○ beside a 0: ${what}.`])
  })

  it('marks a bar of no height, which cannot be hatched', () => {
    const zero = reported(0, { coverage: [4, 5], flags: ['partial'] })
    expect(first(draw(table([[zero]]), { shape: 'bars' })).gaps).toEqual(['0 ○'])
    const stacked = draw(table([[reported(0), zero]], { columns: ['a', 'b'] }), { shape: 'stacked' })
    expect(stacked.data.datasets.map(({ gaps }) => gaps)).toEqual([['0 ○'], [null]])
  })

  it('draws a line where a break begins, a name where the whole series is another one, a sign beside a bar', () => {
    const broken = reported(6, { flags: ['break'] })
    const begins = draw(table([[reported(1)], [broken]]))
    expect([first(begins).label, ...begins.options.key]).toEqual([
      'project',
      '┊ Dashed line and [b]: break in series. From here the definition, the map or the breakdown is another one; compare with care.',
    ])
    const throughout = draw(table([[broken], [broken]]))
    expect(first(throughout).label).toBe('project [b]')
    expect(throughout.options.key[0]).toMatch(/^\[b\] after a name: break in series\./)
    const beside = draw(table([[broken], [broken]]), { shape: 'bars' })
    expect(first(beside).label).toBe('project')
    expect(beside.options.key[0]).toMatch(/^\[b\] beside a bar: break in series\./)
  })

  it('shows nothing of a figure that is confidential', () => {
    const open = table([[partial]])
    const cells = open.cells.map((row) => row.map((cell) => ({ ...cell, shown: { kind: 'confidential' } })))
    const drawn = draw({ ...open, cells } as unknown as PublishableTable)
    expect([first(drawn).flags, drawn.options.key]).toEqual([[[]], []])
  })

  it('says beside the picture what it means', () => {
    const picture = pictureOf(table([[partial]]), {
      ...drawn,
      words: wordsFor('vi'),
      dates: '',
      downloads: downloadsAt((file) => `/${file}`),
    })
    expect(picture.key).toEqual(['○ Chấm rỗng: chưa đủ (ít báo cáo hơn dự kiến).'])
  })
})

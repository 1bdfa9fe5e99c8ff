import { describe, expect, it } from 'vitest'
import { drawingOf } from '../../../src/charts/drawing/drawing.ts'
import { axisLines } from '../../../src/charts/drawing/frame.ts'
import { type ChartOptions, chartOf } from '../../../src/charts/model/chart.ts'
import type { PublishableTable } from '../../../src/disclosure/publishable.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { MILESTONE, NOT_REPORTED, reported, table } from '../tables.ts'

const wish: ChartOptions = {
  shape: 'trend',
  roleOf: (key) => `place-${key}` as 'place-0',
  words: wordsFor('en'),
}
const drawn = (given: PublishableTable, more: Partial<ChartOptions> = {}) =>
  drawingOf(chartOf(given, { ...wish, ...more }))
const target = (value: number) => ({ target: value, progress: { variance: 0, ofTarget: 1, rag: 'green' as const } })

describe('a line', () => {
  const line = () => drawn(table([[reported(0)], [NOT_REPORTED], [reported(10)], [reported(5)]]))

  it('goes through the middle of each place, and is broken where there is no number, with its sign there', () => {
    const { series } = line()
    expect(series[0]!.path).toBe('M125 272M625 16L875 144')
    expect(series[0]!.points.map(({ x, y }) => [x, y])).toEqual([
      [12.5, 272],
      [62.5, 16],
      [87.5, 144],
    ])
    expect(series[0]!.signs).toEqual([{ x: 37.5, y: 276, text: '[x]', dx: 0, at: 'middle' }])
  })

  it('stands between lines with their numbers, over the names of its periods', () => {
    const { grid, names, height, foot } = line()
    expect(grid).toEqual(
      [0, 2, 4, 6, 8, 10].map((value) => ({ at: Math.round(2720 - value * 256) / 10, label: String(value) })),
    )
    expect([foot, height]).toEqual([280, 302])
    expect(names.map(({ text, at, wide, small }) => [text, at, wide, small])).toEqual([
      ['Q1 2021', 12.5, true, true],
      ['Q2 2021', 37.5, true, true],
      ['Q3 2021', 62.5, true, true],
      ['Q4 2021', 87.5, true, true],
    ])
  })

  it('has names of stages that are sentences in lines beside it, and no more room for them than these take', () => {
    const named = ['Chưa có', 'Đã ban hành thông tư hoặc nghị định']
    expect(named.map((one) => axisLines(one))).toEqual([['Chưa có'], ['Đã ban hành thông tư', 'hoặc nghị định']])
    expect([axisLines('1.234.567.890.123.456.789'), axisLines('')]).toEqual([['1.234.567.890.123.456.789'], ['']])
    const stages = { ...MILESTONE, stages: named.map((vi) => ({ vi, en: vi })) }
    const steps = drawn(table([[reported(0)], [reported(1)]], { indicator: stages }))
    expect(steps.axisWidth).toBe(Math.round('Đã ban hành thông tư'.length * 6.6) + 10)
    expect(steps.grid.map(({ lines }) => lines)).toEqual([undefined, ['Đã ban hành thông tư', 'hoặc nghị định']])
  })

  it('names every so many of many periods, fewer where there is less room', () => {
    const many = drawn(table(Array.from({ length: 24 }, () => [reported(1)]))).names
    expect([many.filter(({ wide }) => wide).length, many.filter(({ small }) => small).length]).toEqual([8, 4])
  })

  it('of what is not settled ends in a hollow point', () => {
    const [one] = drawn(table([[reported(1)], [reported(2, { flags: ['partial'] })]])).series
    expect(one!.points.map(({ open }) => open)).toEqual([false, true])
  })

  it('of levels goes in steps, half-way between two', () => {
    const [one] = drawn(table([[reported(0)], [reported(1)]], { indicator: MILESTONE })).series
    expect(one!.path).toBe('M250 272H500V16H750')
  })
})

describe('what was planned', () => {
  it('is a dashed line with a stroke at each level, and lies on top', () => {
    const all = drawn(table([[reported(4)], [reported(8)]], { targets: [target(5), target(10)] })).series
    expect(all.map(({ role, dash }) => [role, dash])).toEqual([
      ['figure', ''],
      ['target', '6 4'],
    ])
    expect(all[1]!.points.map(({ form }) => form)).toEqual(['line', 'line'])
  })

  it('is an upright stroke where bars lie down, and numbers stand beyond it', () => {
    const given = table([[reported(4)], [reported(10)]], { targets: [target(10), target(5)], rowsAre: 'places' })
    const [bars, planned] = drawn(given, { shape: 'bars' }).series
    expect(planned!.points.map(({ x, form }) => [x, form])).toEqual([
      [100, 'upright'],
      [50, 'upright'],
    ])
    expect(bars!.signs.map(({ x, text }) => [x, text])).toEqual([
      [100, '4'],
      [100, '10'],
    ])
    expect(bars!.bars.map(({ x, width, y, dy, height }) => [x, width, y, dy, height])).toEqual([
      [0, 40, 25, -8, 16],
      [0, 100, 75, -8, 16],
    ])
  })
})

describe('bars that lie down', () => {
  const lying = (given: PublishableTable) => drawn({ ...given, rowsAre: 'places' }, { shape: 'bars' })

  it('have rows as high as their names need: what is drawn stands at a share of the height, with numbers beside', () => {
    const { height, foot, beside, series } = lying(
      table([[reported(4)], [reported(1234)], [NOT_REPORTED], [reported(8)]]),
    )
    expect([height, foot, beside]).toEqual([0, 0, { width: 45, lines: 1 }])
    const [one] = series
    expect(one!.bars.map(({ y }) => y)).toEqual([12.5, 37.5, 87.5])
    expect(one!.signs.map(({ y, text }) => [y, text])).toEqual([
      [12.5, '4'],
      [37.5, '1,234'],
      [62.5, '[x]'],
      [87.5, '8'],
    ])
  })

  it('have the long name of a stage beside them in lines', () => {
    const stages = ['None', 'Issued by the provincial people’s committee'].map((en) => ({ vi: en, en }))
    const { beside, series } = lying(table([[reported(1)], [reported(0)]], { indicator: { ...MILESTONE, stages } }))
    expect(series[0]!.signs.map(({ lines }) => lines)).toEqual([
      ['Issued by the provincial', 'people’s committee'],
      undefined,
    ])
    expect(beside).toEqual({ width: 170, lines: 2 })
  })
})

describe('names of periods', () => {
  it('stand in two lines where they are long, in room of their own', () => {
    const given = table([[reported(1)], [reported(2)]])
    const rows = given.rows.map((row, nth) => ({
      ...row,
      label: { vi: '', en: nth === 0 ? '6 tháng đầu năm 2019' : 'Q3 2019' },
    }))
    const { names, height, foot } = drawn({ ...given, rows })
    expect(names.map(({ lines }) => lines)).toEqual([['6 tháng đầu', 'năm 2019'], ['Q3 2019']])
    expect([foot, height]).toEqual([280, 316])
  })
})

describe('bars', () => {
  const two = table(
    [
      [reported(4), reported(6)],
      [reported(0, { flags: ['revised'] }), NOT_REPORTED],
    ],
    { columns: ['0', '1'] },
  )

  it('of parts stand on each other; where none has a height one sign says so', () => {
    const all = drawn(two, { shape: 'stacked' }).series.toSorted((one, other) => one.nth - other.nth)
    expect(all.map(({ bars }) => bars.map(({ x, y, width, height }) => [x, y, width, height]))).toEqual(
      [[[20, 169.6, 10, 102.4]], [[20, 16, 10, 153.6]]].map((one) => one.map(([, y, , height]) => [20, y, 10, height])),
    )
    expect(all.map(({ signs }) => signs.map(({ text }) => text))).toEqual([['0'], []])
  })

  it('stand beside each other else, each with its own sign', () => {
    const all = drawn(two, { shape: 'grouped' }).series.toSorted((one, other) => one.nth - other.nth)
    expect(all.map(({ bars }) => bars.map(({ x, width }) => [x, width]))).toEqual([[[20.25, 4.5]], [[25.25, 4.5]]])
    expect(all.map(({ signs }) => signs.map(({ text }) => text))).toEqual([['0'], ['[x]']])
  })

  it('are hatched where they are not settled, in each of their colours once', () => {
    const open = { flags: ['partial' as const] }
    const given = table([[reported(1, open)], [reported(2)], [reported(3, open)]], { rowsAre: 'places' })
    const { patterns, series } = drawn(given, { shape: 'bars', roleOf: () => 'place-2' })
    expect(patterns).toMatchObject([{ name: 'place-2-open', role: 'place-2', isOnPaper: true }])
    expect(series[0]!.bars.map(({ open: is, pattern }) => [is, pattern])).toEqual([
      [true, 'place-2-open'],
      [false, null],
      [true, 'place-2-open'],
    ])
  })

  it('of parts have a pattern each, with what is not settled as that pattern in colour on the ground of the page', () => {
    const partial = { flags: ['partial' as const] }
    const given = table(
      [
        [reported(4), reported(6)],
        [reported(1, partial), reported(2, partial)],
      ],
      { columns: ['0', '1'] },
    )
    const { patterns, series, stacked } = drawn(given, {
      shape: 'stacked',
      roleOf: (key) => `category-${key}` as 'category-0',
    })
    const named = (nth: number) => series.find((one) => one.nth === nth)!.bars.map(({ pattern }) => pattern)
    expect([stacked, named(0), named(1)]).toEqual([true, [null, 'category-0-open'], ['category-1', 'category-1-open']])
    expect(patterns.map(({ name }) => name).sort()).toEqual(['category-0-open', 'category-1', 'category-1-open'])
    const [settled, open] = ['category-1', 'category-1-open'].map((name) => patterns.find((one) => one.name === name)!)
    expect([settled!.isOnPaper, open!.isOnPaper, open!.path === settled!.path]).toEqual([false, true, true])
  })

  it('of a restated stack bear one sign, over all of it', () => {
    const given = table([[reported(4, { flags: ['revised'] }), reported(6, { flags: ['revised'] })]], {
      columns: ['0', '1'],
    })
    const signs = drawn(given, { shape: 'stacked' }).series.flatMap((one) => one.signs)
    expect(signs.map(({ text, y }) => [text, y])).toEqual([['[r]', 8]])
  })
})

describe('a break in the series', () => {
  const broken = { flags: ['break' as const] }

  it('is a line before it, with its sign where all series begin anew', () => {
    const { breaks, series } = drawn(table([[reported(1)], [reported(2, broken)]]))
    expect(breaks).toEqual([{ x: 50, sign: '[b]' }])
    expect(series[0]!.signs).toEqual([])
  })

  it('bears its sign at the series that begins anew, where others go on', () => {
    const { breaks, series } = drawn(
      table(
        [
          [reported(1), reported(1)],
          [reported(2, broken), reported(3)],
        ],
        { columns: ['0', '1'] },
      ),
      {
        shape: 'lines',
      },
    )
    expect(breaks).toEqual([{ x: 50, sign: null }])
    expect(series.find(({ nth }) => nth === 0)!.signs.map(({ text }) => text)).toEqual(['[b]'])
    expect(series.find(({ nth }) => nth === 1)!.signs).toEqual([])
  })
})

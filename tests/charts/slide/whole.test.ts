import { describe, expect, it } from 'vitest'
import { downloadsAt } from '../../../src/charts/export/downloads.ts'
import { type PictureOptions, pictureOf } from '../../../src/charts/picture.ts'
import type { Slide } from '../../../src/charts/slide/model.ts'
import { LETTERS } from '../../../src/charts/slide/plot.ts'
import { slideOf } from '../../../src/charts/slide/slide.ts'
import type { PublishableTable } from '../../../src/disclosure/publishable.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { textWidth } from '../../../src/spreadsheet/text-width.ts'
import { MILESTONE, NOT_DUE, NOT_REPORTED, reported, table } from '../tables.ts'

/*
 * Slides of every shape, whole, as a person can read them: looked at once as pictures and held from then on. Colours stand under the
 * names they have in the stylesheet.
 */

const options: PictureOptions = {
  words: wordsFor('vi'),
  dates: '01/01/2021 – 30/09/2021',
  baseline: null,
  downloads: downloadsAt((file) => file),
  tableHref: '/t',
  title: 'T',
  note: null,
  sentence: 'Tăng từ 4 lên 6. Còn thiếu: Hà Tĩnh. 5 đơn vị đã báo cáo.',
  shape: 'trend',
  roleOf: (key) => (key === 'ha-tinh' ? 'place-1' : key === 'nghe-an' ? 'place-2' : 'place-0'),
}
const target = (value: number) => ({ target: value, progress: { variance: 0, ofTarget: 1, rag: 'green' as const } })
const PLACES = ['quang-binh', 'ha-tinh', 'nghe-an']
const restated = reported(6, { flags: ['revised'] })
const broken = reported(3, { flags: ['break'] })

const ranked = table([[reported(12)], [NOT_REPORTED], [restated]], {
  rowsAre: 'places',
  targets: [target(20), target(5), null],
})
const named: PublishableTable = {
  ...ranked,
  rows: ranked.rows.map((row, nth) => ({
    ...row,
    label: {
      vi:
        nth === 1
          ? 'Ủy ban nhân dân tỉnh và các đơn vị trực thuộc ở các huyện miền núi phía tây'.repeat(2)
          : `Tỉnh ${nth}`,
      en: '',
    },
  })),
}
const three = [
  [reported(4), reported(3), reported(3)],
  [reported(8, { flags: ['partial'] }), NOT_REPORTED, broken],
  [reported(8), restated, reported(5)],
]

const SLIDES: readonly [string, PublishableTable, Partial<PictureOptions>][] = [
  [
    'a trend against what was planned, from a baseline',
    table([[reported(4)], [NOT_REPORTED], [restated]], { targets: [target(3), target(5), target(8)] }),
    { baseline: { value: 2, source: 'khảo sát' }, warning: 'Số liệu minh họa.' },
  ],
  ['lines of places, two of which lie on each other', table(three, { columns: PLACES }), { shape: 'lines' }],
  ['stages over time', table([[reported(0)], [reported(0)], [reported(1)]], { indicator: MILESTONE }), {}],
  ['sums with what they come to', table([[reported(4)], [reported(0)], [reported(6)]]), { shape: 'sums', toDate: [] }],
  ['parts of a whole', table(three, { columns: PLACES }), { shape: 'stacked' }],
  ['ranked bars', named, { shape: 'bars' }],
  ['nothing yet', table([[NOT_DUE]]), { sentence: 'Chưa đến kỳ.' }],
]

/** A line for each thing that is drawn. */
function inLines({ width, height, title, language, texts, legend, plot, colours }: Slide): string {
  const { grid, breaks, labels, series, patterns, ...place } = plot
  return [
    `${width} × ${height}, ${language}: ${title}`,
    `colours ${Object.values(colours).join(', ')}`,
    ...texts.map(
      ({ x, y, size, text, colour, isBold }) => `text ${x} ${y}, ${size}${isBold ? ' bold' : ''}, ${colour}: ${text}`,
    ),
    ...legend.map((one) => `legend ${JSON.stringify(one)}`),
    `plot ${JSON.stringify(place)}`,
    ...grid.map((one) => `grid ${JSON.stringify(one)}`),
    ...breaks.map((one) => `break ${JSON.stringify(one)}`),
    ...labels.map((one) => `label ${JSON.stringify(one)}`),
    ...patterns.map((one) => `pattern ${JSON.stringify(one)}`),
    ...series.flatMap(({ bars, points, signs, ...line }) => [
      `series ${JSON.stringify(line)}`,
      ...bars.map((one) => `  bar ${JSON.stringify(one)}`),
      ...points.map((one) => `  point ${JSON.stringify(one)}`),
      ...signs.map((one) => `  sign ${JSON.stringify(one)}`),
    ]),
  ].join('\n')
}

it.each(SLIDES)('%s', (_, given, more) => {
  const slide = slideOf(pictureOf(given, { ...options, ...more }), (name) => name, 'vi')
  expect(inLines(slide)).toMatchSnapshot()
})

describe('names beside a picture', () => {
  const LONG = 'Đại sứ quán nước Cộng hòa xã hội chủ nghĩa Việt Nam tại Vương quốc Liên hiệp Anh và Bắc Ireland'
  const slideWith = (names: readonly string[]) => {
    const given = table(
      names.map(() => [reported(3)]),
      { rowsAre: 'places' },
    )
    const rows = names.map((name, nth) => ({ ...given.rows[nth]!, label: { vi: name, en: name } }))
    return slideOf(pictureOf({ ...given, rows }, { ...options, shape: 'bars' }), (name) => name, 'vi')
  }

  it.each([
    ['five', 5, 1],
    ['sixteen agencies', 16, 1],
    ['sixteen, each with a long name', 16, 16],
    ['34 provinces', 34, 0],
    ['34 with a long name', 34, 34],
    ['63', 63, 3],
  ])('of %s stand whole, each beside its bar and in the picture, none on another', (_, count, long) => {
    const names = Array.from({ length: count }, (_, nth) => (nth < long ? `${nth} ${LONG}` : `Tỉnh ${nth}`))
    const { plot, texts } = slideWith(names)
    expect(plot.labels.map(({ text }) => text).join(' ')).toBe(names.join(' '))
    for (const { text, x } of plot.labels)
      expect(plot.x + (x - textWidth(text, { size: LETTERS })) * plot.scale, text).toBeGreaterThanOrEqual(60)
    for (const [nth, { y }] of plot.labels.entries())
      if (nth > 0) expect(y - plot.labels[nth - 1]!.y).toBeGreaterThanOrEqual(LETTERS + 1)
    const foot = texts.find(({ text }) => text.startsWith('Mức đầy đủ'))!
    expect(plot.y + plot.foot * plot.scale).toBeLessThan(foot.y - foot.size)
    const bars = plot.series.flatMap((one) => one.bars)
    for (const [nth, { y }] of bars.entries()) {
      if (nth > 0) expect(y).toBeGreaterThan(bars[nth - 1]!.y + bars[nth - 1]!.height)
      const own = plot.labels.filter((one) => one.y > y - 60 && one.y < y + 80)
      expect(own.length).toBeGreaterThan(0)
    }
  })

  it('of stages stand in lines beside their level', () => {
    const stages = [LONG, 'Đã ban hành'].map((name) => ({ vi: name, en: name }))
    const given = table([[reported(0)], [reported(1)]], { indicator: { ...MILESTONE, stages } })
    const { plot } = slideOf(pictureOf(given, options), (name) => name, 'vi')
    const lines = plot.labels.filter(({ anchor }) => anchor === 'end').map(({ text }) => text)
    expect(lines.join(' ')).toBe(`${LONG} Đã ban hành`)
    for (const text of lines) expect(plot.x - (6 + textWidth(text, { size: LETTERS })) * plot.scale).toBeGreaterThan(0)
  })

  it('of stages stand in lines beside bars that lie down, whole and on the slide', () => {
    const stages = ['Chưa có', LONG].map((name) => ({ vi: name, en: name }))
    const rows = Array.from({ length: 20 }, (_, nth) => [reported(nth % 2)])
    const given = table(rows, { indicator: { ...MILESTONE, stages }, rowsAre: 'places' })
    const { plot, width } = slideOf(pictureOf(given, { ...options, shape: 'bars' }), (name) => name, 'vi')
    const signs = plot.series.flatMap((one) => one.signs)
    expect(signs.map(({ text }) => text).join(' ')).toContain(LONG)
    for (const { text, x } of signs)
      expect(plot.x + (x + textWidth(text, { size: LETTERS, isBold: true })) * plot.scale, text).toBeLessThan(width)
    const down = [...signs].sort((one, other) => one.y - other.y)
    for (const [nth, { y }] of down.entries()) if (nth > 0) expect(y - down[nth - 1]!.y).toBeGreaterThanOrEqual(LETTERS)
  })
})

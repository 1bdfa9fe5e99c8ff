import { expect, it } from 'vitest'
import { downloadsAt } from '../../../src/charts/export/downloads.ts'
import { type PictureOptions, pictureOf } from '../../../src/charts/picture.ts'
import type { Slide } from '../../../src/charts/slide/model.ts'
import { slideOf } from '../../../src/charts/slide/slide.ts'
import type { PublishableTable } from '../../../src/disclosure/publishable.ts'
import { wordsFor } from '../../../src/language/words.ts'
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

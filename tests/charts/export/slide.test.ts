import { expect, it } from 'vitest'
import { downloadsAt } from '../../../src/charts/export/downloads.ts'
import { type PictureOptions, pictureOf } from '../../../src/charts/picture.ts'
import { fitted } from '../../../src/charts/slide/fitted.ts'
import type { Slide } from '../../../src/charts/slide/model.ts'
import { slideOf } from '../../../src/charts/slide/slide.ts'
import type { PublishableTable } from '../../../src/disclosure/publishable.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { textWidth } from '../../../src/spreadsheet/text-width.ts'
import { lightColour } from '../../../src/web/views/palette.ts'
import { NOT_REPORTED, reported, table } from '../tables.ts'

const words = wordsFor('vi')
const picture = (given: PublishableTable, more: Partial<PictureOptions> = {}) =>
  pictureOf(given, {
    ...{
      words,
      dates: '01/01/2019 – 31/12/2021',
      baseline: null,
      downloads: downloadsAt((file) => file),
      tableHref: '/t',
    },
    ...{
      title: 'T',
      note: null,
      sentence: 'Tăng từ 4 lên 6. Còn thiếu: Hà Tĩnh.',
      shape: 'trend',
      roleOf: () => 'place-0' as const,
    },
    ...more,
  })
const slide = (given: PublishableTable, more: Partial<PictureOptions> = {}) =>
  slideOf(picture(given, more), lightColour, 'vi')
const two = table(
  [
    [reported(4), reported(3)],
    [reported(6, { flags: ['partial'] }), NOT_REPORTED],
  ],
  { columns: ['a', 'b'] },
)

/** Everything that is drawn lies on the slide. */
function outside({ width, height, texts, legend, plot }: Slide): string[] {
  const found = texts.filter(
    ({ x, y, size, text, isBold }) => x + textWidth(text, { size, isBold }) > width - 20 || y > height - 10 || y < size,
  )
  const edge = { right: plot.x + plot.width * plot.scale, below: plot.y + plot.foot * plot.scale }
  const names = legend.filter(({ x, label }) => x + 34 + textWidth(label, { size: 22 }) > width)
  return [
    ...found.map(({ text }) => text),
    ...names.map(({ label }) => label),
    ...(edge.right > width || edge.below > height ? ['plot'] : []),
  ]
}

it('the first sentence is the title, the rest stands smaller under it, and all that a figure travels with is there', () => {
  const { texts, plot } = slide(two, { shape: 'lines', warning: 'Số liệu minh họa, không phải số liệu thật.' })
  const said = texts.map(({ text }) => text)
  expect(said.slice(0, 4)).toEqual([
    'V3. Số người thụ hưởng',
    'Tăng từ 4 lên 6.',
    'Còn thiếu: Hà Tĩnh.',
    'người · 01/01/2019 – 31/12/2021',
  ])
  expect(texts[1]!.size).toBeGreaterThan(texts[2]!.size)
  for (const part of ['đã duyệt', '31/10/2021 07:00', 'Nguồn: các đối tác', 'minh họa', 'Chỉ dành cho cán bộ dự án'])
    expect(said.join(' ')).toContain(part)
  expect(plot.series.flatMap(({ points }) => points.map(({ open }) => open)).sort()).toEqual([false, false, true])
})

it('is light, whatever the screen is: its colours are those of paper', () => {
  const { colours, legend } = slide(two, { shape: 'lines', roleOf: (key) => (key === 'a' ? 'place-0' : 'place-1') })
  expect(colours).toEqual({ paper: '#ffffff', ink: '#1b2a2e', soft: '#4d5f64', line: '#c3cfd1' })
  expect(legend.map(({ colour }) => colour)).toEqual(['#0480de', '#d78003'])
  expect(() => lightColour('no-such')).toThrow('no-such')
})

it.each([1, 5, 34])('nothing lies outside of it with %d rows, however long what is said', (count) => {
  const name = (nth: number) => `Tỉnh có tên khá dài số ${nth}`
  const rows = Array.from({ length: count }, (_, nth) => [reported(1000 + nth)])
  const many = table(rows, { rowsAre: 'places' })
  const named = { ...many, rows: many.rows.map((row, nth) => ({ ...row, label: { vi: name(nth), en: '' } })) }
  const sentence = `${'Đây là một câu dài nói rằng số liệu đã tăng lên rất nhiều trong những năm qua '.repeat(2)}.`
  expect(outside(slide(named, { shape: 'bars', sentence }))).toEqual([])
  expect(outside(slide(two, { shape: 'lines', sentence }))).toEqual([])
})

it('a text is as large as it has room, of some sizes; else the last of them', () => {
  expect(fitted('một hai ba', { sizes: [40, 10], most: 1, room: 100 })).toEqual({ size: 10, lines: ['một hai ba'] })
  expect(fitted('một hai ba bốn', { sizes: [40, 30], most: 1, room: 60 }).size).toBe(30)
})

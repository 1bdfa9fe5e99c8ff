import { expect, it } from 'vitest'
import { downloadsAt } from '../../src/charts/export/downloads.ts'
import type { ChartData } from '../../src/charts/model/chart-data.ts'
import { inScript, type PictureOptions, pictureElement, pictureOf } from '../../src/charts/picture.ts'
import type { PublishableTable } from '../../src/disclosure/publishable.ts'
import { wordsFor } from '../../src/language/words.ts'
import { NOT_REPORTED, reported, table } from './tables.ts'

const words = wordsFor('en')
const usual: PictureOptions = {
  ...{ words, dates: 'Q1 – Q2', headingHref: (key, axis) => (axis === 'row' ? `/${key}` : null), baseline: null },
  ...{
    downloads: downloadsAt((file) => `/${file}`),
    tableHref: '/table',
    title: 'T',
    note: null,
    sentence: 'Rose.',
    shape: 'trend',
  },
  roleOf: (key) => (key === 'b' ? 'place-1' : 'place-0'),
}
const picture = (given: PublishableTable, more: Partial<PictureOptions> = {}) => pictureOf(given, { ...usual, ...more })
const chartIn = (given: PublishableTable, more: Partial<PictureOptions> = {}) =>
  JSON.parse(picture(given, more).chart) as ChartData
const one = table([[reported(4)], [reported(6)]])
const two = table(
  [
    [reported(4), reported(3)],
    [reported(6), NOT_REPORTED],
  ],
  { columns: ['a', 'b'] },
)

it('rows stand beside bars that lie down, each with its way if it has one', () => {
  const rows = [
    { label: 'Q1 2021', href: '/2021-Q1', value: null },
    { label: 'Q2 2021', href: '/2021-Q2', value: null },
  ]
  expect(picture(one, { shape: 'bars' }).rows).toEqual(rows)
  const { headingHref: _, ...wayless } = usual
  expect(pictureOf(one, { ...wayless, shape: 'bars' }).rows.map(({ href }) => href)).toEqual([null, null])
  expect(picture(one).rows).toEqual([])
})

it('rows of more bars than a sheet of paper has room for say what stands beside each bar', () => {
  const barsOf = (count: number) => table(Array.from({ length: count }, (_, nth) => [reported(nth)]))
  expect(picture(barsOf(40), { shape: 'bars' }).rows.every(({ value }) => value === null)).toBe(true)
  const { rows, chart } = picture(barsOf(41), { shape: 'bars' })
  expect(rows.map(({ value }) => value)).toEqual((JSON.parse(chart) as ChartData).data.datasets[0]!.values)
  expect(rows.at(-1)!.value).toContain('40')
})

it('a legend names what there are several of, lines by their points and bars by their colour', () => {
  expect(picture(one).legend).toEqual([])
  expect(picture(two, { shape: 'lines' }).legend).toMatchObject([
    { nth: 0, label: 'a', role: 'place-0', isBar: false, dash: '', outline: expect.stringMatching(/^M-4 0a/) },
    { nth: 1, label: 'b', role: 'place-1', isBar: false, outline: expect.stringMatching(/^M-2.8 -2.8h/) },
  ])
  expect(picture(two, { shape: 'grouped' }).legend).toMatchObject([
    { isBar: true, outline: '' },
    { isBar: true, outline: '' },
  ])
})

it('what was planned is in the legend beside bars of colours of their own', () => {
  const target = { target: 5, progress: { variance: 0, ofTarget: 1, rag: 'green' } } as const
  const planned = table([[reported(4)], [reported(6)]], { targets: [target, target], rowsAre: 'places' })
  const legend = (shape: 'bars' | 'trend') => picture(planned, { shape }).legend.map(({ role }) => role)
  expect(legend('bars')).toEqual(['target'])
  expect(legend('trend')).toEqual(['figure', 'target'])
  expect(picture(planned, { shape: 'bars' }).legend[0]!.outline).toBe('M0 -8v16')
  expect(picture(planned, { shape: 'trend' }).legend[1]!.outline).toBe('M-6 0h12')
})

it('sums have what they come to beside them, against what was planned by then', () => {
  const target = { target: 12, progress: { variance: 0, ofTarget: 1, rag: 'green' } } as const
  const toDate = {
    label: 'To date',
    table: table([[reported(4)], [reported(10)]], { targets: [null, target] }),
    nths: [0, 1],
  }
  const { data } = chartIn(one, { shape: 'sums', toDate: [toDate] })
  expect(data.datasets.map(({ type, role, label, data: values }) => [type, role, label, values])).toEqual([
    ['bar', 'sum', words.t('charts:in-period'), [4, 6]],
    ['line', 'figure', 'To date', [4, 10]],
    ['line', 'target', expect.any(String), [null, 12]],
  ])
  const later = chartIn(one, { shape: 'sums', toDate: [{ ...toDate, table: table([[reported(6)]]), nths: [1] }] })
  expect(later.data.datasets.map(({ data: values }) => values)).toEqual([
    [4, 6],
    [null, 6],
  ])
})

it('a picture has names of its own, and data that cannot end the element they stand in', () => {
  expect([pictureElement('x y'), picture(one).heading, picture(one).tableHref]).toMatchObject([
    expect.stringMatching(/^picture-/),
    'V3. Clients',
    expect.stringMatching(/^\/table#chart-/),
  ])
  expect(inScript({ a: '</script>' } as unknown as ChartData)).toBe('{"a":"\\u003c/script>"}')
  expect([picture(one).isTold, picture(one, { isTold: true }).isTold, picture(one).note]).toEqual([false, true, null])
})

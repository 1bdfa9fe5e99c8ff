import { describe, expect, it } from 'vitest'
import { type CardOptions, cardOf, elementId } from '../../src/charts/card.ts'
import { downloadsAt } from '../../src/charts/export/downloads.ts'
import { type ChartOptions, chartOf } from '../../src/charts/model/chart.ts'
import { pictureOf } from '../../src/charts/picture.ts'
import { signsOf } from '../../src/charts/signs.ts'
import type { PublishableTable } from '../../src/disclosure/publishable.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { GAPS, MARK_NAMES } from '../../src/figures/marks.ts'
import { wordsFor } from '../../src/language/words.ts'
import type { Progress } from '../../src/targets/progress.ts'
import { csvOf, MEAN, MILESTONE, NOT_APPLICABLE, NOT_DUE, NOT_REPORTED, reported, table } from './tables.ts'

const words = wordsFor('en')
const wish: CardOptions = {
  words,
  dates: 'Q1 – Q2',
  originOf: () => '/origin',
  downloads: downloadsAt((file) => `/${file}`),
}
const drawing: ChartOptions = {
  shape: 'trend',
  roleOf: (key) => (key === 'b' ? 'place-1' : 'place-0'),
  words,
}
const draw = (given: PublishableTable, more: Partial<ChartOptions> = {}) => chartOf(given, { ...drawing, ...more })

const told = { title: '', note: null, sentence: '', tableHref: '/table' }
const pictured = (given: PublishableTable, more: Partial<CardOptions> = {}) =>
  pictureOf(given, { ...wish, ...more, ...told, shape: drawing.shape, roleOf: drawing.roleOf })

/** The same table with its first row hidden. */
const hidden = (given: PublishableTable): PublishableTable => ({
  ...given,
  cells: given.cells.map((row, r) =>
    row.map((cell) => (r === 0 ? { ...cell, shown: { kind: 'confidential' as const } } : cell)),
  ),
})
const planned = (basis: 'share' | 'path', more: Partial<Progress> = {}) => ({
  target: 10,
  progress: {
    variance: -3,
    ofTarget: 0.7,
    rag: 'amber' as const,
    plan: { value: 10, by: 8087, basis, of: { from: 8084, to: 8087 } },
    ...more,
  },
})

describe('the foot of a card', () => {
  const foot = (given: PublishableTable, more: Partial<CardOptions> = {}) => cardOf(given, { ...wish, ...more }).foot

  it('counts the figures of which something is expected, without those hidden or not due', () => {
    const complete = [reported(7), NOT_REPORTED, NOT_DUE, NOT_APPLICABLE, reported(3, { coverage: [4, 5] })]
    expect(foot(table(complete.map((one) => [one]))).coverage).toContain('1 of 3 figures rest on every report expected')
    expect(foot(hidden(table(complete.map((one) => [one])))).coverage).toContain('0 of 2 figures')
  })

  it('says where what was planned comes from, each way once, and nothing where nothing was', () => {
    const targets = [planned('path'), planned('share'), planned('path')]
    const given = table([[reported(7)], [reported(8)], [reported(9)]], { targets })
    expect(foot(given).planned).toBe(
      'Planned: an even share, by quarters, of a target that runs on; a straight line from baseline or target to the next target',
    )
    expect(foot(hidden(table([[reported(7)]], { targets }))).planned).toBeNull()
    expect(foot(table([[reported(7)]])).planned).toBeNull()
  })

  it('names the source of a baseline where it is known', () => {
    expect(foot(table([[reported(7)]]), { baseline: { value: 1234, source: 'survey' } }).baseline).toBe(
      'Baseline: 1,234 (survey)',
    )
    expect(foot(table([[reported(7)]]), { baseline: { value: 2, source: '' } }).baseline).toBe('Baseline: 2')
    expect(foot(table([[reported(7)]])).baseline).toBeNull()
  })

  it('says that it is for staff only where it counts people who could be harmed, and as whom it is looked at', () => {
    const indicator = { ...table([[]]).indicator, sensitivity: 0 as const }
    expect(foot(table([[reported(3)]], { indicator })).audience).toBeNull()
    expect(foot(table([[reported(3)]])).audience).toContain('For staff only')
    expect(foot(table([[NOT_REPORTED]])).audience).toBeNull()
    const seenAs = { vi: 'như nhà tài trợ thấy', en: 'as a donor would see it' }
    for (const given of [table([[reported(3)]]), table([[reported(3)]], { indicator })]) {
      expect(foot({ ...given, seenAs }).audience).toBe(seenAs.en)
      expect(pictured({ ...given, seenAs }).foot).toContain(seenAs.en)
    }
  })
})

describe('a card', () => {
  it('leads from its rows and columns to where they are shown by themselves', () => {
    const headingHref = (key: string, axis: 'row' | 'column') => `/${axis}/${key}`
    const card = cardOf(table([[reported(7)]]), { ...wish, headingHref })
    expect([card.rows[0]!.heading.href, card.columns[0]!.href]).toEqual(['/row/2021-Q1', '/column/project'])
    expect(cardOf(table([[reported(7)]]), wish).columns[0]!.href).toBeNull()
  })

  it('has a name of its own in the page', () => {
    const card = cardOf({ ...table([[reported(7)]]), id: 'by-age: 16/17' }, wish)
    const picture = pictured({ ...table([[reported(7)]]), id: 'by-age: 16/17' })
    expect([card.id, picture.id]).toEqual(['chart-by-age--16-17', 'picture-by-age--16-17'])
    expect(picture.tableHref).toBe('/table#chart-by-age--16-17')
    expect(elementId('V1_a-b')).toBe('chart-V1_a-b')
  })

  it('shows what was planned beside a figure, and hides it with the figure', () => {
    const given = table([[reported(7)]], { targets: [planned('share', { life: { target: 20, ofTarget: 0.35 } })] })
    expect(cardOf(given, wish).rows[0]!.cells[0]).toMatchObject({
      target: '10',
      life: '20 (35%)',
      coverage: '5 of 5 reports',
      rag: { rag: 'amber', percent: '70%', tone: 'warn' },
    })
    expect(cardOf(hidden(given), wish).rows[0]!.cells[0]).toMatchObject({
      text: '[c]',
      target: null,
      life: null,
      coverage: null,
      exact: null,
      rag: { rag: 'grey', percent: null, tone: '' },
    })
  })

  it('carries its baseline into the picture', () => {
    const roles = (baseline: CardOptions['baseline']) =>
      JSON.parse(pictured(table([[reported(7)]]), { baseline: baseline ?? null }).chart).data.datasets.map(
        ({ role, data }: { role: string; data: number[] }) => [role, data],
      )
    expect(roles({ value: 2, source: '' })).toEqual([
      ['figure', [7]],
      ['baseline', [2]],
    ])
    expect(roles(null)).toEqual([['figure', [7]]])
  })
})

describe('a picture', () => {
  it('is a line over time, and bars otherwise', () => {
    const types = (['trend', 'lines', 'bars', 'grouped', 'stacked'] as const).map(
      (shape) => draw(table([[reported(7)]]), { shape }).type,
    )
    expect(types).toEqual(['line', 'line', 'bar', 'bar', 'bar'])
  })

  it('colours each bar of one series by its own row, and a series among others as a whole', () => {
    const [one] = draw(table([[reported(7)], [reported(8)]]), {
      shape: 'bars',
      roleOf: (key) => (key === '2021-Q2' ? 'place-1' : 'place-0'),
    }).data.datasets
    expect(one!.roles).toEqual(['place-0', 'place-1'])
    const [first, second] = draw(table([[reported(7), reported(8)]], { columns: ['a', 'b'] }), { shape: 'bars' }).data
      .datasets
    expect([first!.role, second!.role, first!.roles]).toEqual(['place-0', 'place-1', undefined])
    expect(draw(table([[reported(7)]])).data.datasets[0]!.roles).toBeUndefined()
  })

  it('runs along time unless it lies down, or time runs both ways or neither', () => {
    const given = table([[reported(1), reported(2)]], { columns: ['a', 'b'] })
    const labels = (
      rowsAre: PublishableTable['rowsAre'],
      columnsAre: PublishableTable['columnsAre'],
      shape: ChartOptions['shape'],
    ) => draw({ ...given, rowsAre, columnsAre }, { shape }).data.labels
    expect(labels('places', 'periods', 'lines')).toEqual(['a', 'b'])
    expect(labels('places', 'periods', 'bars')).toEqual(['Q1 2021'])
    expect(labels('periods', 'periods', 'lines')).toEqual(['Q1 2021'])
    expect(labels('places', 'categories', 'lines')).toEqual(['Q1 2021'])
    expect(labels('periods', 'places', 'lines')).toEqual(['Q1 2021'])
  })

  it('counts reporters where any of its figures does', () => {
    const unit = (...figures: Figure[]) =>
      draw(table([figures], { indicator: MILESTONE, columns: ['a', 'b'] })).options.unit
    expect(unit(reported(1, { of: 5 }), reported(1))).toBe('reporters at or past the target stage')
    expect(unit(reported(1), reported(1))).toBe('persons')
  })

  it('draws no zero where there is no number', () => {
    const gaps = (figure: Figure) => draw(table([[figure]]), { shape: 'bars' }).data.datasets[0]
    expect(gaps({ ...NOT_REPORTED, value: null })).toMatchObject({ data: [null], gaps: ['[x]'] })
    expect(draw(hidden(table([[reported(0)]])), { shape: 'bars' }).data.datasets[0]).toMatchObject({
      data: [null],
      gaps: ['[c]'],
      texts: ['[c] · confidential'],
    })
  })

  it('explains revised values, and breaks of some of its series', () => {
    const broken = reported(6, { flags: ['break'] })
    const key = (...rows: Figure[][]) => draw(table(rows, { columns: ['a', 'b'] }), { shape: 'lines' }).options.key
    expect(key([reported(6, { flags: ['revised'] }), reported(1)])).toEqual([words.t('charts:key.revised')])
    expect(key([broken, reported(1)], [broken, reported(1)])).toEqual([words.t('charts:key.break-throughout')])
    expect(key([reported(1), reported(1)], [broken, reported(1)])).toEqual([words.t('charts:key.break-line')])
    expect(key([broken, reported(1)], [broken, broken])).toEqual([
      words.t('charts:key.break-throughout'),
      words.t('charts:key.break-line'),
    ])
  })

  it('of a series that is another one wherever it has a number says so, gaps or not', () => {
    const given = table([[reported(6, { flags: ['break'] })], [NOT_REPORTED]])
    expect(draw(given).data.datasets[0]!.label).toBe('project [b]')
    expect(draw(table([[NOT_REPORTED]])).data.datasets[0]!.label).toBe('project')
  })

  it('puts the sign of a stack without height where every part has none, and nowhere else', () => {
    const given = table(
      [
        [NOT_REPORTED, reported(0)],
        [reported(0), reported(5)],
      ],
      { columns: ['a', 'b'] },
    )
    expect(draw(given, { shape: 'stacked' }).data.datasets.map(({ gaps }) => gaps)).toEqual([
      ['0', null],
      [null, null],
    ])
  })

  it('of a table that lacks a cell is a fault', () => {
    const given = table([[reported(1)]], { columns: ['a', 'b'] })
    expect(() => draw(given)).toThrow('table trend has no cell 0, 1')
    expect(() => csvOf(given, '', words)).toThrow('table trend has no cell 0, 1')
    expect(() => draw({ ...given, cells: [] })).toThrow('table trend has no cell 0, 0')
    expect(() => csvOf({ ...given, cells: [] }, '', words)).toThrow('table trend has no cell 0, 0')
  })
})

describe('a line of CSV', () => {
  const last = (given: PublishableTable) => csvOf(given, '', words).trimEnd().split('\r\n').at(-1)

  it('of what is confidential has no number in any column', () => {
    const targets = [planned('share')]
    expect(last(hidden(table([[reported(2, { n: 9, numerator: 4, denominator: 5 })]], { targets })))).toBe(
      'Q1 2021,from – to,project,,[c],confidential,,,,,persons,,,,,,,,,,,confidential,,,2021-01-01,2021-03-31',
    )
  })

  it('has n of a mean, a number below zero as a number, and how many of how many', () => {
    expect(last(table([[reported(-2.5, { n: 40 })]], { indicator: MEAN }))).toBe(
      'Q1 2021,from – to,project,,-2.5,reported,,,40,,persons,5,5,,,,,,,,,reported,,,2021-01-01,2021-03-31',
    )
    expect(last(table([[reported(0, { of: 7 })]], { indicator: MILESTONE }))).toContain(',0,reported,,,,7,persons,')
  })

  it('has what was planned by when and from where, and the target of the project’s life', () => {
    const targets = [planned('share', { life: { target: 20, ofTarget: 0 } })]
    expect(last(table([[reported(70)]], { targets }))).toBe(
      'Q1 2021,from – to,project,,70,reported,,,,,persons,5,5,,10,70%,Somewhat behind,2021-12-31,' +
        '"an even share, by quarters, of the target for 1 Jan 2021 – 31 Dec 2021",20,0%,reported,,,2021-01-01,2021-03-31',
    )
  })
})

it('the signs of a page explain every mark there is', () => {
  const said = signsOf(words)
  expect(said).toHaveLength(MARK_NAMES.length)
  for (const name of GAPS)
    expect(
      said.some(
        (one) =>
          one.startsWith('[') &&
          one.includes(words.t(`figures:state.${name.replace(' ', '-')}` as 'figures:state.reported')),
      ),
    ).toBe(true)
})

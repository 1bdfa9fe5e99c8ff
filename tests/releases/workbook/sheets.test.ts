import { beforeAll, describe, expect, it } from 'vitest'
import { type ReleaseContent, type ReleaseTable, TO_DATE } from '../../../src/releases/content/content.ts'
import { workbookOf } from '../../../src/releases/workbook/assemble.ts'
import type { SheetPlan } from '../../../src/releases/workbook/plan.ts'
import { breakdownsSheet } from '../../../src/releases/workbook/sheets/detail/breakdowns.ts'
import { componentSheet } from '../../../src/releases/workbook/sheets/detail/component.ts'
import { goalsSheet } from '../../../src/releases/workbook/sheets/goals.ts'
import { summarySheet } from '../../../src/releases/workbook/sheets/summary.ts'
import { trackingSheet } from '../../../src/releases/workbook/sheets/tracking/tracking.ts'
import { q } from '../../support/small-project.ts'
import { added, en, inBoth, inPhases, linesOf, smallContent, textOf } from './small-content.ts'

let content: ReleaseContent
beforeAll(async () => {
  content = await smallContent()
})

const first = () => content.indicators[0]!

describe('the tracking table', () => {
  const row = (more: Partial<ReleaseContent>, code = first().code) => {
    const { rows, freeze } = trackingSheet({ ...content, ...more }, en, 'S')
    const headings = rows[freeze.rows - 1]!.cells.map(textOf)
    const own = rows.find(({ cells }) => textOf(cells[0]) === code)!
    return (key: 'definition' | 'tags' | 'explanation' | 'status') =>
      textOf(own.cells[headings.indexOf(en.t(`releases:workbook.column.${key}`))])
  }
  const indicatorWith = (more: object) => ({ indicators: [{ ...first(), ...more }, ...content.indicators.slice(1)] })
  const columns = (more: Partial<ReleaseContent>) => trackingSheet({ ...content, ...more }, en, 'S').columns.length

  it('has the columns of a phase in a project of several alone', () => {
    expect(columns(inPhases(content)) - columns({})).toBe(3)
  })

  it('gives each indicator with its stages, tags and breakdowns', () => {
    const at = row(
      indicatorWith({ stages: [inBoth('drafted'), inBoth('issued')], tags: { sdg: ['5.2'], gcm: [10, 7] } }),
    )
    expect(at('definition')).toMatch(/\n.*0 drafted · 1 issued/)
    expect(row({})('definition')).not.toContain('\n')
    expect(at('tags')).toBe('SDG 5.2, GCM 10, GCM 7')
  })

  it('says what was chosen to be explained, with where and when', () => {
    const said = (text: string, indicator = first().code) => ({
      ...{ indicator, text, place: inBoth('Ha Tinh'), quarter: q('2020-Q3') },
    })
    const explanations = [said('Floods.'), said('Late.'), said('Other.', 'none')] as never
    expect(row({ explanations })('explanation')).toBe('Reporters: Narrative')
    const layout = { ...content.layout, sheets: content.layout.sheets.filter(({ is }) => is !== 'narrative') }
    expect(row({ explanations, layout })('explanation')).toBe('Ha Tinh, Q3 2020: Floods.\nHa Tinh, Q3 2020: Late.')
  })

  it('says of an indicator that it has ended, and that its values cover dates of their own', () => {
    const status = (more: Partial<ReleaseContent>) => row(more)('status')
    const usual = status({})
    expect(status(indicatorWith({ ended: inBoth('Retired.') }))).toBe(`${usual}\nRetired.`)
    const covers = { from: q('2020-Q1'), to: q('2020-Q2') }
    const tables = content.tables.map((one): ReleaseTable => {
      const { table, section } = one
      if (section !== 'tracking') return one
      const cells = table.cells.map((row) =>
        row.map((cell, nth) => (table.columns[nth]!.key === TO_DATE ? { ...cell, covers } : cell)),
      )
      return { ...one, table: { ...table, cells } }
    })
    expect(status({ tables }).replace(usual, '')).toMatch(/^\n.*1 Jan 2020 – 30 Jun 2020/)
    const later = { release: { ...content.release, to: content.release.to + 1 } }
    expect(status(later).replace(usual, '')).toContain('31 Dec 2020')
  })

  it('bears the dates of the report, and in a project of phases which one it is rated by', () => {
    const line = (more: Partial<ReleaseContent>) => linesOf(trackingSheet({ ...content, ...more }, en, 'S'))[1]
    expect(line(inPhases(content))).toContain('Phase two')
    expect(line(inPhases(content))!.startsWith(line({})!)).toBe(true)
  })
})

describe('the way back to the contents', () => {
  const backOf = ({ rows }: SheetPlan) =>
    rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) =>
        typeof cell === 'object' && cell !== null && 'sheet' in cell
          ? [{ row, column, to: cell.sheet, said: cell.text }]
          : [],
      ),
    )

  it('stands on every sheet once, clear of the title', () => {
    const { sheets } = workbookOf(content)
    for (const sheet of sheets.slice(1)) {
      const [link, ...more] = backOf(sheet)
      expect([link!.to, link!.said, more]).toEqual(['cover', '← Contents', []])
      expect(link!.row === 0 ? link!.column > 0 : link!.row === sheet.rows.length - 1, sheet.key).toBe(true)
    }
  })
})

describe('the sheet of a component', () => {
  const component = (which: string | null, from = content) =>
    componentSheet(from, which, en, { key: which === null ? 'project' : `component-${which}`, name: 'S' })!
  const headingsOf = ({ rows, table }: SheetPlan) => rows[table!.headingRow - 1]!.cells.map(textOf)
  const inTable = ({ rows, table }: SheetPlan) => rows.slice(table!.headingRow, table!.lastRow)

  it('has beside the periods of the whole project what they come to, the target and how much of it is reached', () => {
    const sheet = component('prevention')
    const headings = headingsOf(sheet)
    const own = sheet.rows.filter(({ cells, style }) => !style && textOf(cells[0]) === 'A').map(({ cells }) => cells)
    const told = ['To date', 'Life-of-project target', '% of life-of-project target'] as const
    expect(headings.slice(-5)).toEqual([told[0], 'num., n: To date', 'den.: To date', told[1], told[2]])
    const { rows: tracking, freeze } = trackingSheet(content, en, 'S')
    const tracked = tracking.find(({ cells }) => textOf(cells[0]) === 'A')!.cells
    const tracks = (heading: string) =>
      tracked[tracking[freeze.rows - 1]!.cells.indexOf(heading === 'To date' ? 'Cumulative to date' : heading)]
    const at = (cells: readonly unknown[]) => told.map((heading) => cells[headings.indexOf(heading)])
    expect(at(own[0]!)).toEqual(told.map(tracks))
    expect(at(own[0]!)[0]).toMatchObject({ number: 240, formula: 'data!R5' })
    // Provinces have their own periods alone.
    expect(own.slice(1).map(at)).toEqual(own.slice(1).map(() => ['–', '–', '–']))
    for (const { cells } of sheet.rows) expect(cells.length).toBeLessThanOrEqual(sheet.columns.length)
  })

  it('is one table under one row of headings, each of its own, on which every row bears a code', () => {
    const codes = new Set(content.indicators.map(({ code }) => code))
    const sheets = [
      ...['prevention', 'protection', null].map((one) => component(one)),
      breakdownsSheet(content, en, 'S')!,
    ]
    for (const sheet of sheets) {
      const headings = headingsOf(sheet)
      expect(new Set(headings).size).toBe(headings.length)
      expect(headings.filter((one) => one.includes('\n'))).toEqual([])
      expect(sheet.rows.filter(({ style }) => style === 'heading')).toHaveLength(1)
      expect(inTable(sheet).filter(({ cells }) => !codes.has(textOf(cells[0])))).toEqual([])
      // Titles and notes run on over nothing; each row of figures says something in every column.
      for (const { cells, style } of inTable(sheet))
        expect([style, cells.length, cells.includes(null)]).toEqual([style, style ? 2 : headings.length, false])
      expect(sheet.print).toEqual({ landscape: true, repeatRows: sheet.table!.headingRow })
      expect(sheet.rows.slice(sheet.table!.lastRow).every(({ style }) => style !== undefined)).toBe(true)
    }
    expect(sheets.map(({ table }) => table!.name)).toEqual([
      ...['Component_prevention', 'Component_protection', 'Project', 'Breakdowns'],
    ])
  })

  it('has the columns of what values rest on once, for ratios and means alike, and – where a count has none', () => {
    const sheet = component('protection')
    const headings = headingsOf(sheet)
    const of = (code: string) => inTable(sheet).find(({ cells, style }) => !style && textOf(cells[0]) === code)!.cells
    const at = headings.findIndex((one) => one.startsWith('num., n: '))
    expect(headings[at + 1]).toBe(headings[at]!.replace('num., n', 'den.'))
    const rests = (code: string) =>
      of(code)
        .slice(at, at + 2)
        .map(textOf)
    const ofMeasure = (measure: string) =>
      inTable(sheet)
        .map(({ cells }) => textOf(cells[0]))
        .find((code) => content.indicators.some((one) => one.code === code && one.measure === measure))
    const [count, mean] = [ofMeasure('count'), ofMeasure('mean')]
    if (count) expect(rests(count)).toEqual(['–', '–'])
    if (mean) expect(rests(mean)[1]).toBe('–')
    expect(ofMeasure('ratio') ?? mean ?? count).toBeDefined()
  })

  it('has numbers in rows under the value where a page has no room for so many columns', () => {
    const years = Array.from({ length: 9 }, (_, nth) => nth)
    const tables = content.tables.map((one): ReleaseTable => {
      if (one.section !== 'years') return one
      const { columns, cells } = one.table
      const later = (nth: number) => ({ ...columns[0]!, key: `later-${nth}`, label: inBoth(`Year ${2031 + nth}`) })
      const span = (nth: number) => ({ from: q('2020-Q1') - 4 * (nth + 1), to: q('2020-Q4') - 4 * (nth + 1) })
      return {
        ...one,
        table: {
          ...one.table,
          columns: [...columns, ...years.map(later)],
          cells: cells.map((row) => [...row, ...years.map((nth) => ({ ...row[0]!, period: span(nth) }))]),
        },
      }
    })
    const sheet = component('protection', { ...content, tables })
    const line = headingsOf(sheet).indexOf('Number')
    expect(line).toBe(2)
    const said = new Set(
      inTable(sheet)
        .filter(({ style }) => !style)
        .map(({ cells }) => textOf(cells[line])),
    )
    expect([...said].every((one) => ['–', 'value', 'numerator', 'denominator', 'n'].includes(one))).toBe(true)
    expect(said.size).toBeGreaterThan(1)
    expect(headingsOf(sheet).some((one) => one.startsWith('num., n'))).toBe(false)
  })
})

describe('the table of goals', () => {
  const withTags = (...tags: { sdg: string[]; gcm: number[] }[]) => ({
    ...content,
    indicators: content.indicators.map((one, nth) => ({ ...one, tags: tags[nth] ?? { sdg: [], gcm: [] } })),
  })

  it('prints where a page has room for it, and else says that it is for the screen', () => {
    const goals = (many: number) =>
      goalsSheet(withTags({ sdg: Array.from({ length: many }, (_, nth) => `1.${nth}`), gcm: [] }), en, 'S')!
    expect([goals(3).print, goals(3).rows.length]).toEqual([{ landscape: true, repeatRows: 3 }, 6])
    const long = goals(90)
    expect([long.print.isOff, long.rows.length, textOf(long.rows[2]!.cells[0])]).toEqual([
      true,
      94,
      expect.stringMatching(/^For the screen alone/),
    ])
  })

  it('has each indicator under every target and objective that it is tagged with, in their order', () => {
    const tagged = withTags({ sdg: ['16.2', '5.10'], gcm: [10] }, { sdg: ['5.2'], gcm: [7, 10] })
    const [first, second] = content.indicators.map(({ code }) => code)
    const { rows, table } = goalsSheet(tagged, en, 'S')!
    expect(rows.slice(table!.headingRow).map(({ cells }) => [textOf(cells[0]), cells[1]])).toEqual([
      ...[
        ['SDG 5.2', second],
        ['SDG 5.10', first],
        ['SDG 16.2', first],
      ],
      ...[
        ['GCM 7', second],
        ['GCM 10', first],
        ['GCM 10', second],
      ],
    ])
  })

  it('says of each what the summary says, as live figures', () => {
    const { rows } = goalsSheet(withTags({ sdg: ['5.2'], gcm: [] }), en, 'S')!
    const code = content.indicators[0]!.code
    const headline = summarySheet(content, en, 'S').rows.findLast(({ cells }) => textOf(cells[0]) === code)!
    expect(rows.at(-1)!.cells.slice(2)).toEqual(headline.cells.slice(1))
  })

  it('has the headings of the phase in a project of several, and is not there where nothing is tagged', () => {
    const tagged = { ...withTags({ sdg: ['5.2'], gcm: [] }), ...inPhases(content) }
    expect(goalsSheet(tagged, en, 'S')!.rows[2]!.cells).toContain('Target of the phase')
    expect(goalsSheet(withTags(), en, 'S')).toBeNull()
  })
})

describe('the summary', () => {
  it('says which places ended, line by line, and that nothing needs attention where nothing does', () => {
    expect(added(summarySheet, content, { endedPlaces: [inBoth('One ended.\nAsk.')] })).toEqual(['One ended.', 'Ask.'])
    const tables = content.tables.map((one) => {
      const cells = one.table.cells.map((row) => row.map((cell) => ({ ...cell, shown: { kind: 'confidential' } })))
      return { ...one, table: { ...one.table, cells } }
    })
    const lines = linesOf(summarySheet({ ...content, tables } as ReleaseContent, en, 'S'))
    expect(lines).toContain(en.t('releases:workbook.summary.attention-none'))
    // Hidden ones are counted apart, whatever colour they would have.
    const counted = lines.filter((line) => /\t0\t0\t0\t0\t\d+$/.test(line))
    const hidden = counted.map((line) => Number(line.split('\t').at(-1)))
    expect(hidden.reduce((sum, one) => sum + one, 0)).toBe(content.indicators.length)
  })

  it('has a column more in a project of phases', () => {
    const widths = (more: Partial<ReleaseContent>) => summarySheet({ ...content, ...more }, en, 'S').columns.length
    expect([widths({}), widths(inPhases(content))]).toEqual([9, 10])
  })
})

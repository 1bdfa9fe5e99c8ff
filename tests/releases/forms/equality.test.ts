import { beforeAll, describe, expect, it } from 'vitest'
import { csvLines } from '../../../src/attack/read/csv/csv-lines.ts'
import { daysLater } from '../../../src/calendar/day.ts'
import { datesOf } from '../../../src/calendar/span.ts'
import { gapIn } from '../../../src/disclosure/publishable.ts'
import type { Answer } from '../../../src/figures/answer.ts'
import { ask } from '../../../src/figures/ask.ts'
import { PROJECT } from '../../../src/figures/question.ts'
import { numberStyleOf } from '../../../src/indicators/measure.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { spanKey } from '../../../src/releases/content/layout.ts'
import { formOf } from '../../../src/releases/forms/form.ts'
import { packedForms } from '../../../src/releases/forms/packed-form.ts'
import { type IatiFigure, iatiFiguresIn } from '../../../src/releases/forms/read-back/iati-figures.ts'
import { formatted } from '../../../src/releases/tables/number-format.ts'
import { sheetOnScreen } from '../../../src/releases/tables/page.ts'
import { workbookOf } from '../../../src/releases/workbook/assemble.ts'
import { breakdownCode, type DataRow, ownId } from '../../../src/releases/workbook/data-sheet/rows.ts'
import { type DataTable, dataTable } from '../../../src/releases/workbook/data-sheet/table.ts'
import { type Cell, plainValue } from '../../../src/releases/workbook/plan.ts'
import { spanOfCell } from '../../../src/targets/figure-table.ts'
import { DEMO_NOW, demoDb } from '../../support/demo.ts'
import { threeYears } from './three-years.ts'

let content: ReleaseContent
let data: DataTable
let answers: { whole: Answer; by: Map<string, Answer> }

beforeAll(() => {
  const db = demoDb()
  content = threeYears(db)
  const { asAt } = content.release
  data = dataTable(content)
  const spans = [...new Map(data.rows.map(({ cell: { period } }) => [spanKey(period), period]))].map(
    ([key, { from, to }]) => ({ key, from, to }),
  )
  const groups = [
    { key: PROJECT, places: '*' as const },
    ...content.areas.map(({ slug }) => ({ key: slug, places: [slug] })),
  ]
  const question = { indicators: '*' as const, spans, asAt }
  const breakdowns = new Set(data.rows.flatMap(({ one }) => breakdownCode(one) ?? []))
  answers = {
    whole: ask(db, { ...question, groups }, DEMO_NOW),
    by: new Map(
      [...breakdowns].map((by) => [by, ask(db, { ...question, groups: groups.slice(0, 1), by: [by] }, DEMO_NOW)]),
    ),
  }
  db.$client.close()
})

const written = (form: Parameters<typeof formOf>[0]) => [...formOf(form, content)!].join('')
const isShown = ({ cell }: DataRow) => gapIn(cell.shown) === null
const valueIn = ({ cell: { shown } }: DataRow) => (shown.kind === 'figure' ? shown.figure.value : null)

describe("every cell of the pilot's three years", () => {
  it('is what the database says, or hidden', () => {
    const wrong: string[] = []
    for (const row of data.rows) {
      const { indicator, group, cell } = row.cell.ref
      const by = breakdownCode(row.one)
      const answer = by === null ? answers.whole : answers.by.get(by)!
      const figure = answer.figure(indicator, group, spanKey(row.cell.period), cell)
      if (isShown(row) && figure.value !== valueIn(row)) wrong.push(`${ownId(row)}: ${valueIn(row)} ≠ ${figure.value}`)
    }
    expect(wrong).toEqual([])
    expect(data.rows.filter(isShown).length).toBeGreaterThan(1900)
  })

  it('is what is read on screen, page by page', () => {
    const plan = workbookOf(content)
    const words = wordsFor('en')
    const shown: string[][] = []
    for (let page = 1; shown.length < data.rows.length; page++) {
      const sheet = sheetOnScreen(content.release, plan, { sheet: 'data', page }, words)!
      for (const block of sheet.blocks) if ('rows' in block && block.rows) shown.push(...block.rows.map(textsOf))
      if (page > 100) break
    }
    expect(shown).toEqual(data.cells.map((cells) => trimmed(cells).map(onScreen)))
  })

  it('is in the CSV for programs, on the same rows and columns', () => {
    const [head, ...lines] = csvLines(written('data'))
    expect(head!.map(({ text }) => text)).toEqual(
      data.columns.map(({ key, kind, bilingual }) => (kind === 'worded' ? `${key}-${bilingual.main}` : key)),
    )
    expect(lines.pop()!.map(({ text }) => text)).toEqual([''])
    const expected = data.cells.map((cells) => cells.map((cell, at) => inCsv(cell, data.columns[at]!.key)))
    const isNumber = (r: number, c: number) => typeof expected[r]?.[c] === 'number'
    expect(lines.map((line, r) => line.map(({ text, number }, c) => (isNumber(r, c) ? number : text)))).toEqual(
      expected,
    )
  })

  it.each(['vi', 'en'] as const)('is in the CSV for Excel as typed in the region: %s', (language) => {
    const text = written(`table-${language}`)
    const lines = csvLines(text.slice(text.indexOf('\r\n\r\n') + 4))
    const [head, ...rows] = lines.slice(0, -1)
    expect(head).toHaveLength(data.columns.length)
    expect(rows).toHaveLength(data.rows.length)
    const wrong: string[] = []
    for (const [r, cells] of data.cells.entries())
      for (const [c, cell] of cells.entries()) {
        const expected = inCsv(cell, data.columns[c]!.key)
        const { text: found } = rows[r]![c]!
        const isSame = typeof expected === 'number' ? near(numberTyped(found, language), expected) : found === expected
        if (!isSame) wrong.push(`${r}:${data.columns[c]!.key} ${found} ≠ ${expected}`)
      }
    expect(wrong).toEqual([])
  })

  it('is in the IATI file once, where it has a number, and nowhere else is one', () => {
    const read = iatiFiguresIn(written('iati'))
    const actuals = byPlace(read.filter(({ kind }) => kind === 'actual'))
    const expected = new Map(data.rows.filter(isShown).map((row) => [whereIs(row), row]))
    expect([...actuals.keys()].sort()).toEqual([...expected.keys()].sort())
    for (const [where, row] of expected)
      expect(near(storedIn(actuals.get(where)!, row), valueIn(row)!), where).toBe(true)
    const isPercent = (row: DataRow) => numberStyleOf(row.one.table.indicator).isPercent
    for (const [where, row] of expected) expect(actuals.get(where)!.measure === '2', where).toBe(isPercent(row))
  })

  it('has its target in the IATI file where the data has one, and no target is there that the data has not', () => {
    const read = iatiFiguresIn(written('iati')).filter(({ kind }) => kind === 'target')
    const columnOf = (key: string) => data.columns.findIndex((column) => column.key === key)
    const numberIn = (nth: number, key: string) => plainValue(data.cells[nth]![columnOf(key)] ?? null)
    const planned = new Map<string, unknown[]>()
    const note = (where: string, number: unknown) => {
      if (typeof number === 'number') planned.set(where, [...(planned.get(where) ?? []), number])
    }
    const whole = datesOf({ from: content.project.firstQuarter, to: content.project.lastQuarter })
    for (const [nth, row] of data.rows.entries()) {
      note(whereIs(row), numberIn(nth, 'target'))
      note(whereIs(row), numberIn(nth, 'planned'))
      note(whereIs(row, whole), numberIn(nth, 'lop'))
    }
    const rowAt = new Map(
      data.rows.flatMap((row) => [[whereIs(row), row] as const, [whereIs(row, whole), row] as const]),
    )
    expect([...byPlace(read).keys()].sort()).toEqual([...planned.keys()].sort())
    for (const figure of read) {
      const row = rowAt.get(placeOf(figure))!
      const { scale, isPercent } = numberStyleOf(row.one.table.indicator)
      const onSheet = storedIn(figure, row) * (isPercent ? 1 : scale)
      expect(
        planned.get(placeOf(figure))!.some((one) => near(one as number, onSheet)),
        placeOf(figure),
      ).toBe(true)
    }
  })

  it('tells nothing of what is hidden: neither a number, nor a target, nor a comment', () => {
    const told = new Set(iatiFiguresIn(written('iati')).map((one) => placeOf(one)))
    const hidden = data.rows.filter(({ cell: { shown } }) => shown.kind === 'confidential')
    expect(hidden.length).toBeGreaterThan(100)
    expect(hidden.filter((row) => told.has(whereIs(row))).map(ownId)).toEqual([])
    expect(written('iati')).not.toContain('[c]')
  })

  it('is the same file each time', () => {
    const marks = () => packedForms(content).map(({ form, sha256 }) => `${form} ${sha256}`)
    expect(marks()).toHaveLength(4)
    expect(marks()).toEqual(marks())
  })
})

/** A number of the file on the scale stored. */
function storedIn({ value, measure }: IatiFigure, { one: { table } }: DataRow): number {
  const { scale, isPercent } = numberStyleOf(table.indicator)
  return Number(value) / (isPercent ? (measure === '2' ? 100 : 1) : scale)
}

function whereIs(row: DataRow, { first, last } = datesOf(spanOfCell(row.cell))): string {
  const { indicator, group, cell } = row.cell.ref
  const dimension = cell === '' ? '' : `${breakdownCode(row.one)}=${cell.slice(cell.indexOf('=') + 1)}`
  return [indicator, first, last, group === PROJECT ? '' : group, dimension].join(' ')
}

function placeOf({ indicator, first, last, location, dimensions }: IatiFigure): string {
  return [indicator, first, last, location, dimensions].join(' ')
}

/** @throws where two numbers are said of the same */
function byPlace(figures: readonly IatiFigure[]): Map<string, IatiFigure> {
  const placed = new Map(figures.map((one) => [placeOf(one), one]))
  expect(placed.size).toBe(figures.length)
  return placed
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(other))
}

function inCsv(cell: Cell, key: string): string | number {
  const value = plainValue(cell)
  if (typeof value === 'number' && ['first', 'last', 'as-at'].includes(key)) return daysLater('1899-12-30', value)
  return value ?? ''
}

function numberTyped(text: string, language: 'vi' | 'en'): number {
  if (text === '') return Number.NaN
  const plain = language === 'vi' ? text.replace(',', '.') : text
  return plain.endsWith('%') ? Number(plain.slice(0, -1)) / 100 : Number(plain)
}

function textsOf(row: { cells: readonly { text: string }[] }): string[] {
  return row.cells.map(({ text }) => text)
}

function trimmed(cells: readonly Cell[]): readonly Cell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1)
}

function onScreen(cell: Cell): string {
  const value = plainValue(cell)
  if (typeof value !== 'number') return value ?? ''
  return formatted(value, typeof cell === 'object' && cell && 'format' in cell ? cell.format : undefined, 'en')
}

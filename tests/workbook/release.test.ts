import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import exceljs from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { daysBetween, isoDay } from '../../src/calendar/day.ts'
import { projectCard } from '../../src/project/store.ts'
import type { Release } from '../../src/releases/release.ts'
import { previewOf, workbookPlanOf } from '../../src/releases/store.ts'
import type { DataKey } from '../../src/releases/workbook/data-sheet/columns.ts'
import { columnAt, placedColumns } from '../../src/releases/workbook/data-sheet/layout.ts'
import type { WorkbookPlan } from '../../src/releases/workbook/plan.ts'
import { writeXlsx } from '../../src/releases/workbook/write-xlsx.ts'
import { pilotWith } from '../releases/pilot.ts'
import { converted } from './office.ts'

const folder = mkdtempSync(join(tmpdir(), 'workbook-'))
let db: Db
let release: Release
let plan: WorkbookPlan
const sheetNamed = (key: string) => written.getWorksheet(plan.sheets.find((one) => one.key === key)!.name)!
let hiddenIds: string[]
let written: exceljs.Workbook
let bytes: Buffer

beforeAll(async () => {
  const made = await pilotWith('issued', { language: 'both' })
  db = made.db
  release = made.release
  plan = workbookPlanOf(db, release.id)!
  hiddenIds = previewOf(db, release.id)!.hidden.map(({ id }) => id)
  bytes = await writeXlsx(plan)
  written = await read(bytes)
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  db.$client.close()
})

async function read(from: Buffer): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(from as never)
  return book
}

const cellsOf = (book: exceljs.Workbook) =>
  book.worksheets.map((sheet) => {
    const cells: [string, unknown][] = []
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const result = cell.formula ? cell.result : cell.value
        cells.push([cell.address, result instanceof Date ? daysBetween('1899-12-30', isoDay(result)) : result])
      }),
    )
    return { name: sheet.name, cells }
  })

describe('the written workbook', () => {
  it('reads back as the plan says, cell by cell', () => {
    const read = new Map(cellsOf(written).map(({ name, cells }) => [name, new Map(cells)]))
    let compared = 0
    for (const { name, rows } of plan.sheets)
      for (const [at, { cells }] of rows.entries())
        for (const [across, cell] of cells.entries()) {
          if (cell === null) continue
          const expected =
            typeof cell !== 'object' ? cell : 'number' in cell ? cell.number : 'mark' in cell ? cell.mark : cell.text
          const address = written.getWorksheet(name)!.getCell(at + 1, across + 1).address
          expect(read.get(name)!.get(address), `${name} ${address}`).toBe(expected)
          compared++
        }
    expect(compared).toBeGreaterThan(10_000)
  })

  it('says [c] as text wherever something is hidden, in every sheet that shows the figure, and no number with it', () => {
    const data = sheetNamed('data')
    const columns = placedColumns({ release, project: projectCard(db)! })
    const at = (key: DataKey) => columnAt(columns, key) + 1
    const numbers = columns.flatMap(({ kind, key }) => (kind === 'number' && key !== 'baseline' ? [at(key)] : []))
    let found = 0
    data.eachRow((row, nth) => {
      const mark = row.getCell(at('mark'))
      if (mark.value !== '[c]') return
      found++
      expect(mark.type).toBe(exceljs.ValueType.String)
      expect(mark.font.color?.argb).toBe('FF4D5F64')
      for (const column of numbers) expect(row.getCell(column).value, `row ${nth} column ${column}`).toBeNull()
    })
    expect(found).toBe(hiddenIds.length)
    expect(numbers.length).toBeGreaterThan(10)
  })

  it('keeps nothing where it cannot be seen: no hidden sheet, row, column, comment, name or outside link', () => {
    for (const sheet of written.worksheets) {
      expect(sheet.state).toBe('visible')
      for (const column of sheet.columns) expect(column.hidden).toBeFalsy()
      sheet.eachRow((row) => {
        expect(row.hidden).toBeFalsy()
        row.eachCell((cell) => expect(cell.note).toBeUndefined())
      })
    }
    const parts = partsOf(bytes)
    expect(
      [...parts.keys()].filter((name) => /comments|pivot|externalLink|vmlDrawing|embeddings|media|custom/i.test(name)),
    ).toEqual([])
    const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<definedName [^>]*name="([^"]+)"[^>]*>([^<]*)/g)]
    for (const [, name, range] of names) {
      expect(['_xlnm.Print_Titles', '_xlnm.Print_Area']).toContain(name)
      expect(range).toMatch(/!\$[A-Z]*\$?\d+:\$[A-Z]*\$?\d+$/)
    }
    for (const [name, xml] of parts)
      if (name.endsWith('.rels')) expect(xml, name).not.toContain('TargetMode="External"')
  })

  it('has charts that keep of the cells they refer to what stands there, and no other number', () => {
    let kept = 0
    for (const xml of chartsIn(partsOf(bytes))) {
      for (const [, at, cache] of xml.matchAll(/<c:numRef><c:f>([^<]*)<\/c:f><c:numCache>(.*?)<\/c:numCache>/g)) {
        const there = cellsAt(at!)
        const points = new Map(
          [...cache!.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)/g)].map(([, idx, v]) => [Number(idx), Number(v)]),
        )
        expect(there.map((value) => (typeof value === 'number' ? value : undefined))).toEqual(
          there.map((_, nth) => points.get(nth)),
        )
        kept += points.size
      }
    }
    expect(kept).toBeGreaterThan(100)
  })
})

describe('the written workbook in LibreOffice', () => {
  const RISKY = ['=1+1', '+84 24', '-x', '@SUM(A1)', '=HYPERLINK("http://example.org")', '\t=2']
  let corrected: ReturnType<typeof correctedBy1000>
  let saved: Map<string, Buffer>
  beforeAll(async () => {
    corrected = correctedBy1000()
    const { blocks: _, ...cover } = plan.sheets[0]!
    const sheet = { ...cover, rows: RISKY.map((text) => ({ cells: [text] })) }
    const risky = await writeXlsx({ ...plan, sheets: [sheet] })
    saved = converted(folder, 'xlsx', { report: bytes, corrected: corrected.file, risky })
  })

  it('is opened, worked out and saved without losing or changing a value', async () => {
    const report = saved.get('report')!
    const ranges = (file: Buffer) =>
      chartsIn(partsOf(file)).map((xml) =>
        [...xml.matchAll(/<c:f>([^<]*)<\/c:f>/g)]
          .map(([, at]) => at!.replaceAll('&apos;', "'"))
          // It writes names of series, which are words, as if they were formulas.
          .filter((at) => !at.startsWith('&quot;'))
          .sort(),
      )
    const inOrder = (all: string[][]) => all.map((one) => one.join(' ')).sort()
    expect(inOrder(ranges(report))).toEqual(inOrder(ranges(bytes)))
    const again = await read(report)
    const [before, after] = [cellsOf(written), cellsOf(again)]
    expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name))
    for (const [at, { name, cells }] of before.entries()) {
      const kept = new Map(after[at]!.cells)
      for (const [address, value] of cells)
        expect(same(kept.get(address), value), `${name} ${address}: ${value} → ${kept.get(address)}`).toBe(true)
    }
  })

  it('has every figure of its sheets from the rows of Data: who corrects one sees them follow', async () => {
    const { sheet, achieved, variance, was } = corrected
    const again = (await read(saved.get('corrected')!)).getWorksheet(sheet)!
    expect(again.getCell(...achieved).result).toBe(was.achieved + 1000)
    expect(again.getCell(...variance).result).toBe(was.variance + 1000)
  })

  it('keeps texts that look like formulas as texts', async () => {
    const again = (await read(saved.get('risky')!)).worksheets[0]!
    for (const [at, text] of RISKY.entries()) {
      expect(again.getCell(at + 1, 1).type, text).toBe(exceljs.ValueType.String)
      expect(String(again.getCell(at + 1, 1).value).trim()).toBe(text.trim())
    }
  })
})

/** The report with a thousand more in the row of Data that P1 of the tracking table comes from, and what stood in the table before. */
function correctedBy1000() {
  const [data, tracking] = [sheetNamed('data'), sheetNamed('tracking')]
  const { rows, freeze } = plan.sheets.find(({ key }) => key === 'tracking')!
  const headings = rows[freeze.rows - 1]!.cells.map(String)
  const column = (key: string) => headings.findIndex((heading) => heading.startsWith(`${key} / `)) + 1
  const row = rows.findIndex(({ cells }) => JSON.stringify(cells[0]).includes('"P1"')) + 1
  const achieved: [number, number] = [row, column('Đạt được trong kỳ')]
  const variance: [number, number] = [row, column('Chênh lệch so với mục tiêu trong kỳ')]
  const { formula, result } = tracking.getCell(...achieved).value as exceljs.CellFormulaValue
  const address = /^'[^']+'!([A-Z]+\d+)$/.exec(formula)![1]!
  expect(data.getCell(address).value).toBe(result)
  const was = { achieved: Number(result), variance: tracking.getCell(...variance).result as number }
  return { file: withNumber(bytes, plan, address, was.achieved + 1000), sheet: tracking.name, achieved, variance, was }
}

/** The same file with another number in a cell of Data, and nothing else changed: no result either. */
function withNumber(file: Buffer, { sheets }: WorkbookPlan, address: string, number: number): Uint8Array {
  const parts = unzipSync(file)
  const part = `xl/worksheets/sheet${sheets.findIndex(({ key }) => key === 'data') + 1}.xml`
  const xml = strFromU8(parts[part]!)
  const changed = xml.replace(new RegExp(`(<c r="${address}"[^>]*><v>)[^<]*`), `$1${number}`)
  expect(changed).not.toBe(xml)
  return zipSync({ ...parts, [part]: strToU8(changed) })
}

function chartsIn(parts: ReadonlyMap<string, string>): string[] {
  return [...parts].filter(([name]) => /^xl\/charts\/chart\d+\.xml$/.test(name)).map(([, xml]) => xml)
}

/** What stands in the cells of a column that a chart refers to: "'Data'!$R$3:$R$9". */
function cellsAt(at: string): unknown[] {
  const [, name, column, from, to] = /^'?(.*?)'?!\$([A-Z]+)\$(\d+):\$\2\$(\d+)$/.exec(at.replaceAll('&apos;', "'"))!
  const sheet = written.getWorksheet(name!)!
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, nth) => {
    const cell = sheet.getCell(`${column}${Number(from) + nth}`)
    return cell.formula ? cell.result : cell.value
  })
}

/** LibreOffice stores 15 digits of a number. */
function same(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= Math.abs(other) * 1e-13
  return one === other || String(one).replaceAll('\r', '') === String(other)
}

/** The files inside the zip, by name; enough of the format for a file that exceljs wrote. */
function partsOf(zip: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = zip.readUInt32LE(end + 16)
  for (let nth = 0; nth < zip.readUInt16LE(end + 10); nth++) {
    const [method, size, nameLength, extra, comment, local] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + size)
    parts.set(name, (method === 8 ? inflateRawSync(packed) : packed).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return parts
}

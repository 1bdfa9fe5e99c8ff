import type { Quarter } from '../../../../calendar/quarter.ts'
import { folded } from '../../../../language/folded.ts'
import type { Place } from '../../../../places/place.ts'
import { cellAddress } from '../../../../spreadsheet/address.ts'
import type { ReadSheet } from '../../../../spreadsheet/read-workbook.ts'
import type { FoundCell } from '../../../../spreadsheet/sheet-cells.ts'
import type { EntryFormDefinition } from '../../../entry-form/definition.ts'
import type { FilledCell } from '../../upload/filled-template.ts'
import { type HeadingRows, headedColumns, type SheetColumn } from './headings.ts'
import type { OwnMapping } from './mapping.ts'
import { fieldMeant, type Meaning, readMeaning } from './meaning.ts'
import { type OwnRow, rowsBelow } from './own-rows.ts'
import { isQuarterMeant, quarterInColumn } from './quarter-text.ts'

/** A report that numbers of a sheet may be of. */
export type AskedReport = { place: Pick<Place, 'name'>; definition: EntryFormDefinition }

/** What a sheet says, read by its mapping; of each report its fields with their cells. Nothing is added up, nothing guessed. */
export type OwnSheetRead = {
  forms: Map<string, FilledCell>[]
  /** Cells with something in them that no field is known for. */
  unplaced: string[]
  /** Cells that would be the same field of the same report: none of them is taken. */
  twice: string[]
  /** Rows of other quarters, or of other places, that were left out. */
  otherRows: number
  /** Cells of quarters or places that could not be read, with rows that were left out for it. */
  unread: string[]
  /** Quarters stand there without a year. */
  isWithoutYear: boolean
}

/** A mapping put upon a sheet: which column holds what. */
type Put = { column: SheetColumn; holds: OwnMapping['columns'][number]['holds'] }

/**
 * @param reports those of the quarter that may be filled in; where the sheet has no column of places, all of it is of the first
 */
export function readOwnSheet(
  { name, cells }: ReadSheet,
  headings: HeadingRows,
  mapping: OwnMapping,
  { quarter, reports }: { quarter: Quarter; reports: readonly AskedReport[] },
): OwnSheetRead {
  const put = putOn(headedColumns(cells, headings), mapping)
  const columns = (role: string) => put.filter(({ holds }) => holds === role).map(({ column }) => column.column)
  const [places, quarters, labels] = [columns('place'), columns('quarter'), columns('row')]
  const says = new Map(mapping.rows.map(({ text, says: meaning }) => [text, readMeaning(meaning)!]))
  const reading = new OwnSheetReading(name, quarter, reports)
  for (const row of rowsBelow(cells, headings, [...places, ...quarters, ...labels], labels.at(-1) ?? null)) {
    const values = valuesIn(row, put, reading)
    if (values.length === 0) continue
    const report = reading.reportOf(row, places, quarters)
    if (report === null) continue
    const said = labels.flatMap((column) => says.get(folded(row.texts.get(column) ?? '')) ?? [])
    for (const { cell, meaning } of values) reading.take(report, [...said, meaning], cell)
  }
  return reading.read
}

function putOn(columns: readonly SheetColumn[], mapping: OwnMapping): Put[] {
  const byKey = new Map(mapping.columns.map(({ heading, holds }) => [heading, holds]))
  return columns.flatMap((column) => {
    const holds = byKey.get(column.key) ?? (column.quarter ? byKey.get('') : undefined)
    return holds === undefined ? [] : [{ column, holds }]
  })
}

/** The cells of a row that hold something in a column of numbers, and what their column says. */
function valuesIn(row: OwnRow, put: readonly Put[], reading: OwnSheetReading): { cell: FoundCell; meaning: Meaning }[] {
  return put.flatMap(({ column, holds }) => {
    const cell = row.cells.get(column.column)
    if (!cell || String(cell.value).trim() === '') return []
    if (holds === 'by-quarter') {
      const meaning: Meaning = { part: 'v', indicator: null, categories: {} }
      return column.quarter && reading.isMeant(column.quarter) ? [{ cell, meaning }] : []
    }
    const meaning = readMeaning(holds)
    return meaning ? [{ cell, meaning }] : []
  })
}

/** What has been read so far. */
class OwnSheetReading {
  readonly read: OwnSheetRead
  /** Fields that two cells would be, with the cell that was there first. */
  private readonly doubled = new Set<string>()

  constructor(
    private readonly sheet: string,
    private readonly quarter: Quarter,
    private readonly reports: readonly AskedReport[],
  ) {
    const forms = reports.map(() => new Map<string, FilledCell>())
    this.read = { forms, unplaced: [], twice: [], otherRows: 0, unread: [], isWithoutYear: false }
  }

  isMeant(written: { nth: number; year: number | null }): boolean {
    const isMeant = isQuarterMeant(written, this.quarter)
    if (isMeant && written.year === null) this.read.isWithoutYear = true
    return isMeant
  }

  /** Which report a row is of; null: of none of them, which is noted. */
  reportOf(row: OwnRow, places: readonly number[], quarters: readonly number[]): number | null {
    const at = (columns: readonly number[]) => cellAddress(columns[0]!, row.row)
    const textOf = (columns: readonly number[]) =>
      columns
        .map((column) => row.texts.get(column) ?? '')
        .join(' ')
        .trim()
    if (quarters.length > 0) {
      const isDay = quarters.some((column) => row.cells.get(column)?.isDate)
      const written = isDay ? null : quarterInColumn(textOf(quarters))
      if (!written) return this.unread(at(quarters))
      if (!this.isMeant(written)) return this.other()
    }
    if (places.length === 0) return 0
    const text = textOf(places)
    if (text === '') return this.unread(at(places))
    const report = this.reports.findIndex(({ place }) => isPlaceMeant(text, place))
    return report < 0 ? this.other() : report
  }

  take(report: number, meanings: readonly Meaning[], cell: FoundCell): void {
    const { forms, unplaced, twice } = this.read
    const address = cellAddress(cell.column, cell.row)
    const field = fieldMeant(meanings, this.reports[report]!.definition)
    if (field === null) {
      // Words below a table, such as who drew it up, are no numbers that anybody would miss.
      if (/\d/.test(String(cell.value))) unplaced.push(address)
      return
    }
    const [form, key] = [forms[report]!, `${report} ${field}`]
    const first = form.get(field)
    if (first || this.doubled.has(key)) {
      form.delete(field)
      this.doubled.add(key)
      twice.push(...(first ? [first.address] : []), address)
      return
    }
    const { value, isFormula, isDate, isPercent } = cell
    form.set(field, { value, sheet: this.sheet, address, isFormula, isDate, isPercent })
  }

  private unread(address: string): null {
    this.read.unread.push(address)
    return null
  }

  private other(): null {
    this.read.otherRows++
    return null
  }
}

/** "Tỉnh Nghệ An", "TP. Hải Phòng" and "nghe an" are places by their names. */
function isPlaceMeant(text: string, { name }: Pick<Place, 'name'>): boolean {
  const plain = folded(text).replace(KIND_OF_PLACE, '')
  return [name.vi, name.en].some((one) => folded(one).replace(KIND_OF_PLACE, '') === plain)
}

const KIND_OF_PLACE = /^(?:tinh|thanh pho|tp|province of|city of) | (?:province|city)$/g

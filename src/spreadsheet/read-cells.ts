import { strFromU8, unzipSync } from 'fflate'
import sax from 'sax'

/** What stands in a cell: of a formula, what it was last worked out to be. */
export type CellValue = string | number | null
/** Rows from the top, cells from the left; also of sheets, rows and columns that are hidden. */
export type SheetCells = { name: string; rows: CellValue[][] }

/** A file that is no workbook, or not a whole one. */
export class NotAWorkbook extends Error {}

/**
 * Every cell of an Excel workbook (ECMA-376, part 1, §18), in the order of its sheets. It shares no code with what writes
 * workbooks, so that a fault there is seen here.
 * @throws NotAWorkbook
 */
export function readCells(file: Uint8Array): SheetCells[] {
  const parts = partsOf(file)
  const part = (path: string): string => {
    const bytes = parts[path]
    if (!bytes) throw new NotAWorkbook(`${path} is missing`)
    return strFromU8(bytes)
  }
  const targets = targetsIn(part('xl/_rels/workbook.xml.rels'))
  const strings = parts['xl/sharedStrings.xml'] ? stringsIn(part('xl/sharedStrings.xml')) : []
  return sheetsIn(part('xl/workbook.xml')).map(({ name, relation }) => ({
    name,
    rows: rowsIn(part(`xl/${targets.get(relation)}`), strings),
  }))
}

function partsOf(file: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(file)
  } catch (cause) {
    throw new NotAWorkbook('it is no zip file, or a damaged one', { cause })
  }
}

type Attributes = Readonly<Record<string, string>> & { readonly name?: string }
type Handlers = {
  open?: (name: string, attributes: Attributes) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Tells what stands in a part, from its beginning to its end. */
function read(xml: string, { open, text, close }: Handlers): void {
  const parser = sax.parser(true)
  parser.onerror = (cause) => {
    throw new NotAWorkbook('a part is not well-formed', { cause })
  }
  if (open) parser.onopentag = ({ name, attributes }) => open(name, attributes as Attributes)
  if (text) parser.ontext = text
  if (close) parser.onclosetag = close
  parser.write(xml).close()
}

function targetsIn(xml: string): Map<string, string> {
  const targets = new Map<string, string>()
  read(xml, {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target) targets.set(Id, Target)
    },
  })
  return targets
}

function sheetsIn(xml: string): { name: string; relation: string }[] {
  const sheets: { name: string; relation: string }[] = []
  read(xml, {
    open: (name, attributes) => {
      if (name === 'sheet') sheets.push({ name: attributes.name ?? '', relation: attributes['r:id'] ?? '' })
    },
  })
  return sheets
}

/** Texts that cells name by number; one of several runs is their whole, without how it is pronounced. */
function stringsIn(xml: string): string[] {
  const strings: string[] = []
  let [inText, spoken] = [false, false]
  read(xml, {
    open: (name) => {
      if (name === 'si') strings.push('')
      if (name === 'rPh') spoken = true
      inText = name === 't' && !spoken
    },
    text: (text) => {
      if (inText) strings[strings.length - 1] += text
    },
    close: (name) => {
      if (name === 'rPh') spoken = false
      inText = false
    },
  })
  return strings.map(unescaped)
}

function rowsIn(xml: string, strings: readonly string[]): CellValue[][] {
  const rows: CellValue[][] = []
  let cell = { at: '', kind: 'n', text: '' }
  let reading = false
  read(xml, {
    open: (name, { r = '', t = 'n' }) => {
      if (name === 'c') cell = { at: r, kind: t, text: '' }
      reading = name === 'v' || name === 't'
    },
    text: (text) => {
      if (reading) cell.text += text
    },
    close: (name) => {
      reading = false
      if (name !== 'c') return
      const { row, column } = positionOf(cell.at)
      rows[row] ??= []
      rows[row][column] = contentOf(cell, strings)
    },
  })
  return Array.from(rows, (row) => Array.from(row ?? [], (value) => value ?? null))
}

function contentOf(
  { at, kind, text }: { at: string; kind: string; text: string },
  strings: readonly string[],
): CellValue {
  if (kind === 'inlineStr' || kind === 'str') return unescaped(text)
  if (text === '') return null
  if (kind === 's') {
    const found = strings[Number(text)]
    if (found === undefined) throw new NotAWorkbook(`${at} has a text that is not there`)
    return found
  }
  if (kind !== 'n') return text
  return Number(text)
}

/** Row and column of an address such as "AB12", from 0. */
function positionOf(address: string): { row: number; column: number } {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? []
  if (!letters || !digits) throw new NotAWorkbook(`${address} is no address of a cell`)
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}

/** Characters that XML has no place for are written by number (ECMA-376, part 1, §22.9.2.19). */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

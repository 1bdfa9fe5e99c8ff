import { NotAWorkbook, readXml, type StylesShowing, unescaped } from './xml-parts.ts'

/** What stands in a cell: of a formula, what it was last worked out to be. */
export type CellValue = string | number | null

/** A cell that a sheet speaks of, which may be empty; row and column are counted from 0. */
export type FoundCell = {
  row: number
  column: number
  value: CellValue
  /** Worked out by a formula. */
  isFormula: boolean
  /** A number that is shown as a day or a time, or as per cent. */
  isDate: boolean
  isPercent: boolean
}

/** More cells than a file is read with. */
export class TooManyCells extends Error {}

/**
 * The cells of a sheet in the order in which they stand there, also of hidden rows and columns.
 * @param most cells
 * @throws NotAWorkbook, TooManyCells
 */
export function cellsOfSheet(
  xml: string,
  { strings, styles, most }: { strings: readonly string[]; styles: StylesShowing | null; most: number },
): FoundCell[] {
  const cells: FoundCell[] = []
  let cell = { at: '', kind: 'n', style: 0, text: '', isFormula: false }
  let reading = false
  readXml(xml, {
    open: (name, { r = '', t = 'n', s = '0' }) => {
      if (name === 'c') cell = { at: r, kind: t, style: Number(s), text: '', isFormula: false }
      if (name === 'f') cell.isFormula = true
      reading = name === 'v' || name === 't'
    },
    text: (text) => {
      if (reading) cell.text += text
    },
    close: (name) => {
      reading = false
      if (name !== 'c') return
      const position = positionOf(cell.at)
      const value = contentOf(cell, strings)
      if (cells.length >= most) throw new TooManyCells()
      const isNumber = cell.kind === 'n'
      const isDate = cell.kind === 'd' || (isNumber && (styles?.dates.has(cell.style) ?? false))
      const isPercent = isNumber && (styles?.percents.has(cell.style) ?? false)
      cells.push({ ...position, value, isFormula: cell.isFormula, isDate, isPercent })
    },
  })
  return cells
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

import type exceljs from 'exceljs'
import { LARGEST } from '../../../language/read-number.ts'
import { columnLetters } from '../../../spreadsheet/address.ts'
import { bookFile, newBook, newSheet, sheetLink } from '../../../spreadsheet/writing/book.ts'
import { escapedText } from '../../../spreadsheet/written-text.ts'
import { KEY_SHEET, rowMark, sheetMark } from '../marks.ts'
import type { Takes, TemplateCell, TemplatePlan, TemplateSheet } from './plan.ts'
import { MARGINS, pageBreaks, printScale } from './print.ts'
import { rowHeight, styleOf } from './theme.ts'

/** Where the lists stand on the sheet that nobody sees, beside the key. */
const FIRST_LIST = 1
/** Of the hidden column. */
const MARKS_WIDTH = 9

/** Writes a template as an Excel workbook. It holds the thread for as long as it takes: call it in one of its own. */
export async function writeTemplate(plan: TemplatePlan): Promise<Buffer> {
  const workbook = await newBook(plan)
  workbook.calcProperties.fullCalcOnLoad = true
  for (const sheet of plan.sheets) await writeSheet(workbook, sheet, plan)
  writeKey(workbook, plan)
  return bookFile(workbook)
}

async function writeSheet(workbook: exceljs.Workbook, sheet: TemplateSheet, plan: TemplatePlan): Promise<void> {
  const written = newSheet(workbook, {
    name: sheet.name,
    // Before the first column of the plan stands the one of marks.
    widths: [MARKS_WIDTH, ...sheet.widths],
    freeze: { rows: sheet.frozen, columns: 0 },
    isLandscape: sheet.form !== null,
    paper: { scale: printScale(sheet), margins: MARGINS },
  })
  if (sheet.frozen > 0) written.pageSetup.printTitlesRow = `2:${sheet.frozen}`
  written.getColumn(1).hidden = true
  writeMarks(written, sheet)
  sheet.rows.forEach(({ cells, lines }, nth) => {
    const row = written.getRow(nth + 2)
    row.height = rowHeight(lines)
    for (const cell of cells) writeCell(row, cell, plan)
    const fields = cells.flatMap(({ column, field }) => (field ? [`${columnLetters(column)}=${field}`] : []))
    if (fields.length > 0) row.getCell(1).value = rowMark(fields, labelOfRow(cells))
  })
  for (const nth of pageBreaks(sheet)) written.getRow(nth + 1).addPageBreak()
  // Without a password: it keeps from slips, not from anybody.
  await written.protect('', {
    formatColumns: true,
    formatRows: true,
    selectLockedCells: true,
    selectUnlockedCells: true,
  })
}

/** In the hidden first row and column: which form it is, which column is which, which field stands in which cell. */
function writeMarks(written: exceljs.Worksheet, { form, widths }: TemplateSheet): void {
  const marks = written.getRow(1)
  marks.hidden = true
  marks.getCell(1).value = sheetMark(form)
  for (const nth of widths.keys()) marks.getCell(nth + 2).value = columnLetters(nth + 1)
}

/** What stands beside the inputs of a row. */
function labelOfRow(cells: readonly TemplateCell[]): string {
  return String(cells.find(({ column }) => column === 1)?.value ?? '')
}

function writeCell(row: exceljs.Row, cell: TemplateCell, plan: TemplatePlan): void {
  const { column, across = 1, takes } = cell
  const style = styleOf(cell)
  for (let nth = 0; nth < across; nth++) row.getCell(column + 1 + nth).style = style
  if (across > 1) row.worksheet.mergeCells(row.number, column + 1, row.number, column + across)
  const first = row.getCell(column + 1)
  first.value = excelValueOf(cell)
  if (takes) first.dataValidation = validationOf(takes, plan)
}

function excelValueOf({ value = null, formula, sheet }: TemplateCell): exceljs.CellValue {
  const plain = typeof value === 'string' ? escapedText(value) : value
  if (formula) return { formula, result: plain ?? '' }
  if (sheet === undefined) return plain === '' ? null : plain
  return { formula: sheetLink(sheet, String(plain)), result: String(plain) }
}

function validationOf(takes: Takes, { refused, lists }: TemplatePlan): exceljs.DataValidation {
  const stops = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop', errorTitle: refused.title } as const
  if ('list' in takes) {
    const column = columnLetters(FIRST_LIST + takes.list)
    const range = `'${KEY_SHEET}'!$${column}$1:$${column}$${lists[takes.list]!.length}`
    return { ...stops, type: 'list', formulae: [range], error: refused.list }
  }
  const { whole, least, most } = takes
  const [low, high] = [Math.max(least, -LARGEST), Math.min(most, LARGEST)]
  const error = whole ? refused.whole : refused.number
  return { ...stops, type: whole ? 'whole' : 'decimal', operator: 'between', formulae: [low, high], error }
}

function writeKey(workbook: exceljs.Workbook, { key, lists }: TemplatePlan): void {
  const sheet = workbook.addWorksheet(KEY_SHEET, { state: 'veryHidden' })
  sheet.getCell('A1').value = key
  lists.forEach((list, nth) => {
    list.forEach((item, at) => {
      sheet.getCell(at + 1, FIRST_LIST + nth + 1).value = escapedText(item)
    })
  })
}

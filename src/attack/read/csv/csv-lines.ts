import { columnLetters } from '../../../spreadsheet/address.ts'
import { csvFields, textOfField } from '../../../spreadsheet/csv-fields.ts'

/** A field of a CSV file with the address that a spreadsheet gives it. */
export type CsvField = { text: string; number: number | null; at: string }

/**
 * The lines of a CSV file as this program writes them: for machines with commas between the fields and points in numbers, or as the
 * region has it with semicolons and commas.
 */
export function csvLines(file: string): CsvField[][] {
  const separator = separatorOf(file)
  return Array.from(csvFields(file, separator), (fields, line) =>
    fields.map((field, column) => ({
      text: textOfField(field),
      number: numberIn(separator === ';' ? field.replace(',', '.') : field),
      at: `${columnLetters(column)}${line + 1}`,
    })),
  )
}

/** Of the line that has most fields whichever way it is read: the headings, since a title has few. */
function separatorOf(text: string): ',' | ';' {
  const most = (separator: string) =>
    Math.max(0, ...text.split(/\r?\n/).map((line) => line.replaceAll(/"[^"]*"/g, '').split(separator).length))
  return most(';') > most(',') ? ';' : ','
}

function numberIn(text: string): number | null {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : null
}

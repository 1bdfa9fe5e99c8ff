/** A field of a CSV file with the address that a spreadsheet gives it. */
export type CsvField = { text: string; number: number | null; at: string }

/**
 * The lines of a CSV file as this program writes them: for machines with commas between the fields and points in numbers, or as the
 * region has it with semicolons and commas.
 */
export function csvLines(file: string): CsvField[][] {
  const text = file.replace(/^\uFEFF/, '')
  const separator = separatorOf(text)
  return fieldsOf(text, separator).map((fields, line) =>
    fields.map((field, column) => ({
      text: /^'[=+\-@\t\r]/.test(field) ? field.slice(1) : field,
      number: numberIn(separator === ';' ? field.replace(',', '.') : field),
      at: `${letterOf(column)}${line + 1}`,
    })),
  )
}

/** Of the line that has most fields whichever way it is read: the headings, since a title has few. */
function separatorOf(text: string): ',' | ';' {
  const most = (separator: string) =>
    Math.max(0, ...text.split(/\r?\n/).map((line) => line.replaceAll(/"[^"]*"/g, '').split(separator).length))
  return most(';') > most(',') ? ';' : ','
}

function fieldsOf(text: string, separator: string): string[][] {
  const lines: string[][] = [[]]
  const field = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r?\\n|$)`, 'gy')
  for (const [, given, end] of text.matchAll(field)) {
    lines.at(-1)!.push(given!.startsWith('"') ? given!.slice(1, -1).replaceAll('""', '"') : given!)
    if (end === '') break
    if (end !== separator) lines.push([])
  }
  return lines
}

function numberIn(text: string): number | null {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : null
}

function letterOf(column: number): string {
  return String.fromCharCode(65 + (column % 26))
}

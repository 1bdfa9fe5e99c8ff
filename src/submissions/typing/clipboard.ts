/**
 * The cells of a block as a spreadsheet puts it on the clipboard: lines of cells parted by tabs; a cell that holds a
 * quotation mark, a tab or a line break stands in quotation marks (Excel, LibreOffice). Lines are filled up to one width;
 * empty lines and columns at the end, which come along when whole columns are copied, are left out.
 */
export function clipboardCells(text: string): string[][] {
  const lines = linesOf(text).map((line) => line.map((cell) => cell.trim()))
  const isFilled = (cell: string | undefined) => cell !== undefined && cell !== ''
  const height = lines.findLastIndex((line) => line.some(isFilled)) + 1
  const width = Math.max(0, ...lines.map((line) => line.findLastIndex(isFilled) + 1))
  return lines.slice(0, height).map((line) => Array.from({ length: width }, (_, column) => line[column] ?? ''))
}

/** Whether it is one cell, which the browser pastes as it pastes any text. */
export function isOneCell(text: string): boolean {
  return !/[\t\r\n]/.test(text.trim())
}

function linesOf(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  let rest = text.replace(/\r\n?/g, '\n')
  while (rest !== '') {
    const { cell, length } = firstCell(rest)
    line.push(cell)
    const sign = rest[length]
    rest = rest.slice(length + 1)
    if (sign === '\t' && rest === '') line.push('')
    if (sign === '\t' && rest !== '') continue
    lines.push(line)
    line = []
  }
  return lines
}

/** A quotation mark that is never closed is a sign like any other. */
function firstCell(rest: string): { cell: string; length: number } {
  const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(rest)
  if (quoted) return { cell: quoted[1]!.replaceAll('""', '"').replaceAll('\n', ' '), length: quoted[0].length }
  const cell = /^[^\t\n]*/.exec(rest)![0]
  return { cell, length: cell.length }
}

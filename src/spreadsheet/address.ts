/** Letters of a column, counted from 0: "A", "Z", "AA". */
export function columnLetters(nth: number): string {
  const [before, last] = [Math.floor(nth / 26) - 1, String.fromCharCode(65 + (nth % 26))]
  return before < 0 ? last : columnLetters(before) + last
}

/** A cell by its column and row, both counted from 0: "A1". */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row + 1}`
}

import type { CellPlace } from './key-step.ts'
import { type BlockShape, bareTable, type FormBlock, isTotalWord, labelAt, roomFrom } from './pasted-table.ts'

export type PastedCell = CellPlace & { text: string }

/**
 * What a pasted block would do: fill cells, all of them or none. Nothing is ever shifted, cut off, or put into another
 * breakdown; a blank over a filled cell changes nothing (`spared`) until its person says so.
 */
export type PastePlan =
  | {
      kind: 'fill'
      cells: PastedCell[]
      spared: CellPlace[]
      /** Words that were taken for headings or totals. */
      leftOut: string[]
    }
  | { kind: 'too-large'; pasted: BlockShape; room: BlockShape }
  /** Headings of which some are the form's and these are not: where their numbers belong can't be told. */
  | { kind: 'unknown-headings'; words: string[] }
  | { kind: 'empty' }

/** Lines or columns of what was pasted: where each belongs in the block, null where its heading says total. */
type PastedAxis = { at: (number | null)[]; leftOut: string[] }

/**
 * @param cells what was pasted, lines of one width
 * @param from the cell it was pasted into
 * @param numberIn the number a text is read as, null where it is none
 */
export function planPaste(
  cells: readonly (readonly string[])[],
  block: FormBlock,
  from: CellPlace,
  numberIn: (text: string) => number | null,
): PastePlan {
  if (cells.length === 0) return { kind: 'empty' }
  const pasted = bareTable(cells, block, from, numberIn)
  const rows = axisOf(pasted.rowHeadings, pasted.body.length, block.rows, block.columns, from.row)
  const columns = axisOf(pasted.columnHeadings, pasted.body[0]!.length, block.columns, block.rows, from.column)
  const unknown = [rows, columns].flatMap((axis) => ('unknown' in axis ? axis.unknown : []))
  if ('unknown' in rows || 'unknown' in columns) return { kind: 'unknown-headings', words: unknown }
  if (isBeyond(rows, block.rows) || isBeyond(columns, block.columns)) {
    const shape = { rows: pasted.body.length, columns: pasted.body[0]!.length }
    return { kind: 'too-large', pasted: shape, room: roomFrom(from, block) }
  }
  return fill(pasted.body, rows, columns, block, pasted.leftOut)
}

/**
 * By their headings where these are the block's, else one after the other from the cell that was pasted into.
 * @param across labels of the other direction: a heading that stands there belongs to another table
 */
function axisOf(
  headings: readonly string[] | null,
  length: number,
  labels: readonly (readonly string[])[],
  across: readonly (readonly string[])[],
  start: number,
): PastedAxis | { unknown: string[] } {
  if (!headings) return { at: Array.from({ length }, (_, nth) => start + nth), leftOut: [] }
  const places = headings.map((word) => labelAt(word, labels))
  const named = places.filter((place) => place !== -1)
  const strange = headings.filter((word, nth) => places[nth] === -1 && !isTotalWord(word))
  if (named.length > 0) {
    const isTwice = new Set(named).size < named.length
    if (strange.length > 0 || isTwice) return { unknown: isTwice ? [...headings] : strange }
    return { at: places.map((place) => (place === -1 ? null : place)), leftOut: [...headings] }
  }
  if (headings.some((word) => labelAt(word, across) !== -1)) return { unknown: strange }
  let next = start
  const at = headings.map((word) => (isTotalWord(word) ? null : next++))
  return { at, leftOut: headings.filter((word) => word !== '') }
}

function isBeyond({ at }: PastedAxis, labels: readonly unknown[]): boolean {
  return at.some((place) => place !== null && place >= labels.length)
}

function fill(
  body: readonly string[][],
  rows: PastedAxis,
  columns: PastedAxis,
  block: FormBlock,
  totals: string[],
): PastePlan {
  const cells: PastedCell[] = []
  const spared: CellPlace[] = []
  for (const [nth, line] of body.entries())
    for (const [across, text] of line.entries()) {
      const [row, column] = [rows.at[nth] ?? null, columns.at[across] ?? null]
      if (row === null || column === null) continue
      if (text !== '') cells.push({ row, column, text })
      else if (block.texts[row]![column]!.trim() !== '') spared.push({ row, column })
    }
  return { kind: 'fill', cells, spared, leftOut: [...rows.leftOut, ...columns.leftOut, ...totals] }
}

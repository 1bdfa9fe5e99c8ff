import type { ReadNumber } from '../../language/read-number.ts'
import { clipboardCells } from '../../submissions/typing/clipboard.ts'
import type { CellPlace } from '../../submissions/typing/key-step.ts'
import { type PastePlan, planPaste } from '../../submissions/typing/paste-plan.ts'
import type { Say } from '../../submissions/typing/sentences.ts'
import { blockOf, type PageBlock, placeIn } from '../entry/blocks.ts'
import type { Edits } from '../entry/edits.ts'
import { readFor, rowOf } from '../entry/inputs.ts'
import { announce } from '../entry/notice.ts'
import { pasteSheet } from './sheet.ts'
import { quoted, tellPasted } from './told.ts'

/**
 * A sheet of the Excel form fills the screen; any other block is spread over the cells of the breakdown it is pasted into, all of it or
 * nothing.
 */
export function pasteInto(cell: HTMLInputElement, text: string, edits: Edits, say: Say): void {
  const block = blockOf(cell)
  const row = rowOf(cell)
  if (!block || !row) return
  const cells = clipboardCells(text)
  if (pasteSheet(cell, cells, edits, say)) return
  const numberIn = (pasted: string) => numberOf(readFor(cell, pasted))
  const plan = planPaste(cells, asPlanned(block), placeIn(block, cell), numberIn)
  if (plan.kind === 'fill') fill(plan, block, row, edits, say)
  else announce(row, [refusalIn(plan, say)])
}

function asPlanned({ lines, labels }: PageBlock) {
  return { ...labels, texts: lines.map((line) => line.map((input) => input.value)) }
}

function numberOf(read: ReadNumber): number | null {
  return read.kind === 'number' ? read.value : null
}

type Fill = Extract<PastePlan, { kind: 'fill' }>

function fill(plan: Fill, { lines }: PageBlock, row: HTMLElement, edits: Edits, say: Say): void {
  const inputAt = (place: CellPlace) => lines[place.row]![place.column]!
  edits.put(plan.cells.map((cell) => ({ control: inputAt(cell), text: cell.text })))
  tellPasted(row, { ...plan, filled: plan.cells.map(inputAt), spared: plan.spared.map(inputAt) }, edits, say)
}

function refusalIn(plan: Exclude<PastePlan, Fill>, say: Say): string {
  switch (plan.kind) {
    case 'too-large': {
      const { pasted, room } = plan
      return say('too-large', {
        rows: String(pasted.rows),
        columns: String(pasted.columns),
        roomRows: String(room.rows),
        roomColumns: String(room.columns),
      })
    }
    case 'unknown-headings':
      return say('unknown-headings', { words: quoted(plan.words) })
    case 'empty':
      return say('nothing-pasted')
  }
}

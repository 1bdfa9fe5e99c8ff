import type { ReadNumber } from '../../language/read-number.ts'
import { clipboardCells } from '../../submissions/typing/clipboard.ts'
import type { CellPlace } from '../../submissions/typing/key-step.ts'
import { type PastePlan, planPaste } from '../../submissions/typing/paste-plan.ts'
import type { Say } from '../../submissions/typing/sentences.ts'
import { blockOf, type PageBlock, placeIn } from '../entry/blocks.ts'
import { showDoubt } from '../entry/doubts.ts'
import type { Edits } from '../entry/edits.ts'
import { readFor, readInput, rowOf } from '../entry/inputs.ts'
import { announce, type NoticeButton } from '../entry/notice.ts'

/** A block from a sheet is spread over the cells of the breakdown it is pasted into, all of it or nothing. */
export function pasteInto(cell: HTMLInputElement, text: string, edits: Edits, say: Say): void {
  const block = blockOf(cell)
  const row = rowOf(cell)
  if (!block || !row) return
  const numberIn = (pasted: string) => numberOf(readFor(cell, pasted))
  const plan = planPaste(clipboardCells(text), asPlanned(block), placeIn(block, cell), numberIn)
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
  const inputs = plan.cells.map(inputAt)
  for (const input of inputs) showDoubt(input, edits, say)
  const unread = inputs.filter((input) => readInput(input).kind === 'problem')
  const spared = plan.spared.map(inputAt)
  const clear: NoticeButton = {
    text: say('clear', { n: String(spared.length) }),
    act: () => edits.put(spared.map((control) => ({ control, text: '' }))),
  }
  announce(
    row,
    [
      say('pasted', { n: String(plan.cells.length) }),
      ...(plan.leftOut.length > 0 ? [say('left-out', { words: quoted(plan.leftOut) })] : []),
      ...(unread.length > 0 ? [say('unread-pasted', { words: quoted(unread.map((input) => input.value)) })] : []),
      ...(spared.length > 0 ? [say('spared', { n: String(spared.length) })] : []),
      say('undo'),
    ],
    spared.length > 0 ? [clear] : [],
  )
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

/** Enough of them to find them by. */
function quoted(words: readonly string[]): string {
  const shown = words.filter((word) => word !== '').slice(0, 6)
  return shown.map((word) => `“${word}”`).join(' ') + (words.length > shown.length ? ' …' : '')
}

import { stepOf } from '../../submissions/typing/key-step.ts'
import type { Say } from '../../submissions/typing/sentences.ts'
import { blockOf, gridOf, placeIn } from './blocks.ts'
import { showDoubt } from './doubts.ts'
import { arriveAt, type Edits } from './edits.ts'
import { inputsIn, missingIn, rowOf, stateSelectOf } from './inputs.ts'

/**
 * Keys of a sheet in the cells of the form. Alt with the down arrow leads from a cell to what belongs to its indicator
 * (state, definition, buttons), and Alt with the up arrow back; the page names both.
 */
export function moveByKeys(form: HTMLFormElement, edits: Edits, say: Say): void {
  // Enter leads on in the block: the keyboard of a phone says so.
  for (const cell of inputsIn(form)) cell.enterKeyHint = 'next'
  form.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || !(event.target instanceof HTMLElement)) return
    if (event.altKey) betweenCellsAndState(event, event.target)
    else if (isCell(event.target)) inCell(event, event.target, form, edits, say)
  })
}

function inCell(event: KeyboardEvent, cell: HTMLElement, form: HTMLFormElement, edits: Edits, say: Say): void {
  if (event.key === 'Tab' && !event.ctrlKey) byTab(event, form, cell, (input) => showDoubt(input, edits, say))
  else if (!(cell instanceof HTMLInputElement)) return
  else if (event.key === 'Escape') backToBefore(cell, edits)
  else if (event.key === 'F2') cell.setSelectionRange(cell.value.length, cell.value.length)
  else inBlock(event, cell)
}

function backToBefore(cell: HTMLInputElement, edits: Edits): void {
  edits.revert(cell)
  cell.select()
}

function inBlock(event: KeyboardEvent, cell: HTMLInputElement): void {
  const block = blockOf(cell)
  if (!block) return
  const { selectionStart: start, selectionEnd: end, value } = cell
  const typing = {
    arrived: start === 0 && end === value.length,
    atStart: start === 0 && end === 0,
    atEnd: start === value.length,
  }
  const key = { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }
  if (key.shift && key.key !== 'Enter') return
  const to = stepOf(key, placeIn(block, cell), gridOf(block), typing)
  if (!to) return
  event.preventDefault()
  arriveAt(block.lines[to.row]![to.column]!)
}

/**
 * Tab goes from cell to cell, and to the question where a number can be read in two ways. Behind the last cell of an indicator
 * it stops at the state where a cell was left blank, and behind the last one of the form at its buttons.
 */
function byTab(
  event: KeyboardEvent,
  form: HTMLFormElement,
  from: HTMLElement,
  askAbout: (input: HTMLInputElement) => HTMLElement | null,
): void {
  const cells = [...form.querySelectorAll<HTMLElement>('[data-part]')]
  const to = cells[cells.indexOf(from) + (event.shiftKey ? -1 : 1)]
  const row = rowOf(from)!
  const isLeavingBlanks = !event.shiftKey && to !== undefined && rowOf(to) !== row && missingIn(row).length > 0
  const question = event.shiftKey || !(from instanceof HTMLInputElement) ? null : askAbout(from)
  const target = question ?? to ?? (event.shiftKey ? null : form.querySelector<HTMLElement>('.bar button.primary'))
  if (!target || (isLeavingBlanks && !question)) return
  event.preventDefault()
  arriveAt(target)
}

function betweenCellsAndState(event: KeyboardEvent, from: HTMLElement): void {
  const row = rowOf(from)
  if (!row || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
  const isDown = event.key === 'ArrowDown'
  if (isDown !== isCell(from)) return
  event.preventDefault()
  if (isDown) {
    row.dataset.cameFrom = from.id
    stateSelectOf(row)?.focus()
  } else {
    const back = row.querySelector<HTMLElement>(`[id="${CSS.escape(row.dataset.cameFrom ?? '')}"]`)
    arriveAt(back ?? row.querySelector<HTMLElement>('[data-part]')!)
  }
}

function isCell(target: HTMLElement): boolean {
  return target.dataset.part !== undefined
}

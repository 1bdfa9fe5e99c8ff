import { inputLines } from './inputs.ts'

/** Enter goes down as in Excel (up with Shift); up and down arrows too; left and right at the ends of the text. */
export function move(event: KeyboardEvent): void {
  const from = event.target
  if (!(from instanceof HTMLInputElement) || from.dataset.part === undefined || event.ctrlKey || event.altKey) return
  const atStart = from.selectionStart === 0 && from.selectionEnd === 0
  const atEnd = from.selectionStart === from.value.length && from.selectionEnd === from.value.length
  const step = stepOf(event, atStart, atEnd)
  if (!step) return
  const to = neighbour(from, ...step)
  if (event.key === 'Enter') event.preventDefault()
  if (!to) return
  event.preventDefault()
  to.focus()
  to.select()
}

function neighbour(from: HTMLInputElement, down: number, across: number): HTMLInputElement | undefined {
  const lines = inputLines(from.form!)
  const line = lines.findIndex((one) => one.includes(from))
  const column = lines[line]!.indexOf(from)
  if (across !== 0) return lines[line]![column + across]
  const next = lines[line + down]
  return next?.[Math.min(column, next.length - 1)]
}

/** Lines down and inputs across; null where the key does what it always does. */
function stepOf(event: KeyboardEvent, atStart: boolean, atEnd: boolean): [down: number, across: number] | null {
  switch (event.key) {
    case 'Enter':
      return [event.shiftKey ? -1 : 1, 0]
    case 'ArrowDown':
      return [1, 0]
    case 'ArrowUp':
      return [-1, 0]
    case 'ArrowRight':
      return atEnd ? [0, 1] : null
    case 'ArrowLeft':
      return atStart ? [0, -1] : null
    default:
      return null
  }
}

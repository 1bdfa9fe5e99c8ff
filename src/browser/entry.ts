import { autosave } from './entry/autosave.ts'
import { inputsIn, rowOf } from './entry/inputs.ts'
import { move } from './entry/keys.ts'
import { paste } from './entry/paste.ts'
import { refresh } from './entry/totals.ts'

/** Makes the entry form faster: totals while typing, keys as in Excel, pasted blocks, typing kept on the device. */
const form = document.querySelector<HTMLFormElement>('#entry')

if (form) {
  form.addEventListener('input', (event) => {
    const row = rowOf(event.target)
    if (row) redraw(row)
  })
  form.addEventListener('keydown', move)
  form.addEventListener('paste', paste)
  form.addEventListener('click', fill)
  redrawAll(form)
  autosave(form, () => redrawAll(form))
  document.querySelector<HTMLElement>('#problems')?.focus()
}

function redrawAll(within: HTMLElement): void {
  for (const row of within.querySelectorAll<HTMLElement>('[data-row]')) redraw(row)
}

function redraw(row: HTMLElement): void {
  showReason(row)
  refresh(row)
}

/** A reason is asked for only where something does not apply. */
function showReason(row: HTMLElement): void {
  const state = row.querySelector<HTMLSelectElement>('[data-state]')?.value
  const reason = row.querySelector<HTMLElement>('[data-reason]')
  if (reason) reason.hidden = state !== 'not applicable' && reason.querySelector('[aria-invalid]') === null
}

/** "Fill with 0" without a trip to the server. */
function fill(event: Event): void {
  const button = event.target instanceof Element ? event.target.closest('[data-fill]') : null
  const row = rowOf(button)
  if (!button || !row) return
  event.preventDefault()
  for (const input of inputsIn(row)) if (input.value.trim() === '') input.value = '0'
  const state = row.querySelector<HTMLSelectElement>('[data-state]')
  if (state) state.value = 'reported'
  row.dispatchEvent(new Event('input', { bubbles: true }))
}

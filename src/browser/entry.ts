import { sayFrom } from '../submissions/typing/sentences.ts'
import { saveWhileTyping } from './autosave/start.ts'
import { askAboutDoubts } from './entry/doubts.ts'
import { Edits } from './entry/edits.ts'
import { rowOf } from './entry/inputs.ts'
import { showMissing } from './entry/jump.ts'
import { moveByKeys } from './entry/keys.ts'
import { oneAtATime } from './entry/one-at-a-time.ts'
import { pasteBlocks } from './entry/paste.ts'
import { fillBlanks, showState } from './entry/state.ts'
import { refresh } from './entry/totals.ts'
import './autosave/leave.ts'
import { keepThisForm } from './offline/register.ts'
import './search/key.ts'
import './search/menus.ts'

/** Makes the entry form faster: totals while typing, keys as in Excel, pasted blocks, saved while it is typed. */
const form = document.querySelector<HTMLFormElement>('#entry')
const search = document.querySelector<HTMLFormElement>('form.search')

if (form) {
  const say = sayFrom(form.dataset.sentences ?? '{}')
  const edits = new Edits(form)
  const redraw = (row: HTMLElement) => {
    showState(row, edits, say)
    refresh(row, say)
    showMissing(row, say)
  }
  const redrawAll = () => {
    for (const row of form.querySelectorAll<HTMLElement>('[data-row]')) redraw(row)
  }
  form.addEventListener('input', (event) => {
    const row = rowOf(event.target)
    if (row) redraw(row)
  })
  askAboutDoubts(form, edits, say)
  moveByKeys(form, edits, say)
  pasteBlocks(form, edits, say)
  fillBlanks(form, edits)
  redrawAll()
  oneAtATime(form, say)
  void saveWhileTyping(form, edits, say)
  addEventListener('load', () => void keepThisForm().catch(() => undefined))
  const keys = document.querySelector<HTMLElement>('[data-keys]')
  if (keys) keys.hidden = false
  document.querySelector<HTMLElement>('#problems')?.focus()
}

search?.addEventListener('focusin', () => void import(search.dataset.offers ?? '').catch(() => undefined), {
  once: true,
})

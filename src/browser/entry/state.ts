import type { Say } from '../../submissions/typing/sentences.ts'
import type { Edits } from './edits.ts'
import { inputsIn, isBlank, rowOf, stateSelectOf } from './inputs.ts'
import { announce } from './notice.ts'

/** Numbers under a state that has none can be cleared at once. */
export function showState(row: HTMLElement, edits: Edits, say: Say): void {
  const state = stateSelectOf(row)?.value
  const filled = inputsIn(row).filter((input) => !isBlank(input))
  const isContradicted = state !== 'reported' && filled.length > 0
  if (isContradicted === (row.dataset.contradicted !== undefined)) return
  if (isContradicted) {
    row.dataset.contradicted = ''
    const n = String(filled.length)
    const clear = () => edits.put(filled.map((control) => ({ control, text: '' })))
    announce(row, [say('filled', { n })], [{ text: say('clear', { n }), act: clear }])
  } else {
    delete row.dataset.contradicted
    announce(row, [])
  }
}

/** "Fill with 0" without a trip to the server. */
export function fillBlanks(form: HTMLFormElement, edits: Edits): void {
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-fill]') : null
    const row = rowOf(button)
    if (!button || !row) return
    event.preventDefault()
    const blank = inputsIn(row).filter(isBlank)
    const state = stateSelectOf(row)
    edits.put([
      ...blank.map((control) => ({ control, text: '0' })),
      ...(state ? [{ control: state, text: 'reported' }] : []),
    ])
  })
}

import { typed } from '../../language/format.ts'
import type { Say } from '../../submissions/typing/sentences.ts'
import { arriveAt, type Edits } from './edits.ts'
import { languageOf, readInput } from './inputs.ts'
import { buttonsOf } from './notice.ts'

/**
 * A number that can be read in two ways is asked about beside its field as soon as it is left, with a button for each
 * reading; a word in place of a number leads to the state. What the field says goes when its text changes.
 */
export function askAboutDoubts(form: HTMLFormElement, edits: Edits, say: Say): void {
  form.addEventListener('change', ({ target }) => {
    if (isNumber(target)) showDoubt(target, edits, say)
  })
  form.addEventListener('input', ({ target }) => {
    if (isNumber(target)) doubtAt(target)?.remove()
  })
  askAgain(form, edits, say)
}

/** What the server could not decide is asked here, in the place of its sentence. */
function askAgain(form: HTMLFormElement, edits: Edits, say: Say): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('input[data-part][aria-invalid]')) {
    if (readInput(input).kind !== 'ambiguous') continue
    showDoubt(input, edits, say)
    const [sentence, doubt] = [document.getElementById(`${input.id}-wrong`), doubtAt(input)]
    if (sentence && doubt) sentence.replaceChildren(doubt)
  }
}

/** @returns the first thing to press, or null where there is nothing to ask */
export function showDoubt(input: HTMLInputElement, edits: Edits, say: Say): HTMLElement | null {
  const text = input.value.trim()
  const asked = doubtAt(input)
  // Leaving the field says the same once more: what has the focus by then stays.
  if (asked?.dataset.typed === text) return asked.querySelector('button')
  asked?.remove()
  const read = readInput(input)
  if (read.kind === 'ambiguous') {
    const doubt = newDoubt(input, say('which', { typed: text }))
    const choices = read.readings.map((value) => {
      const reading = typed(value, languageOf(input.form))
      return {
        text: reading,
        act: () => {
          doubt.remove()
          edits.put([{ control: input, text: reading }])
          arriveAt(input)
        },
      }
    })
    doubt.append(buttonsOf(choices, doubt))
    return doubt.querySelector('button')
  }
  if (read.kind === 'problem' && read.problem === 'state-word') newDoubt(input, say('state-word', { typed: text }))
  return null
}

function doubtAt(input: HTMLInputElement): HTMLElement | null {
  return document.getElementById(`${input.id}-doubt`)
}

function newDoubt(input: HTMLInputElement, sentence: string): HTMLElement {
  const doubt = document.createElement('span')
  doubt.id = `${input.id}-doubt`
  doubt.dataset.typed = input.value.trim()
  doubt.className = 'wrong doubt'
  doubt.setAttribute('role', 'status')
  doubt.append(sentence)
  const cell = input.closest('td, .one')
  cell?.append(doubt)
  return doubt
}

function isNumber(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.dataset.part !== undefined
}

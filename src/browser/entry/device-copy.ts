import type { Say } from '../../submissions/typing/sentences.ts'
import {
  type Offer,
  offersFrom,
  type UnsavedText,
  type UnsavedTexts,
  unsavedIn,
  withTyped,
} from '../../submissions/typing/unsaved.ts'
import type { Edits } from './edits.ts'
import { type Control, languageOf, numberFieldOf } from './inputs.ts'
import { buttonsOf } from './notice.ts'

/**
 * A copy of what is typed stands on the device until it has been saved, and is offered back after a lost line or an ended
 * session: to its person only, cell by cell, and beside what is saved now where that has changed since.
 */
export function copyToDevice(form: HTMLFormElement, edits: Edits, say: Say): void {
  const name = `typing:${form.dataset.copy}`
  const controls = controlsIn(form)
  const fresh = new Map(controls.map((control) => [control.name, control.value]))
  const shown = controls.map((control) => ({
    name: control.name,
    text: control.value,
    takes: numberFieldOf(control),
  }))
  const offers = offersFrom(read(name), shown, languageOf(form), Date.now())
  const saved = shown.filter((one) => !offers.some((offer) => offer.name === one.name))
  write(name, withTyped(read(name), nothingAt(saved.map((one) => one.name))))
  if (offers.length > 0) offer(form, name, offers, edits, say)
  const touched = new Set<string>()
  form.addEventListener('input', () => {
    for (const control of controls) if (control.value !== fresh.get(control.name)) touched.add(control.name)
    const typed = controls
      .filter((control) => touched.has(control.name))
      .map((control) => [control.name, typedIn(control, fresh.get(control.name) ?? '')] as const)
    // Read anew each time: another tab may have put something there.
    write(name, withTyped(read(name), Object.fromEntries(typed)))
  })
}

function typedIn(control: Control, before: string): UnsavedText | null {
  if (control.value === before) return null
  return { text: control.value, before, language: languageOf(control.form), at: Date.now() }
}

function controlsIn(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('[data-row] input, [data-row] select')].filter(
    (control) => control.type !== 'checkbox',
  )
}

function nothingAt(names: readonly string[]): Record<string, null> {
  return Object.fromEntries(names.map((name) => [name, null]))
}

function offer(form: HTMLFormElement, name: string, offers: readonly Offer[], edits: Edits, say: Say): void {
  const notice = document.createElement('div')
  notice.className = 'notice warn'
  notice.dataset.offer = ''
  notice.setAttribute('role', 'status')
  const choices = offers.map((one) => choiceOf(form, one, say))
  const list = document.createElement('ul')
  list.className = 'offers'
  list.append(...choices.map(({ item }) => item))
  const chosen = () => choices.filter(({ box }) => box.checked).map(({ control, text }) => ({ control, text }))
  const forget = () => write(name, withTyped(read(name), nothingAt(offers.map((one) => one.name))))
  const buttons = buttonsOf(
    [
      { text: say('restore'), act: () => edits.put(chosen()) },
      { text: say('discard'), act: forget },
    ],
    notice,
  )
  notice.append(say('offer', { n: String(offers.length) }), list, buttons)
  form.before(notice)
}

/** What was typed beside what is there now; not ticked where something else has been saved since. */
function choiceOf(form: HTMLFormElement, { name, text, shown, isNewer }: Offer, say: Say) {
  const control = form.elements.namedItem(name) as Control
  const label = document.createElement('label')
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = !isNewer
  const textOf = (value: string) => (value === '' ? say('nothing') : inWords(control, value))
  const words = control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent ?? name
  const where = control.dataset.part ? words : `${control.closest<HTMLElement>('[data-row]')?.dataset.row} ${words}`
  label.append(box, ' ', say('offered', { words: where, typed: textOf(text), shown: textOf(shown) }))
  if (isNewer) label.append(' ', say('newer'))
  const item = document.createElement('li')
  item.append(label)
  return { item, box, control, text }
}

function inWords(control: Control, value: string): string {
  if (!(control instanceof HTMLSelectElement)) return value
  return [...control.options].find((option) => option.value === value)?.text ?? value
}

function read(name: string): UnsavedTexts {
  try {
    return unsavedIn(localStorage.getItem(name))
  } catch {
    return {}
  }
}

/** A full or forbidden store on the device must not keep anybody from typing. */
function write(name: string, unsaved: UnsavedTexts): void {
  try {
    if (Object.keys(unsaved).length === 0) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(unsaved))
  } catch {
    // Nothing stands there then; the form works as it does without a script.
  }
}

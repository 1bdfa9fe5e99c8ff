import { type ReadNumber, readNumber } from '../../language/read-number.ts'
import { numberField } from '../../submissions/entry-form/definition.ts'
import type { Measure } from '../../vocabulary/indicator.ts'
import type { Language } from '../../vocabulary/language.ts'

/** What something is typed into or chosen in. */
export type Control = HTMLInputElement | HTMLSelectElement

/** The number inputs within a part of the form, in order. */
export function inputsIn(within: Element): HTMLInputElement[] {
  return [...within.querySelectorAll<HTMLInputElement>('input[data-part]')]
}

/** The indicator an event came from. */
export function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
}

/** Where the state of an indicator's values is chosen. */
export function stateSelectOf(row: HTMLElement): HTMLSelectElement | null {
  return row.querySelector<HTMLSelectElement>('[data-state]')
}

export function isBlank(control: Control): boolean {
  return control.value.trim() === ''
}

/** The cells of an indicator that are still blank; under a state without numbers none is missing. */
export function missingIn(row: HTMLElement): Control[] {
  if (stateSelectOf(row)?.value !== 'reported') return []
  return [...row.querySelectorAll<Control>('[data-part]')].filter(isBlank)
}

export function measureOf(row: HTMLElement): Measure {
  return row.dataset.measure as Measure
}

/** The language whose numbers the form takes: the one it is sent with. */
export function languageOf(form: HTMLFormElement | null): Language {
  return form?.querySelector<HTMLInputElement>('input[name="language"]')?.value === 'en' ? 'en' : 'vi'
}

/** What an input takes, or null where it is not one of a number. */
export function numberFieldOf(control: HTMLElement): ReturnType<typeof numberField> | null {
  const { part } = control.dataset
  const row = rowOf(control)
  return row && (part === 'v' || part === 'd') ? numberField(measureOf(row), part) : null
}

/** Reads an input as the server will. */
export function readInput(input: HTMLInputElement): ReadNumber {
  return readFor(input, input.value)
}

/** Reads a text as if it stood in an input. */
export function readFor(input: HTMLInputElement, text: string): ReadNumber {
  return readNumber(text, languageOf(input.form), numberFieldOf(input)!)
}

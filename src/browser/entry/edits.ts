import { type FieldChange, UndoStack } from '../../submissions/typing/undo-stack.ts'
import { type Control, rowOf } from './inputs.ts'

/**
 * The one way in which a script changes what stands in the form: every change can be taken back, and whoever listens to
 * the form hears of it as of typing.
 */
export class Edits {
  private readonly stack = new UndoStack()
  private readonly form: HTMLFormElement
  /** What stood in each field when it was entered, or was last changed by a step. */
  private readonly entered = new Map<string, string>()

  constructor(form: HTMLFormElement) {
    this.form = form
    form.addEventListener('focusin', ({ target }) => this.enter(target))
    form.addEventListener('focusout', () => this.stack.leave())
    form.addEventListener('input', (event) => this.typed(event))
    form.addEventListener('keydown', (event) => this.keys(event))
  }

  /** Puts texts into fields as one step. */
  put(texts: readonly { control: Control; text: string }[]): void {
    const step = texts.map(({ control, text }) => ({ field: control.name, before: control.value, after: text }))
    this.stack.add(step)
    this.show(step)
  }

  /** What stood there when the field was entered. */
  revert(control: Control): void {
    const before = this.entered.get(control.name)
    if (before !== undefined && before !== control.value) this.put([{ control, text: before }])
  }

  private enter(target: EventTarget | null): void {
    if (isControl(target)) this.entered.set(target.name, target.value)
  }

  /** Typing; what a script puts in says so itself. */
  private typed(event: Event): void {
    if (!event.isTrusted || !isControl(event.target)) return
    const { name, value } = event.target
    this.stack.type({ field: name, before: this.entered.get(name) ?? '', after: value })
  }

  private keys(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !isControl(event.target)) return
    const key = event.key.toLowerCase()
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
    if (!isRedo && key !== 'z') return
    event.preventDefault()
    const step = isRedo ? this.stack.redo() : this.stack.undo()
    if (step) this.show(step)
    const first = step && this.control(step[0]!.field)
    if (first) arriveAt(first)
  }

  private show(step: readonly FieldChange[]): void {
    for (const { field, after } of step) {
      const control = this.control(field)
      if (!control) continue
      control.value = after
      this.entered.set(field, after)
    }
    const rows = new Set(step.map(({ field }) => rowOf(this.control(field) ?? null)))
    for (const row of rows) row?.dispatchEvent(new Event('input', { bubbles: true }))
  }

  private control(field: string): Control | null {
    const found = this.form.elements.namedItem(field)
    return isControl(found) ? found : null
  }
}

/** Focus with the whole text marked, as a cell of a sheet that was moved to. */
export function arriveAt(control: HTMLElement): void {
  control.focus()
  if (control instanceof HTMLInputElement) control.select()
}

function isControl(target: EventTarget | RadioNodeList | null): target is Control {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement
  return isField && target.name !== '' && target.type !== 'checkbox' && rowOf(target) !== null
}

import { rewriteNumber } from '../../language/rewrite-number.ts'
import type { ShownField } from '../../submissions/typing/unsaved.ts'
import type { Language } from '../../vocabulary/language.ts'
import { type Control, languageOf, numberFieldOf } from '../entry/inputs.ts'

/** The fields of the form, each with the text that is saved there as far as this page knows. */
export class Fields {
  private readonly controls = new Map<string, Control>()
  private readonly saved = new Map<string, string>()
  /** What each held when it was looked at last. */
  private readonly seen = new Map<string, string>()
  readonly language: Language

  constructor(form: HTMLFormElement) {
    this.language = languageOf(form)
    for (const control of form.querySelectorAll<Control>('[data-row] input, [data-row] select')) {
      if (control.type === 'checkbox' || control.name === '') continue
      this.controls.set(control.name, control)
      // What could not be saved comes back in its input, and what is saved beside it.
      const saved = control.dataset.saved ?? sentTextOf(control)
      this.saved.set(control.name, saved)
      this.seen.set(control.name, saved)
    }
  }

  control(name: string): Control | undefined {
    return this.controls.get(name)
  }

  savedAt(name: string): string {
    return this.saved.get(name) ?? ''
  }

  shown(name: string): ShownField {
    return { text: this.savedAt(name), takes: numberFieldOf(this.controls.get(name)!) }
  }

  /** Something is saved there now, whatever its input shows. @param language that of the text */
  setSaved(name: string, text: string, language: Language): void {
    if (this.controls.has(name)) this.saved.set(name, this.here(name, text, language))
  }

  /** Something else is saved there: the input shows it, unless something was typed there that is not saved. @returns whether it does */
  showSaved(name: string, text: string, language: Language): Control | null {
    const control = this.controls.get(name)
    if (!control || control.value !== this.savedAt(name)) return null
    this.setSaved(name, text, language)
    control.value = this.savedAt(name)
    return control
  }

  /** Fields whose text is another one than when this was asked last; at first, than what is saved. */
  changes(): { control: Control; isSaved: boolean }[] {
    const changed = [...this.controls.values()].filter(({ name, value }) => value !== this.seen.get(name))
    for (const { name, value } of changed) this.seen.set(name, value)
    return changed.map((control) => ({ control, isSaved: control.value === this.savedAt(control.name) }))
  }

  /** A field as it is called beside its input. */
  nameOf(control: Control): string {
    const words = control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent ?? control.name
    return control.dataset.part ? words : `${control.closest<HTMLElement>('[data-row]')?.dataset.row} ${words}`
  }

  private here(name: string, text: string, language: Language): string {
    const takes = numberFieldOf(this.controls.get(name)!)
    return takes ? rewriteNumber(text, language, this.language, takes) : text
  }
}

/** What the page came with: browsers may put back into an input what stood there before a page was left. */
function sentTextOf(control: Control): string {
  if (control instanceof HTMLInputElement) return control.defaultValue
  return [...control.options].find((option) => option.defaultSelected)?.value ?? control.options[0]?.value ?? ''
}

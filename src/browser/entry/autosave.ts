import { readNumber } from '../../language/read-number.ts'
import { rewriteNumber } from '../../language/rewrite-number.ts'
import type { Say } from '../../submissions/typing/sentences.ts'
import { LANGUAGES, type Language } from '../../vocabulary/language.ts'
import { languageOf, numberFieldOf } from './inputs.ts'

/** `language`: the one of the form that was typed into, which says what its numbers mean. */
type Autosaved = { at: number; language: Language; fields: Record<string, string> }
type Control = HTMLInputElement | HTMLSelectElement

/** FieldProblem on a device shared with others is not kept for ever. */
const LONGEST_MS = 7 * 86_400_000

/**
 * Keeps what is typed on the device until it has been saved, and offers it back after a lost line or an ended session.
 * Autosaved text that is the same as what the form now shows has been saved, and is forgotten.
 */
export function autosave(form: HTMLFormElement, say: Say, restored: () => void): void {
  const name = `typing:${form.dataset.autosave}`
  const fresh = texts(form)
  const autosaved = read(name)
  const unsaved = autosaved ? unsavedOf(autosaved, form) : []
  if (unsaved.length > 0)
    offer(
      form,
      say,
      () => restore(form, unsaved, restored),
      () => forget(name),
    )
  else forget(name)
  form.addEventListener('input', () => write(name, form, fresh))
  form.addEventListener('submit', (event) => waitForLine(event, form, say))
}

/** What is kept and not what the form shows, written in the language of the form. */
function unsavedOf({ fields, language: from }: Autosaved, form: HTMLFormElement): [field: string, text: string][] {
  const to = languageOf(form)
  return controls(form).flatMap((control): [string, string][] => {
    const text = fields[control.name]
    if (text === undefined) return []
    const kind = numberFieldOf(control)
    const [before, now] = kind ? [readNumber(text, from, kind), readNumber(control.value, to, kind)] : []
    if (before?.kind === 'number' && now?.kind === 'number' && before.value === now.value) return []
    const here = kind ? rewriteNumber(text, from, to, kind) : text
    return here === control.value ? [] : [[control.name, here]]
  })
}

function texts(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(controls(form).map((control) => [control.name, control.value]))
}

function controls(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('[data-row] input, [data-row] select')].filter(
    (control) => control.type !== 'checkbox',
  )
}

function restore(form: HTMLFormElement, unsaved: [string, string][], restored: () => void): void {
  for (const control of controls(form)) {
    const text = unsaved.find(([field]) => field === control.name)?.[1]
    if (text !== undefined) control.value = text
  }
  restored()
}

function offer(form: HTMLFormElement, say: Say, onRestore: () => void, onDiscard: () => void): void {
  const notice = document.createElement('div')
  notice.className = 'notice warn'
  notice.setAttribute('role', 'status')
  notice.append(say('offer'))
  const buttons = document.createElement('p')
  buttons.className = 'buttons'
  for (const [text, act] of [
    [say('restore'), onRestore],
    [say('discard'), onDiscard],
  ] as const) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = text
    button.addEventListener('click', () => {
      act()
      notice.remove()
    })
    buttons.append(button)
  }
  notice.append(buttons)
  form.before(notice)
}

/** Without a line the form would be lost to the browser's own error page: it waits here and is sent when the line is back. */
function waitForLine(event: SubmitEvent, form: HTMLFormElement, say: Say): void {
  if (navigator.onLine) return
  event.preventDefault()
  const submitter = event.submitter
  let notice = form.querySelector<HTMLElement>('[data-offline-notice]')
  if (notice) return
  notice = document.createElement('p')
  notice.className = 'notice bad'
  notice.dataset.offlineNotice = ''
  notice.setAttribute('role', 'alert')
  notice.textContent = say('offline')
  form.append(notice)
  window.addEventListener(
    'online',
    () => {
      notice.remove()
      form.requestSubmit(submitter)
    },
    { once: true },
  )
}

/** A full or forbidden store on the device must not keep anybody from typing. */
function write(name: string, form: HTMLFormElement, fresh: Record<string, string>): void {
  const changed = Object.entries(texts(form)).filter(([field, text]) => text !== fresh[field])
  try {
    const autosaved: Autosaved = { at: Date.now(), language: languageOf(form), fields: Object.fromEntries(changed) }
    if (changed.length === 0) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(autosaved))
  } catch {
    // Nothing is kept then; the form works as it does without a script.
  }
}

function read(name: string): Autosaved | null {
  try {
    const autosaved = JSON.parse(localStorage.getItem(name) ?? 'null') as Autosaved | null
    return autosaved && Date.now() - autosaved.at < LONGEST_MS && LANGUAGES.includes(autosaved.language)
      ? autosaved
      : null
  } catch {
    return null
  }
}

function forget(name: string): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // As above.
  }
}

import type { TypedAnswer } from '../../submissions/autosave/answer.ts'
import type { DeviceText } from '../../submissions/typing/unsaved.ts'

/** What came of sending: an answer; or nobody is signed in, or somebody else; or the line, the server or time were in the way. */
export type Sent = { answer: TypedAnswer } | 'signed-out' | 'somebody-else' | 'no-line'

/** A weak line may take its time; one that says nothing for so long is none. */
const PATIENCE_MS = 30_000

/** Sends some fields of a form, all in one language, each with what was saved there when it was typed. */
export async function sendTyped(form: HTMLFormElement, batch: readonly DeviceText[]): Promise<Sent> {
  const first = await post(form, batch)
  if (first !== 'too-old') return first
  const again = await renewToken(form)
  if (again !== 'renewed') return again
  const second = await post(form, batch)
  return second === 'too-old' ? 'somebody-else' : second
}

async function post(form: HTMLFormElement, batch: readonly DeviceText[]): Promise<Sent | 'too-old'> {
  const [, partner = '', place = '', quarter = ''] = (form.dataset.copy ?? '').split('/')
  const fields = batch.flatMap(({ name, text, before, sent }) => [
    [name, text],
    ...[before, ...sent].map((known) => [`b.${name}`, known]),
  ])
  const body = new URLSearchParams([
    ...['_csrf', 'version'].map((name) => [name, hiddenIn(form, name)?.value ?? '']),
    ...Object.entries({ partner, place, quarter, language: batch[0]!.language }),
    ...fields,
  ])
  const answer = await ask(`/submissions/cells?language=${hiddenIn(form, 'language')?.value}`, { method: 'POST', body })
  if (answer === null) return 'no-line'
  if (answer.status === 401) return 'signed-out'
  if (answer.status === 403) return 'too-old'
  const isRead = (answer.ok || answer.status === 409) && answer.headers.get('content-type')?.includes('json')
  if (!isRead) return answer.status === 404 ? 'somebody-else' : 'no-line'
  // A line may break in the middle of an answer: sent again, it finds itself saved.
  const read = await answer.json().catch(() => null)
  return read === null ? 'no-line' : { answer: read as TypedAnswer }
}

/** A form is of its person and this browser: signing in again may have made it too old. The page of today has a new token. */
async function renewToken(form: HTMLFormElement): Promise<'renewed' | 'signed-out' | 'somebody-else' | 'no-line'> {
  const answer = await ask(location.pathname + location.search, {})
  if (answer === null || answer.status >= 500) return 'no-line'
  if (answer.redirected) return 'signed-out'
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const token = page.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value
  const isOurs = page.querySelector<HTMLFormElement>('#entry')?.dataset.copy === form.dataset.copy
  if (!token || !isOurs) return 'somebody-else'
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name="_csrf"]')) input.value = token
  return 'renewed'
}

async function ask(address: string, request: RequestInit): Promise<Response | null> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS)
  try {
    return await fetch(address, { ...request, signal: stop.signal, credentials: 'same-origin' })
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

export function hiddenIn(form: HTMLFormElement, name: string): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`)
}

import { forgetUnsent, isUnsent } from '../forms/unsent.ts'
import { forgetCopies } from '../offline/copies.ts'
import { onMessage, tellTabs } from './channel.ts'
import { answerOf, openDatabase, STORE } from './database.ts'

/** Whoever signs out is not kept waiting by a device that does not answer. */
const PATIENCE_MS = 2000

const form = document.querySelector<HTMLFormElement>('form[action="/sign-out"]')

/**
 * Signing out takes what is typed, and forms that are kept, from the device, in all tabs; where some of it has not been saved, that is
 * asked about. Browsers are told by the answer too (Clear-Site-Data), but not all of them listen.
 */
form?.addEventListener('submit', (event) => {
  event.preventDefault()
  void leave(form)
})

// Whoever signs in after somebody else at the same browser finds nothing of theirs.
void forgetCopies(document.body.dataset.person).catch(() => undefined)

onMessage(({ kind }) => {
  if (kind !== 'signed-out') return
  forgetUnsent()
  location.replace('/sign-in')
})

async function leave(signOut: HTMLFormElement): Promise<void> {
  const { person = '', unsaved = '' } = document.body.dataset
  const database = await soon(openDatabase(), null)
  const store = () => database!.transaction(STORE, 'readwrite').objectStore(STORE)
  const all: { form: string; savedIn: number | null }[] = database ? await soon(answerOf(store().getAll()), []) : []
  const isOwn = (form: string) => form.startsWith(`${person}/`)
  const isHeld = isUnsent() || all.some((one) => one.savedIn === null && isOwn(one.form))
  if (isHeld && !confirm(unsaved)) return
  forgetUnsent()
  // Told once the answer has come: a tab that asks for the page to sign in before that is led to its person's own.
  addEventListener('pagehide', () => tellTabs({ kind: 'signed-out' }))
  if (database) await soon(answerOf(store().clear()), undefined)
  await soon(forgetCopies(), undefined)
  signOut.submit()
}

function soon<T>(work: Promise<T>, otherwise: T): Promise<T> {
  const late = new Promise<T>((done) => setTimeout(() => done(otherwise), PATIENCE_MS))
  return Promise.race([work.catch(() => otherwise), late])
}

import { isFormAddress } from '../submissions/typing/device-copy.ts'
import { copyAt, fileAt, note } from './offline/keep.ts'

/**
 * Between the pages of reports and the line: a form that somebody has opened is shown without a line too, saying from when it
 * is. Pages come from the line first, always; no other page is kept. A new version of this takes over at once.
 */
type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void }
type Asking = Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void }
type KeepMessage = Lasting & { data: { keep?: string } }
type WorkerScope = {
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: {
    (kind: 'install' | 'activate', act: (event: Lasting) => void): void
    (kind: 'fetch', act: (event: Asking) => void): void
    (kind: 'message', act: (event: KeepMessage) => void): void
  }
}
const scope = self as unknown as WorkerScope

/** A line that says nothing for so long is none, where there is something to show instead. */
const PATIENCE_MS = 10_000

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && isFormAddress(pathname)) event.respondWith(formAt(event))
  else if (pathname.startsWith('/assets/')) event.respondWith(fileAt(request))
})

/** A page that was opened before this was there is asked for once more, to be kept. */
scope.addEventListener('message', (event) => {
  const { keep } = event.data
  if (keep) event.waitUntil(fetch(keep, { redirect: 'manual' }).then((answer) => note(keep, answer)))
})

async function formAt(event: Asking): Promise<Response> {
  const { pathname, search } = new URL(event.request.url)
  const address = pathname + search
  const asked = fetch(event.request)
  event.waitUntil(asked.then((answer) => note(address, answer.clone())).catch(() => undefined))
  const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE_MS))
  const answer = await Promise.race([asked.catch(() => null), late])
  return answer ?? (await copyAt(address).catch(() => null)) ?? asked
}

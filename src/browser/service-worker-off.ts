import { forgetCopies } from './offline/copies.ts'

/** In the place of the other where forms are not to be kept on devices: takes itself away, with all that was kept. */
type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void }
const scope = self as unknown as {
  skipWaiting: () => Promise<void>
  registration: { unregister: () => Promise<boolean> }
  addEventListener: (kind: 'install' | 'activate', act: (event: Lasting) => void) => void
}

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))
scope.addEventListener('activate', (event) =>
  event.waitUntil(forgetCopies().then(() => scope.registration.unregister())),
)

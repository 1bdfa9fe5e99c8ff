import { setTimeout as sleep } from 'node:timers/promises'
import type { App, AppContext } from '../context.ts'
import { isReading } from '../session/csrf.ts'
import { isLocked, waitNoLonger } from './write-lock-store.ts'

const LOOK_MS = 50

/** Another process has been writing for longer than anybody should wait. */
class StillLocked extends Error {
  readonly code = 'SQLITE_BUSY'
}

/**
 * Waits for another process that is writing to the file before a form is acted upon. SQLite's own waiting holds the whole
 * program, so that each form would have everybody wait; here nobody else does, and all forms wait together.
 * @param patience ms, after which the form is given back
 */
export function waitForOthersToWrite(app: App, { db }: AppContext, patience: number): void {
  waitNoLonger(db)
  let waiting: Promise<boolean> | null = null
  const wait = async () => {
    let waited = 0
    while (isLocked(db) && waited < patience) {
      await sleep(LOOK_MS)
      waited += LOOK_MS
    }
    waiting = null
    return waited < patience
  }
  app.addHook('preHandler', async (request) => {
    if (isReading(request) || request.routeOptions.url === undefined || !isLocked(db)) return
    waiting ??= wait()
    if (!(await waiting)) throw new StillLocked('another process is writing')
  })
}

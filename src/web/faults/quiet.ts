import type { App, AppContext } from '../context.ts'
import { isReading } from '../session/csrf.ts'
import { moveLogIntoFile } from './write-lock-store.ts'

/** ms without a form. */
const QUIET_MS = 1000

/**
 * Once nobody has sent a form for a moment, brings what was saved last into the file itself: who copies that file alone, as
 * offices do, has it all. No promise, since somebody may be saving at that moment: `npm run backup` is.
 */
export function moveLogWhenQuiet(app: App, { db }: AppContext): void {
  let timer: NodeJS.Timeout | undefined
  const move = () => {
    try {
      if (!db.isDamaged()) moveLogIntoFile(db)
    } catch (error) {
      app.log.warn({ err: error }, 'what was saved last lies beside the file still')
    }
  }
  app.addHook('onResponse', async (request) => {
    if (isReading(request)) return
    clearTimeout(timer)
    timer = setTimeout(move, QUIET_MS).unref()
  })
  app.addHook('onClose', async () => clearTimeout(timer))
}

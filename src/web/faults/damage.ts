import { isDamage } from '../../../db/file/storage-fault.ts'
import type { Job } from '../../threads/jobs.ts'
import { inThread } from '../../threads/thread.ts'
import type { App, AppContext } from '../context.ts'
import { isReading } from '../session/csrf.ts'

/** A form that comes after the data file was found to be damaged. */
export class DataDamaged extends Error {
  readonly statusCode = 503
}

/**
 * Once a page of the file has turned out to be damaged nobody knows what else is: nothing is written to it any more, so that
 * what can still be saved of it is. Reading goes on where it can.
 */
export function refuseWhenDamaged(app: App, { db }: AppContext): void {
  app.addHook('preHandler', async (request) => {
    if (db.isDamaged() && !isReading(request) && request.routeOptions.url !== undefined)
      throw new DataDamaged('the data file is damaged')
  })
}

/** Programs whose log says that their file is damaged, and what to do. */
const noted = new WeakSet<App>()

/** Looks whether what went wrong is damage, and if so stops all writing and says so, once. */
export function noteDamage(app: App, error: unknown): void {
  const { db, config } = app.context
  if (!isDamage(error) || noted.has(app)) return
  noted.add(app)
  db.stopWriting()
  app.log.error(
    { err: error },
    `the database ${config.database} is damaged: nothing is written to it any more. Stop the program, keep the file, and restore the last backup (docs/running.md)`,
  )
}

/** Looks at every page of a file that is too large for it at start, while the program runs already. */
export function checkInThread(app: App): void {
  const { config, jobs } = app.context
  jobs.start('check of the file', async (job: Job) => {
    const sound = await job.waitFor(inThread('web/faults/check-file', config.database))
    if (!sound) noteDamage(app, Object.assign(new Error('a page is damaged'), { code: 'SQLITE_CORRUPT' }))
  })
}

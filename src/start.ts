import { dirname, join } from 'node:path'
import type { Db } from '../db/connection.ts'
import { isLarge } from '../db/file/soundness.ts'
import { buildApp } from './app.ts'
import { type Config, readConfig } from './config/config.ts'
import { root } from './config/root.ts'
import { storedSecret } from './config/session-secret.ts'
import { loadDemo } from './demo.ts'
import { repairTally } from './figures/tally/rebuild.ts'
import { openOrExplain, reason, stop } from './open-database.ts'
import { isAnybodyThere } from './people/store.ts'
import { holdsDemo } from './project/opening.ts'
import { fileOrigin, noteOpening } from './project/opening-store.ts'
import { recoverInterrupted } from './releases/protection/recover-interrupted.ts'
import { clockNote, productionNotes } from './start-notes.ts'
import { stopWhenTold } from './stop-when-told.ts'
import { lastEventAt } from './trail/store.ts'
import { checkInThread } from './web/faults/damage.ts'

/** Wires the program together and listens; whatever keeps it from starting is a sentence and a non-zero exit. */
export async function start(env: Record<string, string | undefined>): Promise<void> {
  process.umask(0o077)
  const read = readConfig(env, root)
  if ('problems' in read) return stop(read.problems)
  const { config } = read
  const db = openOrExplain(config.database)
  if (!db) return
  const secret = config.sessionSecret ?? storedSecret(join(dirname(config.database), 'session-secret'))
  if (typeof secret !== 'string') {
    db.$client.close()
    return stop([secret.problem])
  }
  const opened = await openAs(db, config)
  if ('refused' in opened) {
    db.$client.close()
    return stop([opened.refused])
  }
  repairTally(db)
  const app = await buildApp({ db, config, sessionSecret: secret })
  let address: string
  try {
    address = await app.listen({ host: config.host, port: config.port })
    recoverInterrupted(db, Date.now())
    if (isLarge(config.database)) checkInThread(app)
  } catch (error) {
    db.$client.close()
    return stop([whyNotListening(error, config)])
  }
  stopWhenTold(() => app.close().then(() => void db.$client.close()), env.npm_lifecycle_event !== undefined)
  console.log(`\n3P Tracker is ready: ${address.replace('127.0.0.1', 'localhost')}\n`)
  console.log(opened.says)
  for (const note of clockNote(Date.now(), lastEventAt(db))) console.log(`${note}\n`)
}

/** Opens the file as the demo or for real, or refuses to. @returns what to say once the program listens */
async function openAs(db: Db, config: Config): Promise<{ says: string } | { refused: string }> {
  const now = Date.now()
  const { mode } = config
  if (mode === 'demo') {
    const loaded = await loadDemo(db, now)
    return 'refused' in loaded ? loaded : { says: loaded.signIns }
  }
  noteOpening(db, mode, now)
  return {
    says: productionNotes(config, holdsDemo(fileOrigin(db)), isAnybodyThere(db))
      .map((note) => `${note}\n`)
      .join(''),
  }
}

function whyNotListening(error: unknown, config: Config): string {
  const code = (error as { code?: string }).code
  if (code === 'EADDRINUSE')
    return `Port ${config.port} is already in use. Stop the other program, or choose another port with PORT.`
  if (code === 'EACCES')
    return `Port ${config.port} may not be used by this account. Choose a port above 1023 with PORT.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${config.host}. Correct HOST.`
  return `The server could not start: ${reason(error)}.`
}

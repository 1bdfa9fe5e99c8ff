import { dirname, join } from 'node:path'
import type { Db } from '../db/connection.ts'
import { CannotOpen, open } from '../db/open.ts'
import { buildApp } from './app.ts'
import { type Config, readConfig } from './config/config.ts'
import { root } from './config/root.ts'
import { storedSecret } from './config/session-secret.ts'
import { loadDemo } from './demo.ts'
import { freshenTally } from './figures/tally/rebuild.ts'
import { recoverInterrupted } from './releases/protection/recover-interrupted.ts'

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
  const signIns = config.mode === 'demo' ? await loadDemo(db, Date.now()) : null
  freshenTally(db)
  const app = await buildApp({ db, config, sessionSecret: secret })
  try {
    const address = await app.listen({ host: config.host, port: config.port })
    recoverInterrupted(db, Date.now())
    console.log(`\n3P Tracker is ready: ${address.replace('127.0.0.1', 'localhost')}\n`)
    if (signIns) console.log(signIns)
  } catch (error) {
    db.$client.close()
    return stop([whyNotListening(error, config)])
  }
  stopWhenTold(() => app.close().then(() => void db.$client.close()))
}

/** npm passes on what the terminal has told the program itself: twice within this is once. */
const TWICE_MS = 500

/** The first signal lets what is being answered come to its end; a second one ends the program as signals do. */
function stopWhenTold(close: () => Promise<void>): void {
  let told: number | null = null
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const listener = () => {
      if (told === null) {
        told = Date.now()
        void close().then(() => process.exit(0))
      } else if (Date.now() - told > TWICE_MS) {
        process.off(signal, listener)
        process.kill(process.pid, signal)
      }
    }
    process.on(signal, listener)
  }
}

/** Opens the database; when it can't, says why in a sentence and sets the exit code. */
export function openOrExplain(file: string): Db | null {
  try {
    return open(file, join(root, 'db/migrations'))
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error
    stop([SENTENCES[error.code](file, error.cause)])
    return null
  }
}

const SENTENCES: Record<CannotOpen['code'], (file: string, cause: unknown) => string> = {
  newer: (file) =>
    `The database ${file} was written by a newer version of 3P Tracker. Start that version, or restore the copy made before the upgrade.`,
  damaged: (file) =>
    `The database ${file} is damaged or is not a database. It has not been touched. Restore a backup, or name another file with DATABASE.`,
  unwritable: (file, cause) =>
    `The database ${file} cannot be opened for writing (${reason(cause)}). Check the folder and its permissions, or name another file with DATABASE.`,
  'not-ours': (file) => `The database ${file} belongs to another program. Name another file with DATABASE.`,
  'migration-failed': (file, cause) =>
    `The database ${file} could not be brought up to date (${reason(cause)}). It is as it was before; a copy stands beside it. Report this before trying again.`,
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message.split('\n')[0]! : 'unknown reason'
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

function stop(sentences: string[]): void {
  for (const sentence of sentences) console.error(sentence)
  process.exitCode = 1
}

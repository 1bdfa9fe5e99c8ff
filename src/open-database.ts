import { dirname, join } from 'node:path'
import type { Db } from '../db/connection.ts'
import { readOnlyParts, setRights } from '../db/file/modes.ts'
import { CannotOpen, open } from '../db/open.ts'
import { root } from './config/root.ts'

/** Where the migrations are. */
export const MIGRATIONS = join(root, 'db/migrations')

/** Opens the database; when it can't, says why in a sentence and sets the exit code. */
export function openOrExplain(file: string): Db | null {
  try {
    const db = open(file, MIGRATIONS)
    // A folder that somebody chose may hold other things; the program's own is nobody else's.
    if (dirname(file) === join(root, 'data')) setRights(dirname(file), 0o700)
    return db
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error
    stop([SENTENCES[error.code](file, error.cause)])
    return null
  }
}

/** How to get work back: said wherever a file turns out to be damaged. */
export const RESTORE =
  'Move it and the files beside it (-wal, -shm) aside, keep them, and restore the last backup: npm run restore -- BACKUP (docs/running.md)'

const SENTENCES: Record<CannotOpen['code'], (file: string, cause: unknown) => string> = {
  newer: (file) =>
    `The database ${file} was written by a newer version of 3P Tracker. Start that version, or restore the copy made before the upgrade.`,
  damaged: (file) =>
    `The database ${file} is damaged or is not a database. It has not been touched. Restore a backup, or name another file with DATABASE. ${RESTORE}.`,
  unwritable: (file, cause) =>
    `The database ${file} cannot be opened for writing (${reason(cause)}). ${whatIsReadOnly(file)}Check the folder and its permissions, or name another file with DATABASE.`,
  'not-ours': (file) => `The database ${file} belongs to another program. Name another file with DATABASE.`,
  'migration-failed': (file, cause) =>
    `The database ${file} could not be brought up to date (${reason(cause)}). It is as it was before; a copy stands beside it. Report this before trying again.`,
}

function whatIsReadOnly(file: string): string {
  const parts = readOnlyParts(file)
  return parts.length === 0 ? '' : `This account may not write ${parts.join(', ')}. `
}

export function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message.split('\n')[0]! : 'unknown reason'
}

/** Every sentence on a line of its own, for whoever started the program. */
export function stop(sentences: string[]): void {
  for (const sentence of sentences) console.error(sentence)
  process.exitCode = 1
}

import { dirname, join } from 'node:path'
import type { Db } from '../db/connection.ts'
import { readOnlyParts, setRights } from '../db/file/modes.ts'
import { CannotOpen, open } from '../db/open.ts'
import { root } from './config/root.ts'
import type { Words } from './language/words.ts'
import type { Terminal } from './terminal.ts'

/** Where the migrations are. */
export const MIGRATIONS = join(root, 'db/migrations')

/** Opens the database; when it can't, says why in a sentence and sets the exit code. */
export function openOrExplain(file: string, terminal: Terminal): Db | null {
  try {
    const db = open(file, MIGRATIONS)
    // A folder that somebody chose may hold other things; the program's own is nobody else's.
    if (dirname(file) === join(root, 'data')) setRights(dirname(file), 0o700)
    return db
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error
    terminal.stop([(words) => whyNotOpened(error, file, words)])
    return null
  }
}

function whyNotOpened({ code, cause }: CannotOpen, file: string, words: Words): string {
  const restore = words.t('common:terminal.restore-how')
  const parts = code === 'unwritable' ? readOnlyParts(file).join(', ') : ''
  const readOnly = parts === '' ? '' : `${words.t('common:terminal.open.read-only', { parts })} `
  return words.t(`common:terminal.open.${code}`, { file, reason: reason(cause, words), restore, readOnly })
}

/** What the system said of a fault, in its own language. */
export function reason(cause: unknown, { t }: Words): string {
  return cause instanceof Error ? cause.message.split('\n')[0]! : t('common:terminal.reason-unknown')
}

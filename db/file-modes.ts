import { accessSync, chmodSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const GROUP_AND_OTHERS = 0o077

/** SQLite keeps what was saved last, who reads, and what was there before in files of their own beside the database. */
export const besides = (file: string): string[] => ['-wal', '-shm', '-journal'].map((end) => file + end)

/**
 * Takes the database from everybody but its owner: password hashes and counts are in it, whoever made it and with whatever
 * umask. What stands beside it is given the same rights, as SQLite does where it makes it: left over from a time when the
 * database was read-only, it would keep it so.
 */
export function keepToOwner(file: string): void {
  if (!existsSync(file)) return
  const rights = statSync(file).mode & 0o777 & ~GROUP_AND_OTHERS
  for (const one of [file, ...besides(file)]) setRights(one, rights)
}

/** Files of other accounts are left to them. */
export function setRights(path: string, rights: number): void {
  if (!existsSync(path)) return
  const { uid, mode } = statSync(path)
  if (uid === process.getuid?.() && (mode & 0o777) !== rights) chmodSync(path, rights)
}

/** What of a database this account may not write: the files there are, and their folder. */
export function readOnlyParts(file: string): string[] {
  return [file, ...besides(file), dirname(file)].filter((path) => existsSync(path) && !isWritable(path))
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

import { accessSync, chmodSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const GROUP_AND_OTHERS = 0o077
const HEAD = Buffer.from('SQLite format 3\0')

/** SQLite keeps what was saved last, who reads, and what was there before in files of their own beside the database. */
export const besides = (file: string): string[] => ['-wal', '-shm', '-journal'].map((end) => file + end)

/** Takes the database from everybody but its owner: password hashes and counts are in it, whoever made it and with whatever umask. */
export function keepToOwner(file: string): void {
  if (!existsSync(file)) return
  const rights = statSync(file).mode & 0o777 & ~GROUP_AND_OTHERS
  for (const one of [file, ...besides(file)]) setRights(one, rights)
}

/**
 * Gives what stands beside a database its rights, as SQLite does where it makes it: left over from a time when the database was
 * read-only, it would keep it so.
 */
export function sameRightsBeside(file: string): void {
  if (!isDatabase(file)) return
  const rights = statSync(file).mode & 0o777
  for (const one of besides(file)) setRights(one, rights)
}

/** By its first bytes: https://sqlite.org/fileformat2.html#the_database_header */
function isDatabase(file: string): boolean {
  if (!existsSync(file) || !statSync(file).isFile()) return false
  const handle = openSync(file, 'r')
  try {
    const head = Buffer.alloc(HEAD.length)
    return readSync(handle, head) === HEAD.length && head.equals(HEAD)
  } finally {
    closeSync(handle)
  }
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

export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

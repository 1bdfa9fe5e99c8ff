import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { besides } from '../file/modes.ts'
import { type Contents, contentsOf, isSound, sameContents } from './contents.ts'
import { publish, sha256Of, sync } from './on-disk.ts'
import { BackupRefused, backupRefusalOf } from './refused.ts'

export type Backup = { file: string; sha256: string; bytes: number; contents: Contents }

/** Pages copied between two reports of progress. */
const PAGES = 1000
const DAY_MS = 86_400_000

/**
 * Copies a database into a folder while others go on reading and writing it: what had been saved when it began is in it, and
 * nothing that came later. The copy is opened and compared with what was read before it is given its name; a program
 * that is killed on the way leaves no file that could be taken for a backup.
 * @param report is told how many pages of how many are copied
 * @throws BackupRefused
 */
export async function backUp(
  source: string,
  folder: string,
  now: number,
  report: (done: number, of: number) => void,
): Promise<Backup> {
  if (!existsSync(source)) throw new BackupRefused('missing', source)
  let part: string | null = null
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    removeForgotten(folder, now)
    const client = new Database(source, { readonly: true, fileMustExist: true })
    let contents: Contents
    try {
      client.pragma('busy_timeout = 5000')
      // Everything below reads the file as it is now: what is saved meanwhile does not make the copy begin anew.
      client.exec('begin')
      contents = contentsOf(client)
      if (contents.migration === null) throw new BackupRefused('not-ours', source)
      part = join(folder, `.${nameOf(contents, now)}.${process.pid}.part`)
      await client.backup(part, {
        progress: ({ totalPages, remainingPages }) => {
          report(totalPages - remainingPages, totalPages)
          return PAGES
        },
      })
    } finally {
      client.close()
    }
    seal(part, source, contents)
    return await named(part, join(folder, nameOf(contents, now)), contents)
  } catch (error) {
    throw backupRefusalOf(error, source)
  } finally {
    if (part) for (const one of [part, ...besides(part)]) rmSync(one, { force: true })
  }
}

/** Makes one file of it, with nothing beside, and looks whether it is what was read. */
function seal(part: string, source: string, contents: Contents): void {
  const copy = new Database(part)
  try {
    copy.pragma('journal_mode = DELETE')
    if (!isSound(copy) || !sameContents(contentsOf(copy), contents)) throw new BackupRefused('damaged', source)
  } finally {
    copy.close()
  }
}

/** The checksum comes first: its file, which must not exist, keeps the name for this backup. */
async function named(part: string, file: string, contents: Contents): Promise<Backup> {
  const sha256 = await sha256Of(part)
  const checksum = `${file}.sha256`
  try {
    writeFileSync(checksum, `${sha256}  ${basename(file)}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') throw new BackupRefused('exists', file)
    throw error
  }
  sync(checksum)
  const { size } = statSync(part)
  if (!publish(part, file)) throw new BackupRefused('exists', file)
  return { file, sha256, bytes: size, contents }
}

/** "TMSV-2026-11-26T032501.123Z.db": whose and when, in the order of time; no character that a file system refuses. */
function nameOf({ project }: Contents, now: number): string {
  const code = (project ?? 'no-project').replace(/[^\w-]+/g, '-')
  return `${code}-${new Date(now).toISOString().replaceAll(':', '')}.db`
}

/** What a program that was killed has left. */
function removeForgotten(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (/^\..+\.db\.\d+\.part(?:-\w+)?$/.test(name) && now - statSync(file).mtimeMs > DAY_MS)
      rmSync(file, { force: true })
  }
}

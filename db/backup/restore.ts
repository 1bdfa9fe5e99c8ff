import { constants, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { besides } from '../file/modes.ts'
import { latestMigration } from '../migrate.ts'
import { type Contents, contentsOf, isSound } from './contents.ts'
import { publish, sha256Of } from './on-disk.ts'
import { BackupRefused, backupRefusalOf } from './refused.ts'

export type Restored = {
  contents: Contents
  /** Whether a checksum stood beside it and is that of what was restored; a copy that somebody made has none. */
  checked: boolean
}

/**
 * Puts a backup, or a copy somebody made (with what was saved last, if that stands beside it), where no database is. What
 * arrived is checked before it is given its name.
 * @param migrations folder with the migrations: what a later version wrote is not taken
 * @throws BackupRefused
 */
export async function restore(file: string, target: string, migrations: string): Promise<Restored> {
  if (!existsSync(file)) throw new BackupRefused('missing', file)
  // A leftover -wal would be read into what is restored.
  const taken = [target, ...besides(target)].find(existsSync)
  if (taken) throw new BackupRefused('exists', taken)
  const part = `${target}.${process.pid}.part`
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    copyFileSync(file, part, constants.COPYFILE_EXCL)
    const checked = await isAsBackedUp(file, part)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${part}-wal`)
    const contents = checkedContents(part, file, migrations)
    if (!publish(part, target)) throw new BackupRefused('exists', target)
    return { contents, checked }
  } catch (error) {
    throw backupRefusalOf(error, file)
  } finally {
    for (const one of [part, ...besides(part)]) rmSync(one, { force: true })
  }
}

/** @returns false when no checksum is known */
async function isAsBackedUp(file: string, copy: string): Promise<boolean> {
  const checksum = `${file}.sha256`
  if (!existsSync(checksum)) return false
  const [known] = readFileSync(checksum, 'utf8').trim().split(/\s+/)
  if (known !== (await sha256Of(copy))) throw new BackupRefused('checksum', file)
  return true
}

function checkedContents(part: string, file: string, migrations: string): Contents {
  const client = new Database(part)
  try {
    client.pragma('journal_mode = DELETE')
    if (!isSound(client)) throw new BackupRefused('damaged', file)
    const contents = contentsOf(client)
    if (contents.migration === null) throw new BackupRefused('not-ours', file)
    if (contents.migration > latestMigration(migrations)) throw new BackupRefused('newer', file)
    return contents
  } finally {
    client.close()
  }
}

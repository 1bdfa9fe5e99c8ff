import { resolve } from 'node:path'
import { backUp } from '../db/backup/back-up.ts'
import type { Contents } from '../db/backup/contents.ts'
import { type BackupRefusalCode, BackupRefused } from '../db/backup/refused.ts'
import { restore } from '../db/backup/restore.ts'
import type { CommandOutcome } from './command.ts'
import { MIGRATIONS, RESTORE, reason } from './open-database.ts'

/** `npm run backup -- FOLDER` */
export async function backupCommand(database: string, [folder]: string[]): Promise<CommandOutcome> {
  if (!folder) return { done: false, lines: ['Say where to: npm run backup -- FOLDER'] }
  try {
    const { file, sha256, bytes, contents } = await backUp(database, resolve(folder), Date.now(), showProgress)
    return {
      done: true,
      lines: [
        `${database} is backed up: ${file} (${megabytes(bytes)}), with ${inWords(contents)}.`,
        `The copy was opened and checked. SHA-256 ${sha256}, kept in ${file}.sha256: keep both, on another machine too.`,
        `To restore it: npm run restore -- ${file}`,
      ],
    }
  } catch (error) {
    return refused(error, BACKUP_REFUSALS)
  }
}

/** `npm run restore -- FILE [TARGET]` */
export async function restoreCommand(database: string, [file, target = database]: string[]): Promise<CommandOutcome> {
  if (!file) return { done: false, lines: ['Say what to restore: npm run restore -- FILE [TARGET]'] }
  try {
    const { contents, checked } = await restore(resolve(file), resolve(target), MIGRATIONS)
    return {
      done: true,
      lines: [
        `${file} is restored as ${target}, with ${inWords(contents)}.`,
        checked
          ? 'Its checksum is that of the backup, and it was opened and checked.'
          : `It was opened and checked. No ${file}.sha256 stands beside it, so whether it is as it was backed up is not known.`,
        `Start with it: DATABASE=${target} MODE=production npm start. Everybody signs in once more where the file session-secret is new.`,
      ],
    }
  } catch (error) {
    return refused(error, RESTORE_REFUSALS)
  }
}

type Sentences = Record<BackupRefusalCode, (file: string, cause: unknown) => string>

const BACKUP_REFUSALS: Sentences = {
  missing: (file) => `There is no database ${file}. Name the one to back up with DATABASE.`,
  'not-ours': (file) => `${file} is no database of 3P Tracker, so nothing was backed up. Name it with DATABASE.`,
  newer: (file) => `${file} was written by a newer version of 3P Tracker. Back it up with that version.`,
  damaged: (file) =>
    `The database ${file} is damaged, so nothing was backed up: keep the backups there are. Stop the program. ${RESTORE}.`,
  checksum: (file) =>
    `The copy of ${file} is not what was read, so nothing was backed up. Check the disk and try again.`,
  exists: (file) => `${file} is there already and is not written over. Try again.`,
  disk: (file, cause) =>
    `${file} could not be backed up (${reason(cause)}). Check that there is room, and the permissions. Nothing was left behind.`,
}

const RESTORE_REFUSALS: Sentences = {
  missing: (file) => `There is no file ${file}. Name the backup to restore.`,
  'not-ours': (file) => `${file} is no database of 3P Tracker, so nothing was restored.`,
  newer: (file) => `${file} was written by a newer version of 3P Tracker. Restore it with that version.`,
  damaged: (file) => `${file} is damaged, so nothing was restored. Try the backup before it.`,
  checksum: (file) =>
    `${file} is not what was backed up: its checksum is another one. Nothing was restored. Try another copy of it, or the backup before it.`,
  exists: (file) =>
    `${file} is there already, and nothing is restored over a database. Stop the program, move it and the files beside it (-wal, -shm) aside and keep them, or name another place: npm run restore -- FILE TARGET`,
  disk: (file, cause) =>
    `${file} could not be restored (${reason(cause)}). Check that there is room, and the permissions. Nothing was left behind.`,
}

function refused(error: unknown, sentences: Sentences): CommandOutcome {
  if (!(error instanceof BackupRefused)) throw error
  return { done: false, lines: [sentences[error.code](error.file, error.cause)] }
}

function inWords({ project, rows }: Contents): string {
  const count = (table: string) => (rows.get(table) ?? 0).toLocaleString('en')
  const what = [
    `people ${count('person')}`,
    `submissions ${count('submission')}`,
    `approved values ${count('fact')}`,
    `reports ${count('release')}`,
  ]
  return `${project === null ? 'no project' : `the project ${project}`}: ${what.join(', ')}`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
}

/** One line that is written over, for whoever waits; a timetable that runs it has no use for it. */
function showProgress(done: number, of: number): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(`\r${Math.floor((100 * done) / of)} % of ${of.toLocaleString('en')} pages copied`)
  if (done === of) process.stderr.write('\n')
}

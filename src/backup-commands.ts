import { resolve } from 'node:path'
import { backUp } from '../db/backup/back-up.ts'
import type { Contents } from '../db/backup/contents.ts'
import { BackupRefused } from '../db/backup/refused.ts'
import { restore } from '../db/backup/restore.ts'
import type { CommandOutcome } from './command.ts'
import { number } from './language/format.ts'
import type { Words } from './language/words.ts'
import { MIGRATIONS, reason } from './open-database.ts'

/** `npm run backup -- FOLDER` */
export async function backupCommand(database: string, [folder]: string[], words: Words): Promise<CommandOutcome> {
  if (!folder) return { done: false, lines: [({ t }) => t('common:terminal.backup.usage')] }
  try {
    const { file, sha256, bytes, contents } = await backUp(database, resolve(folder), Date.now(), (done, of) =>
      showProgress(done, of, words),
    )
    return {
      done: true,
      lines: [
        (words) =>
          words.t('common:terminal.backup.done', {
            ...{ database, file, contents: inWords(contents, words) },
            size: number(bytes / 1_000_000, words.language, 1),
          }),
        ({ t }) => t('common:terminal.backup.checked', { sha256, file }),
        ({ t }) => t('common:terminal.backup.restore', { file }),
      ],
    }
  } catch (error) {
    return refused(error, 'backup')
  }
}

/** `npm run restore -- FILE [TARGET]` */
export async function restoreCommand(database: string, [file, target = database]: string[]): Promise<CommandOutcome> {
  if (!file) return { done: false, lines: [({ t }) => t('common:terminal.restore.usage')] }
  try {
    const { contents, checked } = await restore(resolve(file), resolve(target), MIGRATIONS)
    return {
      done: true,
      lines: [
        (words) => words.t('common:terminal.restore.done', { file, target, contents: inWords(contents, words) }),
        ({ t }) => t(`common:terminal.restore.${checked ? 'checked' : 'unchecked'}`, { file }),
        ({ t }) => t('common:terminal.restore.start', { target }),
      ],
    }
  } catch (error) {
    return refused(error, 'restore')
  }
}

function refused(error: unknown, command: 'backup' | 'restore'): CommandOutcome {
  if (!(error instanceof BackupRefused)) throw error
  const { code, file, cause } = error
  return {
    done: false,
    lines: [
      (words) =>
        words.t(`common:terminal.${command}.${code}`, {
          ...{ file, reason: reason(cause, words), restore: words.t('common:terminal.restore-how') },
        }),
    ],
  }
}

function inWords({ project, rows }: Contents, { t, language }: Words): string {
  const count = (table: string) => number(rows.get(table) ?? 0, language)
  return t('common:terminal.backup.contents', {
    project:
      project === null
        ? t('common:terminal.backup.no-project')
        : t('common:terminal.backup.project', { code: project }),
    people: count('person'),
    submissions: count('submission'),
    values: count('fact'),
    reports: count('release'),
  })
}

/** One line that is written over, for whoever waits; a timetable that runs it has no use for it. */
function showProgress(done: number, of: number, { t, language }: Words): void {
  if (!process.stderr.isTTY) return
  const percent = Math.floor((100 * done) / of)
  process.stderr.write(`\r${t('common:terminal.backup.progress', { percent, pages: number(of, language) })}`)
  if (done === of) process.stderr.write('\n')
}

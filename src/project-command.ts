import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Db } from '../db/connection.ts'
import type { CommandOutcome } from './command.ts'
import { changeRefusalText } from './framework/definitions/refusal.ts'
import { readFolder } from './framework/folder-load.ts'
import { problemText } from './framework/problem-in-words.ts'
import { saveProject } from './framework/save.ts'
import { type Words, wordsFor } from './language/words.ts'
import { noteOpening } from './project/opening-store.ts'
import { projectCard } from './project/store.ts'
import type { Language } from './vocabulary/language.ts'

/**
 * `npm run project -- load FOLDER`: the project of a file that holds none, from a folder in the shape of fixtures/pilot. Everything
 * that is wrong is named by file, row and column, and nothing is written when something is.
 * @param languages of the terminal: each sentence stands in all of them
 */
export async function projectCommand(
  db: Db,
  [what, given]: string[],
  languages: readonly Language[],
): Promise<CommandOutcome> {
  const say = (sentence: (words: Words) => string) => languages.map((language) => sentence(wordsFor(language)))
  const refused = (...sentences: ((words: Words) => string)[]) => ({ done: false, lines: sentences.flatMap(say) })
  if (what !== 'load' || !given) return refused(({ t }) => t('indicators:data.load.usage'))
  const folder = resolve(given)
  if (!existsSync(folder)) return refused(({ t }) => t('indicators:data.load.no-folder', { folder }))
  const read = readFolder(folder)
  if ('problems' in read)
    return refused(...read.problems.map((problem) => (words: Words) => problemText(problem, words)), ({ t }) =>
      t('indicators:data.load.nothing', { count: read.problems.length }),
    )
  const now = Date.now()
  const outcome = db.tx(() => {
    const saved = saveProject(db, null, read.data, now)
    if (saved === 'saved') noteOpening(db, 'production', now)
    return saved
  })
  if (outcome === 'saved')
    return {
      done: true,
      lines: [
        ...say(({ t }) => t('indicators:data.load.loaded', loadedIn(db))),
        ...say(({ t }) => t('indicators:data.load.next')),
      ],
    }
  if (outcome === 'not-empty') return refused(({ t }) => t('indicators:data.load.not-empty', { file: db.$client.name }))
  const { row } = outcome
  return refused(
    (words) =>
      `changes.json, ${words.t('indicators:data.place.row', { row })}: ${changeRefusalText(outcome.refused, words)}`,
    ({ t }) => t('indicators:data.load.nothing', { count: 1 }),
  )
}

function loadedIn(db: Db) {
  const count = (table: string) => (db.prepared(`select count(*) from ${table}`).get() as [number])[0]
  return {
    code: projectCard(db)!.code,
    file: db.$client.name,
    indicators: count('indicator'),
    places: count('place'),
    partners: count('partner'),
    assignments: count('assignment'),
  }
}

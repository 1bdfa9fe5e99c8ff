import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Db } from '../db/connection.ts'
import type { CommandOutcome } from './command.ts'
import { changeRefusalText } from './framework/definitions/refusal.ts'
import { readFolder } from './framework/folder-load.ts'
import { problemLine } from './framework/problem.ts'
import { saveProject } from './framework/save.ts'
import { wordsFor } from './language/words.ts'
import { noteOpening } from './project/opening-store.ts'
import { projectCard } from './project/store.ts'

const USAGE = 'Say from where: npm run project -- load FOLDER'

/**
 * `npm run project -- load FOLDER`: the project of a file that holds none, from a folder in the shape of fixtures/pilot. Everything
 * that is wrong is named, and nothing is written when something is.
 */
export async function projectCommand(db: Db, [what, given]: string[]): Promise<CommandOutcome> {
  if (what !== 'load' || !given) return { done: false, lines: [USAGE] }
  const folder = resolve(given)
  if (!existsSync(folder)) return { done: false, lines: [`There is no folder ${folder}. ${USAGE}`] }
  const read = readFolder(folder)
  if ('problems' in read) {
    const lines = read.problems.map(problemLine)
    return {
      done: false,
      lines: [...lines, `Nothing was written: correct what is named above (${lines.length}) and load again.`],
    }
  }
  const now = Date.now()
  const outcome = db.tx(() => {
    const saved = saveProject(db, null, read.data, now)
    if (saved === 'saved') noteOpening(db, 'production', now)
    return saved
  })
  if (outcome === 'saved') return { done: true, lines: loaded(db) }
  if (outcome === 'not-empty')
    return { done: false, lines: [`${db.$client.name} holds a project already. Name another file with DATABASE.`] }
  const { row, refused } = outcome
  const [vi, en] = (['vi', 'en'] as const).map((language) => changeRefusalText(refused, wordsFor(language)))
  const at = `changes.json, row ${row}`
  return { done: false, lines: [`${at}: ${vi}`, `${at}: ${en}`, 'Nothing was written.'] }
}

function loaded(db: Db): string[] {
  const count = (table: string) => (db.prepared(`select count(*) from ${table}`).get() as [number])[0]
  const what = ['indicator', 'place', 'partner', 'assignment'].map((table) => `${count(table)} ${table}s`)
  return [
    `The project ${projectCard(db)!.code} is loaded into ${db.$client.name}: ${what.join(', ')}.`,
    'An administrator can now add its partners on the People page.',
  ]
}

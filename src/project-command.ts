import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Db } from '../db/connection.ts'
import { open } from '../db/open.ts'
import type { CommandOutcome } from './command.ts'
import { refusalText } from './framework/definitions/refusal.ts'
import { readFolder } from './framework/folder-load.ts'
import { fileOf, LAYOUT_FOLDER, LIST_NAMES, type ListName } from './framework/list-name.ts'
import type { ListProblem } from './framework/problem.ts'
import { problemText } from './framework/problem-in-words.ts'
import { publishProject } from './framework/publish/publish-project.ts'
import { type ListTexts, readProject } from './framework/read.ts'
import { saveProject } from './framework/save.ts'
import { loadWritten } from './framework/written/project-load.ts'
import { filesOf, textsOf } from './framework/written/written.ts'
import type { TerminalLine } from './language/terminal.ts'
import type { Words } from './language/words.ts'
import { MIGRATIONS } from './open-database.ts'
import { noteOpening } from './project/opening-store.ts'
import { projectCard } from './project/store.ts'

/** `npm run project -- load FOLDER`, `… save FOLDER`, `… publish FOLDER`. */
export async function projectCommand(db: Db, [what, given]: string[]): Promise<CommandOutcome> {
  if (given && what === 'load') return load(db, resolve(given))
  if (given && what === 'save') return save(db, resolve(given))
  if (given && what === 'publish') return publish(db, resolve(given))
  return refused(({ t }) => t('indicators:data.usage'))
}

function refused(...lines: TerminalLine[]): CommandOutcome {
  return { done: false, lines }
}

/**
 * The project of a file that holds none, from a folder in the shape of fixtures/pilot. Everything that is wrong is named by file,
 * row and column, and nothing is written when something is.
 */
function load(db: Db, folder: string): CommandOutcome {
  if (!isFolder(folder)) return refused(({ t }) => t('indicators:data.load.no-folder', { folder }))
  if (!holdsProject(folder)) return refused(({ t }) => t('indicators:data.load.no-project', { folder }))
  const read = readFolder(folder)
  if ('problems' in read) return refusedFor(read.problems, 'load')
  const now = Date.now()
  const outcome = db.tx(() => {
    const saved = saveProject(db, null, read.data, now)
    if (saved === 'saved') noteOpening(db, 'production', now)
    return saved
  })
  if (outcome === 'saved') {
    const loaded = loadedIn(db)
    return {
      done: true,
      lines: [({ t }) => t('indicators:data.load.loaded', loaded), ({ t }) => t('indicators:data.load.next')],
    }
  }
  if (outcome === 'not-empty') return refused(({ t }) => t('indicators:data.load.not-empty', { file: db.$client.name }))
  const { row } = outcome
  return refused(
    (words) => `changes.json, ${words.t('indicators:data.place.row', { row })}: ${refusalText(outcome.refused, words)}`,
    ({ t }) => t('indicators:data.load.nothing', { count: 1 }),
  )
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function holdsProject(folder: string): boolean {
  return existsSync(join(folder, 'project.json'))
}

/** Everything that is wrong in a folder, and that nothing was done because of it. */
function refusedFor(problems: readonly ListProblem[], what: 'load' | 'publish'): CommandOutcome {
  return refused(...problems.map((problem) => (words: Words) => problemText(problem, words)), ({ t }) =>
    t(`indicators:data.${what}.nothing`, { count: problems.length }),
  )
}

/**
 * `npm run project -- publish FOLDER`: how the project of a file is published, as `iati` in the folder's project.json says it. Everything
 * else that stands in the folder has to be right, too, and is left alone.
 */
function publish(db: Db, folder: string): CommandOutcome {
  const project = projectCard(db)
  if (!project) return refused(({ t }) => t('indicators:data.publish.no-project', { file: db.$client.name }))
  if (!holdsProject(folder)) return refused(({ t }) => t('indicators:data.publish.no-folder', { folder }))
  const read = readFolder(folder)
  if ('problems' in read) return refusedFor(read.problems, 'publish')
  const { code, iati } = read.data.project
  if (code !== project.code)
    return refused(({ t }) => t('indicators:data.publish.other', { code, own: project.code, file: db.$client.name }))
  if (!iati) return refused(({ t }) => t('indicators:data.publish.unsaid', { folder }))
  const outcome = publishProject(db, null, iati, Date.now())
  if (outcome === 'no-project' || outcome === 'frozen')
    return refused(({ t }) => t(`indicators:data.publish.${outcome}`, { file: db.$client.name }))
  return { done: true, lines: [({ t }) => t(`indicators:data.publish.${outcome}`, { identifier: iati.identifier })] }
}

/** The project of a file into an empty folder, from which it can be loaded again: what is written is read back and compared first. */
function save(db: Db, folder: string): CommandOutcome {
  const project = loadWritten(db)
  if (!project) return refused(({ t }) => t('indicators:data.save.no-project', { file: db.$client.name }))
  if (existsSync(folder) && readdirSync(folder).length > 0)
    return refused(({ t }) => t('indicators:data.save.not-empty', { folder }))
  const texts = textsOf(project)
  const otherwise = differenceAfterLoading(texts)
  if (otherwise !== null) return refused(({ t }) => t('indicators:data.save.otherwise', { list: fileOf(otherwise) }))
  const files = filesOf(texts)
  mkdirSync(join(folder, LAYOUT_FOLDER), { recursive: true })
  for (const [file, text] of files) writeFileSync(join(folder, file), text)
  const saved = { ...loadedIn(db), folder, count: files.length }
  return { done: true, lines: [({ t }) => t('indicators:data.save.saved', saved)] }
}

/** The first list that would be another one if the project were loaded from these texts and saved again; null: none. */
function differenceAfterLoading(texts: ListTexts): ListName | null {
  const read = readProject(texts)
  if ('problems' in read) return read.problems[0]!.list
  const again = open(':memory:', MIGRATIONS)
  try {
    const outcome = saveProject(again, null, read.data, 0)
    if (outcome !== 'saved') return 'changes'
    const after = textsOf(loadWritten(again)!)
    return LIST_NAMES.find((list) => after[list] !== texts[list]) ?? null
  } finally {
    again.$client.close()
  }
}

function loadedIn(db: Db) {
  const count = (table: string) => (db.prepared(`select count(*) from ${table}`).get() as [number])[0]
  return {
    code: projectCard(db)!.code,
    file: db.$client.name,
    indicators: count('indicator'),
    places: count('place'),
    partners: count('partner'),
    assignments: count('assignment where known_to is null'),
  }
}

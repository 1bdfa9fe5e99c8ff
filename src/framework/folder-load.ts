import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileOf, LAYOUT_FOLDER, LIST_NAMES, type ListName } from './list-name.ts'
import type { ListProblem } from './problem.ts'
import { type ListTexts, type ReadProject, readProject } from './read.ts'

/** Reads a project from a folder with one file a list (`fileOf`), and one for each layout of a donor's workbook. */
export function readFolder(folder: string): ReadProject {
  const layouts = layoutsIn(join(folder, LAYOUT_FOLDER))
  const texts = LIST_NAMES.map((list) => [list, list === 'layouts' ? layouts.text : textOf(folder, list)])
  const read = readProject(Object.fromEntries(texts) as ListTexts)
  const problems = 'problems' in read ? read.problems : []
  return layouts.problems.length > 0 ? { problems: [...layouts.problems, ...problems] } : read
}

function textOf(folder: string, list: ListName): string | undefined {
  const file = join(folder, fileOf(list))
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** All layouts as the text of one list; a file that is no JSON is named, and the others are read. */
function layoutsIn(folder: string): { text: string | undefined; problems: ListProblem[] } {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : []
  const texts = files
    .sort()
    .map((file) => ({ name: basename(file, '.json'), text: readFileSync(join(folder, file), 'utf8') }))
  const problems = texts.flatMap(({ name, text }): ListProblem[] => {
    const said = notJson(text)
    return said === null
      ? []
      : [{ list: 'layouts', row: null, name, field: '', code: 'not-json', given: said, among: [] }]
  })
  const whole = texts.filter(({ text }) => notJson(text) === null).map(({ text }) => text)
  return { text: files.length === 0 ? undefined : `[${whole.join(',')}]`, problems }
}

/** What the parser says of a text that is no JSON; null: it is. */
function notJson(text: string): string | null {
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    return (error as SyntaxError).message
  }
}

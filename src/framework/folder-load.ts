import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LIST_NAMES } from './list-name.ts'
import { type ListTexts, type ReadProject, readProject } from './read.ts'

/** Reads a project from a folder with one file a list, NAME.json. */
export function readFolder(folder: string): ReadProject {
  const texts = LIST_NAMES.map((list) => {
    const file = join(folder, `${list}.json`)
    return [list, existsSync(file) ? readFileSync(file, 'utf8') : undefined]
  })
  return readProject(Object.fromEntries(texts) as ListTexts)
}

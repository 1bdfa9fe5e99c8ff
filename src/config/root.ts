import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the project, wherever this code runs from (source, or built into dist/). */
export const root: string = (() => {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
})()

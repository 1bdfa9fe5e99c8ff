import type { z } from 'zod'
import { fileOf, LIST_NAMES, type ListName } from '../list-name.ts'
import type { LISTS } from '../project-data.ts'
import type { ListTexts } from '../read.ts'

/** A project as its files hold it: what `read.ts` takes apart. */
export type WrittenProject = { [Name in ListName]: z.input<(typeof LISTS)[Name]> }

/** The texts of its files. */
export function textsOf(project: WrittenProject): ListTexts {
  const texts = LIST_NAMES.map((list) => [list, `${JSON.stringify(project[list], null, 2)}\n`])
  return Object.fromEntries(texts) as ListTexts
}

/** The files of a project and what stands in them: a list a file, and one for each layout of a workbook. */
export function filesOf(texts: ListTexts): [file: string, text: string][] {
  return LIST_NAMES.flatMap((list): [string, string][] => {
    const text = texts[list]!
    if (list !== 'layouts') return [[fileOf(list), text]]
    const layouts = JSON.parse(text) as WrittenProject['layouts']
    return layouts.map((one) => [fileOf(list, one.code), `${JSON.stringify(one, null, 2)}\n`])
  })
}

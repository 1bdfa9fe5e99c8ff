import type { z } from 'zod'
import { LIST_NAMES, type ListName } from '../list-name.ts'
import type { LISTS } from '../project-data.ts'
import type { ListTexts } from '../read.ts'

/** A project as its files hold it: what `read.ts` takes apart. */
export type WrittenProject = { [Name in ListName]: z.input<(typeof LISTS)[Name]> }

/** The texts of its files. */
export function textsOf(project: WrittenProject): ListTexts {
  const texts = LIST_NAMES.map((list) => [list, `${JSON.stringify(project[list], null, 2)}\n`])
  return Object.fromEntries(texts) as ListTexts
}

import type { Words } from '../../../../language/words.ts'
import { namedInWords } from '../../../page/heading.ts'
import type { LoadedSubmission } from '../../../page-state.ts'
import { rowChoices } from './choices.ts'
import type { ChoiceSummary, HeldField } from './columns-page.ts'
import type { RowLabel } from './draft.ts'

export type RowsModel = {
  address: string
  report: string
  rows: { row: number; text: string; field: HeldField }[]
  summary: ChoiceSummary
}

declare module '../../../../web/views/models.ts' {
  interface Views {
    'submissions/own-sheet/rows': RowsModel
  }
}

/** Why rows are not taken as they are. */
export type RowProblem = 'no-field' | 'names-somebody'

/**
 * What each text that stands before numbers is about.
 * @param problem of which row it is; null: they can be taken
 */
export function rowsPage(
  address: string,
  loaded: LoadedSubmission,
  labels: readonly RowLabel[],
  says: ReadonlyMap<string, string>,
  problem: { row: number; code: RowProblem } | null,
  words: Words,
): RowsModel {
  const groups = rowChoices(loaded, words)
  const rows = labels.map(({ text, key, row }, nth) => {
    const sentence = problem?.row === nth ? words.t(`submissions:own-sheet.problem.${problem.code}`) : null
    const field = { name: `row.${nth}`, label: text, chosen: says.get(key) ?? '', problem: sentence, groups }
    return { row: row + 1, text, field }
  })
  const items = rows.flatMap(({ text, field: { name, problem: sentence } }) =>
    sentence ? [{ href: `#${name}`, where: text, text: sentence }] : [],
  )
  return { address, report: namedInWords(loaded, words), rows, summary: { lead: null, items } }
}

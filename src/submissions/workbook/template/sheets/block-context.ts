import type { Words } from '../../../../language/words.ts'
import type { Entry } from '../../../entry.ts'
import type { FormRow } from '../../../entry-form/definition.ts'
import type { RowView } from '../../../entry-form/rows-page.ts'

/** What the blocks of one indicator are put together from. */
export type BlockContext = {
  row: FormRow
  view: RowView
  /** Its entries as saved. */
  own: readonly Entry[]
  words: Words
  /** Number of the list its stages are chosen from. */
  stages: number
  /** Columns for what is typed; what was reported last stands behind them. */
  inputs: number
  /** Where the total stands that a partition must come to: null before it is known. */
  whole: string | null
}

/** Where the first input stands. */
export const FIRST_INPUT = 2

/** The name of a stage needs so many columns, and so does a value in words where it stands by itself. */
export const STAGE_COLUMNS = 4
export const LAST_COLUMNS = 2

export function acrossStages({ indicator }: FormRow): { across?: number } {
  return indicator.stages.length > 0 ? { across: STAGE_COLUMNS } : {}
}

import type { PublishableTable } from '../disclosure/publishable.ts'
import { staffTable } from '../disclosure/suppress.ts'
import type { Answer } from '../figures/answer.ts'
import { comparedTable, type TableOptions } from '../targets/compared-table.ts'
import type { Compare } from '../targets/comparison.ts'

/** A compared table of one answer, taken through the door that staff read through. */
export function staffTableOf(answer: Answer, wish: TableOptions, compare: Compare): PublishableTable {
  return staffTable(comparedTable(answer, wish, compare))
}

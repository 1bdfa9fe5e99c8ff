import type { PublishableTable } from '../disclosure/publishable.ts'
import { staffTable } from '../disclosure/suppress.ts'
import type { Answer } from '../figures/answer.ts'
import { donorThresholds } from '../project/donor.ts'
import type { ProjectCard } from '../project/project.ts'
import { comparedTable, type TableOptions } from '../targets/compared-table.ts'
import type { Compare } from '../targets/comparison.ts'

/**
 * A compared table of one answer, taken through the door that staff read through.
 * @param project by whose donors a count is small
 */
export function staffTableOf(
  answer: Answer,
  wish: TableOptions,
  compare: Compare,
  project: Pick<ProjectCard, 'donors' | 'thresholds'>,
): PublishableTable {
  return staffTable(comparedTable(answer, wish, compare), donorThresholds(project).anyone)
}

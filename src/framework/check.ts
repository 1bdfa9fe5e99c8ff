import { checkBenchmarks } from './checks/benchmarks.ts'
import { checkChanges } from './checks/changes.ts'
import { checkDonors } from './checks/donors.ts'
import { checkIndicators } from './checks/indicators.ts'
import { checkPartners } from './checks/partners.ts'
import { checkPhases } from './checks/phases.ts'
import { checkPlaces } from './checks/places.ts'
import { checkRelations } from './checks/relations.ts'
import { checkResults } from './checks/results.ts'
import { checkValidations } from './checks/validations.ts'
import type { ListProblem } from './problem.ts'
import type { ProjectData } from './project-data.ts'

/**
 * What the lists of a project say together: everything they name is there, once, and nothing holds twice at a time.
 * @param targetsAt the way to each of the targets in its file; absent where they have not been read from one
 */
export function checkProject(data: ProjectData, targetsAt: readonly string[] = []): ListProblem[] {
  return [
    ...[checkPhases, checkDonors, checkResults, checkIndicators, checkRelations, checkValidations].flatMap((check) =>
      check(data),
    ),
    ...[checkPlaces, checkPartners].flatMap((check) => check(data)),
    ...checkBenchmarks(data, targetsAt),
    ...checkChanges(data),
  ]
}

import { checkBenchmarks } from './checks/benchmarks.ts'
import { checkChanges } from './checks/changes.ts'
import { checkIndicators } from './checks/indicators.ts'
import { checkPartners } from './checks/partners.ts'
import { checkPhases } from './checks/phases.ts'
import { checkPlaces } from './checks/places.ts'
import { checkResults } from './checks/results.ts'
import type { ListProblem } from './problem.ts'
import type { ProjectData } from './project-data.ts'

/** What the lists of a project say together: everything they name is there, once, and nothing holds twice at a time. */
export function checkProject(data: ProjectData): ListProblem[] {
  return [
    checkPhases,
    checkResults,
    checkIndicators,
    checkPlaces,
    checkPartners,
    checkBenchmarks,
    checkChanges,
  ].flatMap((check) => check(data))
}

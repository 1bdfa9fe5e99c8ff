import type { z } from 'zod'
import type { ListName } from './list-name.ts'
import { baselinesData } from './lists/baselines.ts'
import { breakdownsData } from './lists/breakdowns.ts'
import { changesData } from './lists/changes.ts'
import { componentsData } from './lists/components.ts'
import { donorsData } from './lists/donors/donors.ts'
import { layoutsData } from './lists/donors/layouts.ts'
import { indicatorsData } from './lists/indicators.ts'
import { assignmentsData, kindsData, partnersData } from './lists/partners.ts'
import { phasesData } from './lists/phases.ts'
import { levelsData, placesData, successionsData } from './lists/places.ts'
import { projectData } from './lists/project/project.ts'
import { relationsData, validationsData } from './lists/relations.ts'
import { resultsData } from './lists/results.ts'
import { type TargetRow, targetsData } from './lists/targets.ts'

/** How each list is written. */
export const LISTS = {
  project: projectData,
  phases: phasesData,
  layouts: layoutsData,
  donors: donorsData,
  components: componentsData,
  results: resultsData,
  breakdowns: breakdownsData,
  indicators: indicatorsData,
  relations: relationsData,
  validations: validationsData,
  levels: levelsData,
  places: placesData,
  successions: successionsData,
  kinds: kindsData,
  partners: partnersData,
  assignments: assignmentsData,
  targets: targetsData,
  baselines: baselinesData,
  changes: changesData,
} as const satisfies Record<ListName, z.ZodType>

type ListRows = { [Name in ListName]: z.output<(typeof LISTS)[Name]> }

/** A whole project as data: what every way in (a folder, a workbook) is read into, and what `save` writes. */
export type ProjectData = Omit<ListRows, 'targets'> & { targets: TargetRow[] }

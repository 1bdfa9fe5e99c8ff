import { type Db, orWhy, RolledBack } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { startOfDay } from '../calendar/day.ts'
import { datesOf } from '../calendar/span.ts'
import { freshenTally } from '../figures/tally/rebuild.ts'
import { insertBaseRelation } from '../indicators/relations/relation-store.ts'
import { insertValidationRule } from '../indicators/validation/rule-store.ts'
import { projectCard } from '../project/store.ts'
import { record } from '../trail/store.ts'
import { applyChange } from './definitions/apply-change.ts'
import type { ChangeRefusal } from './definitions/refusal.ts'
import { handoversIn } from './handovers/told.ts'
import type { ProjectData } from './project-data.ts'
import { insertBaselines, insertTargets } from './stores/benchmarks-store.ts'
import { insertBreakdowns } from './stores/breakdowns-store.ts'
import { insertIndicators } from './stores/indicators-store.ts'
import {
  insertAssignments,
  insertHandovers,
  insertKinds,
  insertPartners,
  insertPlaces,
  replaceLevels,
} from './stores/parties-store.ts'
import {
  insertComponents,
  insertDonors,
  insertLayouts,
  insertPhases,
  insertProject,
  insertResults,
} from './stores/project-store.ts'

/** `not-empty`: one file is about one project, and this one has its own. A refused change (its row, from 1): nothing was written. */
export type SaveOutcome = 'saved' | 'not-empty' | RefusedRow
type RefusedRow = { refused: ChangeRefusal; row: number }

/**
 * Writes a project that has been read into a file that holds none. What is defined is known from the day on which the project
 * begins, so that every figure as at a later instant finds its definition; targets and baselines from the day they were set.
 * @param by who does it; null = nobody who has an account, such as a command
 */
export function saveProject(db: Db, by: Pick<Person, 'id'> | null, data: ProjectData, now: number): SaveOutcome {
  return orWhy<SaveOutcome, RefusedRow>(() => db.tx(() => save(db, by, data, now)))
}

function save(db: Db, by: Pick<Person, 'id'> | null, data: ProjectData, now: number): SaveOutcome {
  if (projectCard(db)) return 'not-empty'
  const { first } = data.project
  const from = startOfDay(datesOf({ from: first, to: first }).first)!
  insertProject(db, data.project, from)
  insertPhases(db, data.phases, from)
  insertLayouts(db, data.layouts)
  insertDonors(db, data.donors)
  insertComponents(db, data.components)
  const results = insertResults(db, data.results)
  const breakdowns = insertBreakdowns(db, data.breakdowns, from)
  const indicators = insertIndicators(db, data.indicators, { results, breakdowns }, { from, quarter: first })
  for (const { indicator, counted } of data.relations)
    insertBaseRelation(db, { indicatorId: indicators.get(indicator)!, countedId: indicators.get(counted)! }, from)
  for (const rule of data.validations) {
    const ids = { lesserId: indicators.get(rule.lesser)!, greaterId: indicators.get(rule.greater)! }
    insertValidationRule(db, rule, ids, from)
  }
  replaceLevels(db, data.levels)
  insertKinds(db, data.kinds)
  const levels = data.levels.map(({ code }) => code)
  const places = insertPlaces(db, data.places, data.successions, levels, from)
  const partners = insertPartners(db, data.partners)
  insertAssignments(db, data.assignments, { indicators, places, partners }, from)
  insertHandovers(db, handoversIn(data).handovers, { indicators, places, partners }, from)
  insertTargets(db, data.targets, { indicators, places })
  insertBaselines(db, data.baselines, { indicators, places })
  record(db, { at: now, by, verb: 'project.loaded', subject: ['project', data.project.code], detail: {} })
  for (const [nth, row] of data.changes.entries()) {
    const refused = applyChange(db, by, row)
    if (refused) throw new RolledBack<RefusedRow>({ refused, row: nth + 1 })
  }
  freshenTally(db)
  return 'saved'
}

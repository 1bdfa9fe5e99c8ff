import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { type Quarter, quarterCode } from '../../calendar/quarter.ts'
import { validityCodes } from '../../calendar/span.ts'
import type { TimelineRevision } from '../../calendar/timeline.ts'
import { freshenTally } from '../../figures/tally/rebuild.ts'
import {
  endDefinition,
  insertDefinition,
  lastDefinedAt,
  quartersWithValues,
} from '../../indicators/definitions/definition-store.ts'
import type { IndicatorHistory } from '../../indicators/definitions/history.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { historiesAsAt } from '../../indicators/store.ts'
import type { TrailEvent } from '../../trail/event.ts'
import { record } from '../../trail/store.ts'
import { type Redefinition, redefined, retired } from './redefinition.ts'
import type { DefinitionRefusal } from './refusal.ts'

type By = Pick<Person, 'id'> | null

/**
 * From a quarter on (to one) an indicator is something else. What was known until now stays known for every instant before, so
 * that a figure as at an earlier day, and every report that was issued, reads as it did.
 * @param by who decides it; null = nobody who has an account, such as a command
 */
export function redefineIndicator(
  db: Db,
  by: By,
  code: string,
  redefinition: Redefinition,
  now: number,
): DefinitionRefusal | null {
  const plan: PlanDefinitions = (history, withValues) => redefined(history, redefinition, withValues)
  const detail = { ...validityCodes(redefinition), changes: Object.keys(redefinition.changes) }
  return revise(db, code, plan, { at: now, by, verb: 'indicator.redefined', subject: ['indicator', code], detail })
}

/** An indicator is measured for the last time in a quarter: it stays readable until then, and is not asked for after. */
export function retireIndicator(db: Db, by: By, code: string, last: Quarter, now: number): DefinitionRefusal | null {
  const plan: PlanDefinitions = (history, withValues) => retired(history, last, withValues)
  const detail = { last: quarterCode(last) }
  return revise(db, code, plan, { at: now, by, verb: 'indicator.retired', subject: ['indicator', code], detail })
}

type PlanDefinitions = (history: IndicatorHistory, withValues: readonly Quarter[]) => ReturnType<typeof redefined>

/** Writes what is planned of an indicator's definitions and that it was done, or says why not. */
function revise(db: Db, code: string, plan: PlanDefinitions, event: TrailEvent): DefinitionRefusal | null {
  return db.tx(() => {
    const history = historiesAsAt(db).find((one) => one.code === code)
    if (!history) return { code: 'unknown-indicator', what: code }
    const planned = plan(history, quartersWithValues(db, history.id))
    if ('refused' in planned) return planned.refused
    write(db, history, planned.revision, event.at)
    record(db, event)
    freshenTally(db)
    return null
  })
}

function write(
  db: Db,
  { id }: IndicatorHistory,
  { ended, begun }: TimelineRevision<DefinedIndicator>,
  now: number,
): void {
  const at = Math.max(now, lastDefinedAt(db, id) + 1)
  for (const { from } of ended) endDefinition(db, id, from, at)
  for (const definition of begun) insertDefinition(db, id, definition, at)
}

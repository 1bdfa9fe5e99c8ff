import type { Db } from '../../../../db/connection.ts'
import type { Person } from '../../../access/person.ts'
import { parseQuarter } from '../../../calendar/quarter.ts'
import { refusal } from '../../action.ts'
import { loadNamed } from '../../load.ts'
import type { LoadedSubmission } from '../../page-state.ts'
import { loadOpenSubmissions } from '../template/load.ts'
import type { ReportName } from './choosing/kept-sheets.ts'

/**
 * The reports that a sheet may be read into: the one it was sent for, and those of the same partner and quarter beside it.
 * Null: that one is not this person's, or nothing can be saved in it now.
 */
export function loadOwnReports(
  db: Db,
  person: Person,
  { partner, place, quarter }: ReportName,
  now: number,
): [LoadedSubmission, ...LoadedSubmission[]] | null {
  const parsed = parseQuarter(quarter)
  const chosen = parsed === null ? null : loadNamed(db, person, { partner, place, quarter: parsed }, now)
  if (!chosen || refusal('save', chosen.standing)) return null
  const beside = loadOpenSubmissions(db, person, now).filter(
    (one) => one.partner.id === chosen.partner.id && one.quarter === chosen.quarter && one.place.id !== chosen.place.id,
  )
  return [chosen, ...beside]
}

import { columnsOf } from '../../../db/columns.ts'
import type { Db } from '../../../db/connection.ts'
import type { Span } from '../../calendar/span.ts'
import type { BegunSubmission } from './slot.ts'

const BEGUN = columnsOf<BegunSubmission>()(['id', 'partnerId', 'placeId', 'quarter', 'state', 'changedAt'])
const COLUMNS = 'id, partner_id, place_id, quarter, state, changed_at'

/** Submissions that have been begun in the quarters of a span: all of them, or those of some partners. */
export function begunIn(db: Db, { from, to }: Span, partnerIds?: readonly number[]): BegunSubmission[] {
  const theirs = partnerIds ? 'and partner_id in (select value from json_each(:partners))' : ''
  const text = `select ${COLUMNS} from submission where quarter between :from and :to ${theirs}`
  const bound = partnerIds ? { from, to, partners: JSON.stringify(partnerIds) } : { from, to }
  return BEGUN.read(db.prepared(text).all(bound))
}

/** The same of some submissions, of whatever quarter; one that is not there any more is left out. */
export function begunAmong(db: Db, ids: readonly number[]): BegunSubmission[] {
  const text = `select ${COLUMNS} from submission where id in (select value from json_each(:ids))`
  return BEGUN.read(db.prepared(text).all({ ids: JSON.stringify(ids) }))
}

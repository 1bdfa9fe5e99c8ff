import { and, desc, eq, gt, gte, inArray, lt, max, type SQL, sql } from 'drizzle-orm'
import { type Db, oncePerConnection } from '../../db/connection.ts'
import { insertRow } from '../../db/insert-row.ts'
import { person, trail } from '../../db/schema.ts'
import { WRITTEN_VERBS } from '../vocabulary/trail.ts'
import { type EventMark, type TrailEvent, type TrailFilter, type TrailRow, verbNow } from './event.ts'

/** Writes what was done; call it inside the transaction that did it. */
export function record(db: Db, event: TrailEvent): void {
  insertRow(db, trail, {
    at: event.at,
    byId: event.by?.id ?? null,
    verb: event.verb,
    subjectKind: event.subject[0],
    subjectId: String(event.subject[1]),
    detail: JSON.stringify(event.detail),
  })
}

/** Newest first, a page at a time. */
export function readTrail(db: Db, filter: TrailFilter, limit: number): TrailRow[] {
  const conditions: SQL[] = []
  const { verb } = filter
  if (verb)
    conditions.push(
      inArray(
        trail.verb,
        WRITTEN_VERBS.filter((written) => verbNow(written) === verb),
      ),
    )
  const [kind, id] = filter.subject ?? []
  if (kind) conditions.push(eq(trail.subjectKind, kind))
  if (id) conditions.push(eq(trail.subjectId, id))
  if (filter.byId) conditions.push(eq(trail.byId, filter.byId))
  if (filter.from !== undefined) conditions.push(gte(trail.at, filter.from))
  if (filter.before !== undefined) conditions.push(lt(trail.at, filter.before))
  if (filter.beforeId) conditions.push(lt(trail.id, filter.beforeId))
  return db
    .select({
      id: trail.id,
      at: trail.at,
      by: person.name,
      verb: trail.verb,
      subjectKind: trail.subjectKind,
      subjectId: trail.subjectId,
      detail: trail.detail,
    })
    .from(trail)
    .leftJoin(person, eq(person.id, trail.byId))
    .where(and(...conditions))
    .orderBy(desc(trail.id))
    .limit(limit)
    .all()
    .map((row) => ({ ...row, verb: verbNow(row.verb), detail: JSON.parse(row.detail) as Record<string, unknown> }))
}

/** Number of the newest event; 0 when nothing has been done. */
export function lastEventId(db: Db): number {
  return lastQuery(db).get()?.id ?? 0
}

/** Every page of figures asks for both after a write. */
const lastQuery = oncePerConnection((db) =>
  db.select({ id: trail.id }).from(trail).orderBy(desc(trail.id)).limit(1).prepare(),
)
const afterQuery = oncePerConnection((db) => {
  const { verb, at, subjectKind, subjectId } = trail
  return db
    .select({ verb, at, subjectKind, subjectId })
    .from(trail)
    .where(gt(trail.id, sql.placeholder('id')))
    .orderBy(trail.id)
    .prepare()
})

/** When the latest of all events happened; null when nothing has been done. */
export function lastEventAt(db: Db): number | null {
  return (
    db
      .select({ at: max(trail.at) })
      .from(trail)
      .get()?.at ?? null
  )
}

/** What was done after an event, oldest first. */
export function eventsAfter(db: Db, id: number): EventMark[] {
  return afterQuery(db)
    .all({ id })
    .map((event) => ({ ...event, verb: verbNow(event.verb) }))
}

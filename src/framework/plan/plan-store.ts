import type { Db } from '../../../db/connection.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'

/** The project's quarters are no longer what is known. */
export function endQuarters(db: Db, at: number): void {
  db.prepared('update project_quarters set known_to = :at where known_to is null').run({ at })
}

export function insertQuarters(db: Db, { from, to }: Span, knownFrom: number): void {
  db.prepared('insert into project_quarters values (:from, :to, :knownFrom, null)').run({ from, to, knownFrom })
}

/** A phase is no longer what is known. */
export function endPhase(db: Db, code: string, at: number): void {
  db.prepared('update phase set known_to = :at where code = :code and known_to is null').run({ code, at })
}

/**
 * The targets for the whole life of the project, or of a phase, go with its quarters: those in force end, and begin anew over others.
 * @param phase code; null: the project's
 * @param span null: there is no such phase any more
 */
export function moveLifeTargets(db: Db, phase: string | null, span: Span | null, at: number): void {
  const own = phase === null ? "kind = 'project'" : 'phase = :phase'
  const bound = phase === null ? { at } : { phase, at }
  db.prepared(`update target set valid_to = :at where ${own} and valid_to is null`).run(bound)
  if (span === null) return
  db.prepared(`insert into target (indicator_id, place_id, kind, phase, from_quarter, to_quarter, value, valid_from)
    select indicator_id, place_id, kind, phase, :from, :to, value, valid_to from target where ${own} and valid_to = :at`).run(
    {
      ...bound,
      ...span,
    },
  )
}

/** Since when the plan that is known now has been known, at the latest: quarters, phases and their targets; ms. */
export function lastPlannedAt(db: Db): number {
  const text = `select max(at) from (select max(known_from) as at from project_quarters union all select max(known_from) from phase
    union all select max(valid_from) from target where kind in ('project', 'phase'))`
  const [at] = db.prepared(text).get() as [number | null]
  return at ?? 0
}

/** The quarters for which any value has been given, approved or not, in order. */
export function quartersGiven(db: Db): Quarter[] {
  const rows = db
    .prepared(`select quarter from fact where approved_to is null union
      select s.quarter from submission s join entry e on e.submission_id = s.id where e.state <> 'not reported' order by 1`)
    .all() as [Quarter][]
  return rows.map(([quarter]) => quarter)
}

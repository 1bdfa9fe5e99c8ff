import type { Db } from '../../../db/connection.ts'
import { insertRow } from '../../../db/insert-row.ts'
import { scheme, schemeBreakdown } from '../../../db/schema.ts'
import type { Scheme } from '../breakdown.ts'

/**
 * @param breakdowns ids, as they are shown
 * @param knownFrom since when it is known, ms
 */
export function insertScheme(
  db: Db,
  indicatorId: number,
  { kind, from, to }: Pick<Scheme, 'kind' | 'from' | 'to'>,
  breakdowns: readonly number[],
  { position, knownFrom }: { position: number; knownFrom: number },
): void {
  const schemeId = insertRow(db, scheme, { indicatorId, kind, fromQuarter: from, toQuarter: to, knownFrom, position })
  for (const [at, breakdownId] of breakdowns.entries())
    insertRow(db, schemeBreakdown, { schemeId, position: at, breakdownId })
}

/** It is no longer known to hold as it did. */
export function endScheme(db: Db, id: number, at: number): void {
  db.prepared('update scheme set known_to = :at where id = :id').run({ id, at })
}

/** Where a scheme stands among those of its indicator, and since when it is known, ms. */
export function placeOfScheme(db: Db, id: number): { position: number; knownFrom: number } {
  const text = 'select position, known_from from scheme where id = ?'
  const [position, knownFrom] = db.prepared(text).get(id) as [number, number]
  return { position, knownFrom }
}

import { asc, eq } from 'drizzle-orm'
import type { Db } from '../../../../db/connection.ts'
import { ownSheet, person } from '../../../../db/schema.ts'
import { mappingOf, type OwnMapping, type RememberedMapping } from './reading/mapping.ts'

/** Those that no later one took the place of, the newest first. */
export function mappingsOf(db: Db, partnerId: number): RememberedMapping[] {
  const { id, sheet, mapping, at, replacesId } = ownSheet
  const all = db
    .select({ id, sheet, mapping, at, replacesId, by: person.name })
    .from(ownSheet)
    .innerJoin(person, eq(person.id, ownSheet.byId))
    .where(eq(ownSheet.partnerId, partnerId))
    .orderBy(asc(id))
    .all()
  const replaced = new Set(all.map((one) => one.replacesId))
  const standing = all.filter((one) => !replaced.has(one.id)).reverse()
  return standing.map(({ replacesId: _, ...one }) => ({ ...one, mapping: mappingOf(one.mapping) }))
}

export function insertMapping(
  db: Db,
  row: { partnerId: number; sheet: string; mapping: OwnMapping; at: number; byId: number; replacesId: number | null },
): number {
  const values = { ...row, mapping: JSON.stringify(row.mapping) }
  return Number(db.insert(ownSheet).values(values).run().lastInsertRowid)
}

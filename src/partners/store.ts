import { asc } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { oncePerVersion } from '../../db/connection.ts'
import { partner, partnerName } from '../../db/schema.ts'
import type { DatedName, Partner } from './partner.ts'

/** Every partner with all the names it has gone by, in order. */
export const partners = oncePerVersion((db: Db): Partner[] => {
  const names = namesOf(db)
  return db
    .select()
    .from(partner)
    .orderBy(asc(partner.position), asc(partner.id))
    .all()
    .map((row) => ({ id: row.id, slug: row.slug, cutOffDay: row.cutOffDay, names: names.get(row.id) ?? [] }))
})

function namesOf(db: Db): Map<number, DatedName[]> {
  const names = new Map<number, DatedName[]>()
  for (const row of db.select().from(partnerName).orderBy(asc(partnerName.validFrom)).all()) {
    const { kind, validFrom, validTo } = row
    const name = { kind, name: { vi: row.nameVi, en: row.nameEn }, validFrom, validTo }
    names.set(row.partnerId, [...(names.get(row.partnerId) ?? []), name])
  }
  return names
}

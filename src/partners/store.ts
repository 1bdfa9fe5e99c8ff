import { asc } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { partner, partnerName } from '../../db/schema.ts'
import { oncePerVersion } from '../indicators/store-version.ts'
import type { Partner } from './partner.ts'

/** Every partner with all the names it has gone by, in order. */
export const partners = oncePerVersion((db: Db): Partner[] => {
  const names = db.select().from(partnerName).orderBy(asc(partnerName.validFrom)).all()
  return db
    .select()
    .from(partner)
    .orderBy(asc(partner.position), asc(partner.id))
    .all()
    .map((row) => ({
      id: row.id,
      slug: row.slug,
      cutOffDay: row.cutOffDay,
      names: names
        .filter((name) => name.partnerId === row.id)
        .map((name) => ({
          kind: name.kind,
          name: { vi: name.nameVi, en: name.nameEn },
          validFrom: name.validFrom,
          validTo: name.validTo,
        })),
    }))
})

import { asc } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { oncePerVersion } from '../../db/connection.ts'
import { place, succession } from '../../db/schema.ts'
import { type Place, Places } from './place.ts'

/** Every place that is or was, in order, with what became of it. */
export const places = oncePerVersion((db: Db): Places => {
  const list = db
    .select()
    .from(place)
    .orderBy(asc(place.position), asc(place.id))
    .all()
    .map(
      (row): Place => ({
        id: row.id,
        slug: row.slug,
        code: row.code,
        iso: row.iso,
        level: row.level,
        parentId: row.parentId,
        name: { vi: row.nameVi, en: row.nameEn },
        validFrom: row.validFrom,
        validTo: row.validTo,
      }),
    )
  return new Places(list, db.select().from(succession).all())
})

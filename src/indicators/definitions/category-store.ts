import type { Db } from '../../../db/connection.ts'
import { insertRow } from '../../../db/insert-row.ts'
import { category, categoryDefinition } from '../../../db/schema.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { CategoryDefinition } from '../breakdown.ts'

/** @returns its id; it is on no list until it is defined */
export function insertCategory(db: Db, breakdownId: number, code: string): number {
  return insertRow(db, category, { breakdownId, code })
}

/** @param position among the categories of its list; those of one position stand in the order in which they were made */
export function insertCategoryDefinition(
  db: Db,
  categoryId: number,
  { from, to, name }: CategoryDefinition,
  { position, knownFrom }: { position: number; knownFrom: number },
): void {
  const held = { fromQuarter: from, toQuarter: to, knownFrom }
  insertRow(db, categoryDefinition, { categoryId, ...held, nameVi: name.vi, nameEn: name.en, position })
}

/** It is no longer known to be on its list as it was. */
export function endCategoryDefinition(db: Db, categoryId: number, from: Quarter, at: number): void {
  db.prepared(`update category_definition set known_to = :at
    where category_id = :categoryId and from_quarter = :from and known_to is null`).run({ categoryId, from, at })
}

/** Where a category stands on its list, and since when that has been known, ms. */
export function placeOnList(db: Db, categoryId: number): { position: number; knownFrom: number } {
  const text =
    'select position, known_from from category_definition where category_id = ? order by known_from desc limit 1'
  const [position, knownFrom] = db.prepared(text).get(categoryId) as [number, number]
  return { position, knownFrom }
}

/** Quarters in which a value has been given for a category, approved or not, in order. */
export function quartersWithCategory(db: Db, categoryId: number): Quarter[] {
  const rows = db
    .prepared(`select f.quarter from fact f join cell_category c on c.cell_id = f.cell_id
        where c.category_id = :categoryId and f.state = 'reported'
      union select s.quarter from entry e join submission s on s.id = e.submission_id join cell_category c on c.cell_id = e.cell_id
        where c.category_id = :categoryId and e.state = 'reported' order by 1`)
    .all({ categoryId }) as [Quarter][]
  return rows.map(([quarter]) => quarter)
}

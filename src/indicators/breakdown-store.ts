import { asc, eq } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { grouped } from '../../db/grouped.ts'
import { breakdown, category, categoryDefinition } from '../../db/schema.ts'
import { isKnownAt } from '../calendar/known.ts'
import { asKnown } from '../calendar/known-store.ts'
import type { Breakdown, Category } from './breakdown.ts'

/**
 * All breakdowns with every category that is or was on their lists, in order.
 * @param asAt ms; absent = as they are known now
 */
export function breakdowns(db: Db, asAt?: number): Breakdown[] {
  return lists(db, asAt)
}

const lists = asKnown((db) => db.select().from(categoryDefinition).all(), listsOf)

function listsOf(db: Db, asAt?: number): Breakdown[] {
  const rows = db
    .select()
    .from(categoryDefinition)
    .innerJoin(category, eq(category.id, categoryDefinition.categoryId))
    .orderBy(asc(categoryDefinition.fromQuarter))
    .all()
    .filter((row) => isKnownAt(row.category_definition, asAt))
  const byCategory = grouped(
    rows,
    (row) => row.category.id,
    (row) => row,
  )
  const listed = [...byCategory.values()].map((all) => {
    const last = all.at(-1)!
    const definitions = all.map(({ category_definition: { fromQuarter, toQuarter, nameVi, nameEn } }) => ({
      from: fromQuarter,
      to: toQuarter,
      name: { vi: nameVi, en: nameEn },
    }))
    const { id, code, breakdownId } = last.category
    const one: Category = { id, code, name: definitions.at(-1)!.name, definitions }
    return { breakdownId, position: last.category_definition.position, one }
  })
  listed.sort((a, b) => a.position - b.position || a.one.id - b.one.id)
  const categories = grouped(
    listed,
    (row) => row.breakdownId,
    (row) => row.one,
  )
  return db
    .select()
    .from(breakdown)
    .orderBy(asc(breakdown.position))
    .all()
    .map((row) => ({
      id: row.id,
      code: row.code,
      name: { vi: row.nameVi, en: row.nameEn },
      categories: categories.get(row.id) ?? [],
    }))
}

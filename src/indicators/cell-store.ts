import { eq } from 'drizzle-orm'
import { type Db, oncePerVersion } from '../../db/connection.ts'
import { breakdown, category, cell, cellCategory } from '../../db/schema.ts'
import { type Categories, cellKey } from './breakdown.ts'
import { breakdowns } from './breakdown-store.ts'

export type CategoryCell = { id: number; key: string; categories: Categories }

/** Every combination of categories ever used, by id. */
export const cells = oncePerVersion((db): Map<number, CategoryCell> => {
  const [breakdownCodes, categoryCodes] = [codesOf(db, breakdown), codesOf(db, category)]
  const categories = new Map<number, Record<string, string>>()
  for (const row of db.select().from(cellCategory).all()) {
    const known = categories.get(row.cellId) ?? {}
    known[breakdownCodes.get(row.breakdownId)!] = categoryCodes.get(row.categoryId)!
    categories.set(row.cellId, known)
  }
  return new Map(
    db
      .select()
      .from(cell)
      .all()
      .map((row) => [row.id, { id: row.id, key: row.key, categories: categories.get(row.id) ?? {} }]),
  )
})

function codesOf(db: Db, table: typeof breakdown | typeof category): Map<number, string> {
  const rows = db.select({ id: table.id, code: table.code }).from(table).all()
  return new Map(rows.map(({ id, code }) => [id, code]))
}

/** The id of every combination ever used, by key. */
export const cellIds = oncePerVersion((db) => new Map([...cells(db).values()].map(({ id, key }) => [key, id])))

/** The id of a combination of categories; it is made when nobody has used it yet. Unknown codes are the caller's error. */
export function cellIdOf(db: Db, categories: Categories): number {
  const key = cellKey(categories)
  const known = db.select({ id: cell.id }).from(cell).where(eq(cell.key, key)).get()
  if (known) return known.id
  const id = Number(db.insert(cell).values({ key }).run().lastInsertRowid)
  for (const [code, chosen] of Object.entries(categories)) {
    const owner = breakdowns(db).find((one) => one.code === code)
    const found = owner?.categories.find((one) => one.code === chosen)
    if (!owner || !found) throw new Error(`no such category: ${code}=${chosen}`)
    db.insert(cellCategory).values({ cellId: id, breakdownId: owner.id, categoryId: found.id }).run()
  }
  return id
}

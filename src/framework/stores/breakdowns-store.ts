import type { Db } from '../../../db/connection.ts'
import { insertRow } from '../../../db/insert-row.ts'
import { breakdown, cell, cellCategory } from '../../../db/schema.ts'
import { FIRST_QUARTER } from '../../calendar/quarter.ts'
import { categoriesOf, cellKey } from '../../indicators/breakdown.ts'
import { insertCategory, insertCategoryDefinition } from '../../indicators/definitions/category-store.ts'
import type { BreakdownRow } from '../lists/breakdowns.ts'

/** Breakdowns by code, with the ids of their categories by code. */
export type Breakdowns = ReadonlyMap<string, { id: number; categories: ReadonlyMap<string, number> }>

/** @param knownFrom since when they are known, ms */
export function insertBreakdowns(db: Db, rows: readonly BreakdownRow[], knownFrom: number): Breakdowns {
  const all = new Map<string, { id: number; categories: Map<string, number> }>()
  for (const [position, { code, name, categories }] of rows.entries()) {
    const id = insertRow(db, breakdown, { code, nameVi: name.vi, nameEn: name.en, position })
    const ids = new Map<string, number>()
    for (const [at, one] of categories.entries()) {
      const categoryId = insertCategory(db, id, one.code)
      ids.set(one.code, categoryId)
      const definition = { from: FIRST_QUARTER, to: null, name: one.name }
      insertCategoryDefinition(db, categoryId, definition, { position: at, knownFrom })
    }
    all.set(code, { id, categories: ids })
  }
  return all
}

/**
 * Every combination of the categories of some breakdowns that has no cell yet; indicators share them.
 * @param known keys of the cells that are there; what is made is added to it
 */
export function insertCells(db: Db, crossed: readonly string[], breakdowns: Breakdowns, known: Set<string>): void {
  for (const key of combinations(crossed, breakdowns)) {
    if (known.has(key)) continue
    known.add(key)
    const cellId = insertRow(db, cell, { key })
    for (const [code, chosen] of Object.entries(categoriesOf(key))) {
      const { id, categories } = breakdowns.get(code)!
      insertRow(db, cellCategory, { cellId, breakdownId: id, categoryId: categories.get(chosen)! })
    }
  }
}

function combinations(crossed: readonly string[], breakdowns: Breakdowns): string[] {
  let all: Record<string, string>[] = [{}]
  for (const code of [...crossed].sort())
    all = all.flatMap((cell) =>
      [...breakdowns.get(code)!.categories.keys()].map((chosen) => ({ ...cell, [code]: chosen })),
    )
  return all.map(cellKey)
}

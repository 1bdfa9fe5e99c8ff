import { integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { idOf } from '../id-of.ts'
import { knownCheck, knownColumns, quarterChecks, quarterColumns } from '../span.ts'

export const breakdown = sqliteTable('breakdown', {
  id: integer().primaryKey(),
  code: text().notNull().unique(),
  nameVi: text('name_vi').notNull(),
  nameEn: text('name_en').notNull(),
  position: integer().notNull(),
})

export const category = sqliteTable(
  'category',
  {
    id: integer().primaryKey(),
    breakdownId: idOf('breakdown_id', () => breakdown.id),
    code: text().notNull(),
  },
  (t) => [unique('category_code').on(t.breakdownId, t.code)],
)

/**
 * From which quarter (to which) a category is on its list, and what it is called there, as known from an instant (to one).
 * A category that comes later is not asked for before; one that ends stays readable in its quarters.
 */
export const categoryDefinition = sqliteTable(
  'category_definition',
  {
    id: integer().primaryKey(),
    categoryId: idOf('category_id', () => category.id),
    ...quarterColumns,
    ...knownColumns,
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    position: integer().notNull(),
  },
  (t) => [
    unique('category_definition_once').on(t.categoryId, t.fromQuarter, t.knownFrom),
    ...quarterChecks('category_definition', t),
    knownCheck('category_definition', t),
  ],
)

/**
 * A combination of categories, named "age=16-17|sex=female" (breakdowns in alphabetical order), or the undivided total,
 * whose id is 1 and whose key is empty. Shared by all indicators.
 */
export const cell = sqliteTable('cell', {
  id: integer().primaryKey(),
  key: text().notNull().unique(),
})

export const cellCategory = sqliteTable(
  'cell_category',
  {
    cellId: idOf('cell_id', () => cell.id),
    breakdownId: idOf('breakdown_id', () => breakdown.id),
    categoryId: idOf('category_id', () => category.id),
  },
  (t) => [primaryKey({ columns: [t.cellId, t.breakdownId] })],
)

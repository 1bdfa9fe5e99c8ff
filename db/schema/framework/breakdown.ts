import { integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

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
    breakdownId: integer('breakdown_id')
      .notNull()
      .references(() => breakdown.id),
    code: text().notNull(),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    position: integer().notNull(),
  },
  (t) => [unique('category_code').on(t.breakdownId, t.code)],
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
    cellId: integer('cell_id')
      .notNull()
      .references(() => cell.id),
    breakdownId: integer('breakdown_id')
      .notNull()
      .references(() => breakdown.id),
    categoryId: integer('category_id')
      .notNull()
      .references(() => category.id),
  },
  (t) => [primaryKey({ columns: [t.cellId, t.breakdownId] })],
)

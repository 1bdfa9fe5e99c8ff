import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** How a kind of donor reads its workbook: what is left open is as the donor, or the project, has it. */
export const workbookLayout = sqliteTable(
  'workbook_layout',
  {
    code: text().primaryKey(),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    /** JSON: language, first month of the fiscal year, threshold, limits of ratings, grains; each may be null. */
    usual: text().notNull(),
    /** JSON: the sheets in their order, each with its own name or null. */
    sheets: text().notNull(),
    /** JSON: the columns of the tracking table, in the same way. */
    columns: text().notNull(),
    /** JSON: which figures a manager has to explain. */
    deviations: text().notNull().default('{"below":"red","above":120}'),
    position: integer().notNull(),
  },
  (t) => [
    check('workbook_layout_usual', sql`json_valid(${t.usual})`),
    check('workbook_layout_sheets', sql`json_array_length(${t.sheets}) > 0`),
    check('workbook_layout_deviations', sql`json_valid(${t.deviations})`),
    check('workbook_layout_columns', sql`json_array_length(${t.columns}) > 0`),
  ],
)

import { integer, sqliteTable } from 'drizzle-orm/sqlite-core'

/** Another number after every change of the framework (indicators, breakdowns, places, partners, assignments), by triggers. */
export const frameworkVersion = sqliteTable('framework_version', {
  id: integer().primaryKey(),
  nth: integer().notNull(),
})

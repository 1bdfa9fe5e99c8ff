import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { result } from './result.ts'

export const indicator = sqliteTable('indicator', {
  id: integer().primaryKey(),
  code: text().notNull().unique(),
  resultId: integer('result_id')
    .notNull()
    .references(() => result.id),
  position: integer().notNull(),
})

import { type AnySQLiteColumn, integer } from 'drizzle-orm/sqlite-core'

/** The id of a row of another table, which is always there. */
export const idOf = (name: string, column: () => AnySQLiteColumn) => integer(name).notNull().references(column)

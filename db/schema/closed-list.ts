import { type Column, type SQL, sql } from 'drizzle-orm'

/** A closed list as a constraint: the list has one origin in the code and the database refuses anything else. */
export function oneOf(column: Column, list: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(list.map((word) => `'${word}'`).join(', '))})`
}

/** 1990-Q1 to 2100-Q4, as year * 4 + (quarter - 1). */
export function isQuarter(column: Column): SQL {
  return sql`${column} between 7960 and 8403`
}

import { type Column, type SQL, sql } from 'drizzle-orm'
import { LOWEST_THRESHOLD } from '../../src/vocabulary/release.ts'

/** A closed list as a constraint: the list has one origin in the code and the database refuses anything else. */
export function oneOf(column: Column, list: readonly (string | number)[]): SQL {
  const words = list.map((word) => (typeof word === 'number' ? String(word) : `'${word}'`))
  return sql`${column} in (${sql.raw(words.join(', '))})`
}

/** Whether a threshold hides as much as every outsider's has to. */
export function hidesEnough(column: Column): SQL {
  return sql`${column} >= ${sql.raw(String(LOWEST_THRESHOLD))}`
}

/** 1990-Q1 to 2100-Q4, as year * 4 + (quarter - 1). */
export function isQuarter(column: Column): SQL {
  return sql`${column} between 7960 and 8403`
}

/** A day of the calendar as "2021-12-31", or nothing. */
export function isDay(column: Column): SQL {
  return sql`${column} is date(${column})`
}

export function isBoolean(column: Column): SQL {
  return sql`${column} in (0, 1)`
}

/** JSON, or nothing. */
export function isJson(column: Column): SQL {
  return sql`${column} is null or json_valid(${column})`
}

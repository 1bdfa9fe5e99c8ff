import { dayAt } from './day.ts'

/**
 * A quarter as one whole number, `year * 4 + (quarter - 1)`, so that spans are ranges and "the quarter before" is minus one.
 * Written "2020-Q1" in files, URLs and exports.
 */
export type Quarter = number

export const FIRST_QUARTER = quarterOf(1990, 1)
export const LAST_QUARTER = quarterOf(2100, 4)

export function quarterOf(year: number, nth: number): Quarter {
  return year * 4 + (nth - 1)
}

export function yearOf(quarter: Quarter): number {
  return Math.floor(quarter / 4)
}

/** 1 to 4. */
export function nthOf(quarter: Quarter): number {
  return (quarter % 4) + 1
}

export function quarterCode(quarter: Quarter): string {
  return `${yearOf(quarter)}-Q${nthOf(quarter)}`
}

/** Reads "2020-Q1"; null when it is not a quarter between 1990 and 2100. */
export function parseQuarter(text: string): Quarter | null {
  const found = /^(\d{4})-Q([1-4])$/.exec(text)
  if (!found) return null
  const quarter = quarterOf(Number(found[1]), Number(found[2]))
  return quarter >= FIRST_QUARTER && quarter <= LAST_QUARTER ? quarter : null
}

/** The calendar quarter in which an instant falls, in Viet Nam. */
export function quarterAt(now: number): Quarter {
  return quarterOfDay(dayAt(now))
}

/** The calendar quarter of an ISO date. */
export function quarterOfDay(day: string): Quarter {
  return quarterOf(Number(day.slice(0, 4)), Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1)
}

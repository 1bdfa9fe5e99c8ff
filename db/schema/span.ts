import { type Column, type SQL, sql } from 'drizzle-orm'
import { type CheckBuilder, check, integer } from 'drizzle-orm/sqlite-core'
import { isQuarter } from './closed-list.ts'

/** From a quarter to another, which is included; null = from then on. */
export const quarterColumns = { fromQuarter: integer('from_quarter').notNull(), toQuarter: integer('to_quarter') }

/** As known from an instant to another, at which it is known no more; null = until today. */
export const knownColumns = { knownFrom: integer('known_from').notNull(), knownTo: integer('known_to') }

type Ends<Names extends string> = Readonly<Record<Names, Column>>

export function quarterChecks(table: string, { fromQuarter, toQuarter }: Ends<keyof typeof quarterColumns>) {
  return [
    check(`${table}_from`, isQuarter(fromQuarter)),
    check(`${table}_to`, sql`${toQuarter} is null or ${isQuarter(toQuarter)}`),
    check(`${table}_span`, sql`${toQuarter} is null or ${toQuarter} >= ${fromQuarter}`),
  ]
}

export function knownCheck(table: string, { knownFrom, knownTo }: Ends<keyof typeof knownColumns>): CheckBuilder {
  return check(`${table}_known`, endsLater(knownFrom, knownTo))
}

/** What ends does so after it began: the end is not included. */
export function endsLater(from: Column, to: Column): SQL {
  return sql`${to} is null or ${to} > ${from}`
}

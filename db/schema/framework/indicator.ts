import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { idOf } from '../id-of.ts'
import { knownCheck, knownColumns } from '../span.ts'
import { result } from './result.ts'

export const indicator = sqliteTable('indicator', {
  id: integer().primaryKey(),
  code: text().notNull().unique(),
  resultId: idOf('result_id', () => result.id),
  position: integer().notNull(),
})

/**
 * What stands under the values of an indicator (the denominator of a ratio, n of a mean or median) is what another indicator
 * counts, reporter by reporter and quarter by quarter; as known from an instant to an instant. Whoever reads both knows it too.
 */
export const baseRelation = sqliteTable(
  'base_relation',
  {
    indicatorId: idOf('indicator_id', () => indicator.id),
    countedId: idOf('counted_id', () => indicator.id),
    ...knownColumns,
  },
  (t) => [
    primaryKey({ columns: [t.indicatorId, t.knownFrom] }),
    check('base_relation_two', sql`${t.indicatorId} <> ${t.countedId}`),
    knownCheck('base_relation', t),
  ],
)

/** A pair that was alike in every report, of which somebody has said that it is not a relation: it is not suggested again. */
export const declinedRelation = sqliteTable(
  'declined_relation',
  {
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    countedId: integer('counted_id')
      .notNull()
      .references(() => indicator.id),
    at: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.indicatorId, t.countedId] }),
    check('declined_relation_two', sql`${t.indicatorId} <> ${t.countedId}`),
  ],
)

import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { SCORES } from '../../../src/vocabulary/result.ts'
import { isBoolean, isQuarter, oneOf } from '../closed-list.ts'
import { result } from '../framework/result.ts'
import { idOf } from '../id-of.ts'
import { person } from '../people/person.ts'

/** How a person scored a result by the end of a quarter, and why. What is scored anew is another row. */
export const resultScore = sqliteTable(
  'result_score',
  {
    resultId: idOf('result_id', () => result.id),
    quarter: integer().notNull(),
    at: integer().notNull(),
    score: text({ enum: SCORES }).notNull(),
    reason: text().notNull(),
    /** The reason looked as if it named somebody, and its writer says that it does not. */
    confirmed: integer({ mode: 'boolean' }).notNull(),
    byId: idOf('by_id', () => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.resultId, t.quarter, t.at] }),
    check('result_score_quarter', isQuarter(t.quarter)),
    check('result_score_score', oneOf(t.score, SCORES)),
    check('result_score_reason', sql`length(${t.reason}) > 0`),
    check('result_score_confirmed', isBoolean(t.confirmed)),
  ],
)

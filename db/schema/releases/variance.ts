import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isBoolean } from '../closed-list.ts'
import { indicator } from '../framework/indicator.ts'
import { idOf } from '../id-of.ts'
import { person } from '../people/person.ts'
import { release } from './release.ts'

/** Why an indicator is off its plan, in a manager's words to the readers of a release. */
export const releaseVariance = sqliteTable(
  'release_variance',
  {
    releaseId: idOf('release_id', () => release.id),
    indicatorId: idOf('indicator_id', () => indicator.id),
    text: text().notNull(),
    /** It looked as if it named somebody or gave a count away, and its writer says that it does not. */
    confirmed: integer({ mode: 'boolean' }).notNull(),
    at: integer().notNull(),
    byId: idOf('by_id', () => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.releaseId, t.indicatorId] }),
    check('release_variance_text', sql`length(${t.text}) > 0`),
    check('release_variance_confirmed', isBoolean(t.confirmed)),
  ],
)

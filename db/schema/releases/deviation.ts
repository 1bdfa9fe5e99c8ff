import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isBoolean } from '../closed-list.ts'
import { indicator } from '../framework/indicator.ts'
import { idOf } from '../id-of.ts'
import { person } from '../people/person.ts'
import { release } from './release.ts'

/** Why a figure of a report is far from its plan, in a manager's words: they go out with it. */
export const releaseDeviation = sqliteTable(
  'release_deviation',
  {
    releaseId: idOf('release_id', () => release.id),
    indicatorId: idOf('indicator_id', () => indicator.id),
    /** In the languages of the report. */
    textVi: text('text_vi'),
    textEn: text('text_en'),
    /** There was a doubt whether it names somebody or gives a hidden count away, and the manager has checked that it does not. */
    confirmed: integer({ mode: 'boolean' }).notNull(),
    at: integer().notNull(),
    byId: integer('by_id').references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.releaseId, t.indicatorId] }),
    check('release_deviation_text', sql`length(trim(coalesce(${t.textVi}, '') || coalesce(${t.textEn}, ''))) > 0`),
    check('release_deviation_confirmed', isBoolean(t.confirmed)),
  ],
)

import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isDay } from '../closed-list.ts'
import { idOf } from '../id-of.ts'
import { person } from '../people/person.ts'
import { release } from './release.ts'

/** On which day readers of a report may expect the next one, as its cover says. */
export const releaseNextReport = sqliteTable(
  'release_next_report',
  {
    releaseId: idOf('release_id', () => release.id).primaryKey(),
    day: text().notNull(),
    at: integer().notNull(),
    byId: integer('by_id').references(() => person.id),
  },
  (t) => [check('release_next_report_day', isDay(t.day))],
)

import { sql } from 'drizzle-orm'
import { check, integer, real, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { isQuarter } from '../closed-list.ts'
import { idOf } from '../id-of.ts'
import { endsLater } from '../span.ts'
import { indicator } from './indicator.ts'
import { place } from './place.ts'

/** Where an indicator stood before the project, or before one of its phases. `place` null = the whole project. */
export const baseline = sqliteTable(
  'baseline',
  {
    id: integer().primaryKey(),
    indicatorId: idOf('indicator_id', () => indicator.id),
    placeId: integer('place_id').references(() => place.id),
    /** Code of the phase that starts from it; null = the project does. */
    phase: text(),
    quarter: integer().notNull(),
    value: real().notNull(),
    /** Denominator or n behind a ratio or mean; null for counts and milestones. */
    base: real(),
    sourceVi: text('source_vi').notNull(),
    sourceEn: text('source_en').notNull(),
    validFrom: integer('valid_from').notNull(),
    validTo: integer('valid_to'),
  },
  (t) => [
    unique('baseline_once').on(t.indicatorId, t.placeId, t.phase, t.validFrom),
    uniqueIndex('baseline_once_project')
      .on(t.indicatorId, t.validFrom)
      .where(sql`${t.placeId} is null and ${t.phase} is null`),
    check('baseline_quarter', isQuarter(t.quarter)),
    check('baseline_interval', endsLater(t.validFrom, t.validTo)),
  ],
)

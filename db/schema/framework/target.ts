import { sql } from 'drizzle-orm'
import { check, integer, real, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { TARGET_KINDS } from '../../../src/vocabulary/target.ts'
import { isQuarter, oneOf } from '../closed-list.ts'
import { idOf } from '../id-of.ts'
import { endsLater } from '../span.ts'
import { indicator } from './indicator.ts'
import { place } from './place.ts'

/** What is to be reached, dated like facts. `place` null = the whole project. The value is on the scale stored, not shown. */
export const target = sqliteTable(
  'target',
  {
    id: integer().primaryKey(),
    indicatorId: idOf('indicator_id', () => indicator.id),
    placeId: integer('place_id').references(() => place.id),
    kind: text({ enum: TARGET_KINDS }).notNull(),
    /** Code of the phase it is set for; its quarters are those of the phase as they were known when it was set. */
    phase: text(),
    fromQuarter: integer('from_quarter').notNull(),
    toQuarter: integer('to_quarter').notNull(),
    value: real().notNull(),
    /** Why it took the place of the one before, where that was said. */
    reasonVi: text('reason_vi'),
    reasonEn: text('reason_en'),
    validFrom: integer('valid_from').notNull(),
    validTo: integer('valid_to'),
  },
  (t) => [
    unique('target_once').on(t.indicatorId, t.placeId, t.kind, t.fromQuarter, t.validFrom),
    uniqueIndex('target_once_project')
      .on(t.indicatorId, t.kind, t.fromQuarter, t.validFrom)
      .where(sql`${t.placeId} is null`),
    check('target_kind', oneOf(t.kind, TARGET_KINDS)),
    check('target_of_phase', sql`(${t.kind} = 'phase') = (${t.phase} is not null)`),
    check('target_from', isQuarter(t.fromQuarter)),
    check('target_to', isQuarter(t.toQuarter)),
    check('target_span', sql`${t.toQuarter} >= ${t.fromQuarter}`),
    check('target_reason', sql`(${t.reasonVi} is null) = (${t.reasonEn} is null)`),
    check('target_interval', endsLater(t.validFrom, t.validTo)),
  ],
)

import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'
import { PLACE_LEVELS } from '../../../src/vocabulary/place.ts'
import { isDay, oneOf } from '../closed-list.ts'
import { endsLater, knownCheck, knownColumns } from '../span.ts'

/** A province or a commune, with the dates between which it exists. The official code alone names nothing: codes are re-used. */
export const place = sqliteTable(
  'place',
  {
    id: integer().primaryKey(),
    /** Own stable name for URLs and files. */
    slug: text().notNull().unique(),
    code: text().notNull(),
    iso: text(),
    level: text({ enum: PLACE_LEVELS }).notNull(),
    parentId: integer('parent_id').references((): AnySQLiteColumn => place.id),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to'),
    /** Instant since which it is known when the place ends: as at an earlier one it does not. */
    endKnownFrom: integer('end_known_from'),
    position: integer().notNull(),
  },
  (t) => [
    unique('place_code').on(t.level, t.code, t.validFrom),
    index('place_parent').on(t.parentId),
    check('place_valid_from', isDay(t.validFrom)),
    check('place_valid_to', isDay(t.validTo)),
    check('place_level', oneOf(t.level, PLACE_LEVELS)),
    check('place_end_known', sql`(${t.validTo} is null) = (${t.endKnownFrom} is null)`),
    check('place_interval', endsLater(t.validFrom, t.validTo)),
    check('place_commune_has_parent', sql`(${t.level} = 'commune') = (${t.parentId} is not null)`),
  ],
)

/** From one day on, `from` is (part of) `to`, as known from an instant to an instant. */
export const succession = sqliteTable(
  'succession',
  {
    fromId: integer('from_id')
      .notNull()
      .references(() => place.id),
    toId: integer('to_id')
      .notNull()
      .references(() => place.id),
    on: text('on_date').notNull(),
    ...knownColumns,
  },
  (t) => [
    primaryKey({ columns: [t.fromId, t.toId, t.knownFrom] }),
    check('succession_on', isDay(t.on)),
    knownCheck('succession', t),
    check('succession_two', sql`${t.fromId} <> ${t.toId}`),
  ],
)

import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isDay } from '../closed-list.ts'
import { idOf } from '../id-of.ts'
import { endsLater, knownCheck, knownColumns } from '../span.ts'

/**
 * Levels of places from the top down, with the words for one and for several of them. At depth 0 is what belongs to no one area,
 * such as the reach of a campaign; at depth 1 the areas that figures are compared by; those below lie each in one of the level above.
 */
export const placeLevel = sqliteTable(
  'place_level',
  {
    code: text().primaryKey(),
    depth: integer().notNull().unique(),
    oneVi: text('one_vi').notNull(),
    oneEn: text('one_en').notNull(),
    manyVi: text('many_vi').notNull(),
    manyEn: text('many_en').notNull(),
  },
  (t) => [check('place_level_depth', sql`${t.depth} >= 0`)],
)

/** A place of one of the levels. The official code alone names nothing: codes are re-used. */
export const place = sqliteTable(
  'place',
  {
    id: integer().primaryKey(),
    /** Own stable name for URLs and files. */
    slug: text().notNull().unique(),
    code: text().notNull(),
    iso: text(),
    level: text()
      .notNull()
      .references(() => placeLevel.code),
    position: integer().notNull(),
  },
  (t) => [index('place_code').on(t.level, t.code)],
)

/**
 * What a place is called, what it lies in and the dates between which it exists, as known from an instant to an instant: an end
 * that was entered by mistake, another parent or another name leaves what was known before as it was.
 */
export const placeDefinition = sqliteTable(
  'place_definition',
  {
    placeId: idOf('place_id', () => place.id),
    parentId: integer('parent_id').references(() => place.id),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    validFrom: text('valid_from').notNull(),
    /** The first day on which it no longer exists; null = it goes on. */
    validTo: text('valid_to'),
    ...knownColumns,
  },
  (t) => [
    primaryKey({ columns: [t.placeId, t.knownFrom] }),
    check('place_definition_from', isDay(t.validFrom)),
    check('place_definition_to', isDay(t.validTo)),
    check('place_definition_interval', endsLater(t.validFrom, t.validTo)),
    knownCheck('place_definition', t),
  ],
)

/** From one day on, `from` is (part of) `to`, as known from an instant to an instant. */
export const succession = sqliteTable(
  'succession',
  {
    fromId: idOf('from_id', () => place.id),
    toId: idOf('to_id', () => place.id),
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

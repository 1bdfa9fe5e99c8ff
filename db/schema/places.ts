import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { PARTNER_KINDS } from '../../src/vocabulary/partner.ts'
import { PLACE_LEVELS } from '../../src/vocabulary/place.ts'
import { isQuarter, oneOf } from './closed-list.ts'
import { indicator } from './framework.ts'

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
    parentId: integer('parent_id'),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to'),
    position: integer().notNull(),
  },
  (t) => [
    unique('place_code').on(t.level, t.code, t.validFrom),
    index('place_parent').on(t.parentId),
    check('place_level', oneOf(t.level, PLACE_LEVELS)),
    check('place_interval', sql`${t.validTo} is null or ${t.validTo} > ${t.validFrom}`),
    check('place_commune_has_parent', sql`(${t.level} = 'commune') = (${t.parentId} is not null)`),
  ],
)

/** From one day on, `from` is (part of) `to`. */
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
  },
  (t) => [primaryKey({ columns: [t.fromId, t.toId] }), check('succession_two', sql`${t.fromId} <> ${t.toId}`)],
)

export const partner = sqliteTable(
  'partner',
  {
    id: integer().primaryKey(),
    slug: text().notNull().unique(),
    /** Last day of the month of the partner's own reporting cut (14 for the 15th–14th); null = calendar quarters. */
    cutOffDay: integer('cut_off_day'),
    position: integer().notNull(),
  },
  (t) => [check('partner_cut_off_day', sql`${t.cutOffDay} is null or ${t.cutOffDay} between 1 and 28`)],
)

/** What a partner is called, and what kind of body it is, from a day to a day. */
export const partnerName = sqliteTable(
  'partner_name',
  {
    partnerId: integer('partner_id')
      .notNull()
      .references(() => partner.id),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to'),
    kind: text({ enum: PARTNER_KINDS }).notNull(),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnerId, t.validFrom] }),
    check('partner_name_kind', oneOf(t.kind, PARTNER_KINDS)),
    check('partner_name_interval', sql`${t.validTo} is null or ${t.validTo} > ${t.validFrom}`),
  ],
)

/** This partner reports this indicator for this place from this quarter (to that one). */
export const assignment = sqliteTable(
  'assignment',
  {
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    placeId: integer('place_id')
      .notNull()
      .references(() => place.id),
    partnerId: integer('partner_id')
      .notNull()
      .references(() => partner.id),
    fromQuarter: integer('from_quarter').notNull(),
    toQuarter: integer('to_quarter'),
  },
  (t) => [
    primaryKey({ columns: [t.indicatorId, t.placeId, t.partnerId, t.fromQuarter] }),
    index('assignment_partner').on(t.partnerId, t.placeId),
    check('assignment_from', isQuarter(t.fromQuarter)),
    check('assignment_span', sql`${t.toQuarter} is null or ${t.toQuarter} >= ${t.fromQuarter}`),
  ],
)

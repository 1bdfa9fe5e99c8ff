import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isDay } from '../closed-list.ts'
import { idOf } from '../id-of.ts'
import { endsLater } from '../span.ts'

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

/** Kinds of bodies that partners are. */
export const partnerKind = sqliteTable('partner_kind', {
  code: text().primaryKey(),
  nameVi: text('name_vi').notNull(),
  nameEn: text('name_en').notNull(),
  position: integer().notNull(),
})

/** What a partner is called, and what kind of body it is, from a day to a day. */
export const partnerName = sqliteTable(
  'partner_name',
  {
    partnerId: idOf('partner_id', () => partner.id),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to'),
    kind: text()
      .notNull()
      .references(() => partnerKind.code),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnerId, t.validFrom] }),
    check('partner_name_valid_from', isDay(t.validFrom)),
    check('partner_name_valid_to', isDay(t.validTo)),
    check('partner_name_interval', endsLater(t.validFrom, t.validTo)),
  ],
)

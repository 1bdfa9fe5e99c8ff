import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { REMINDER_KINDS, REMINDER_PROBLEMS } from '../../../src/vocabulary/reminder.ts'
import { isQuarter, oneOf } from '../closed-list.ts'
import { partner } from '../framework/partner.ts'
import { place } from '../framework/place.ts'
import { idOf } from '../id-of.ts'
import { person } from './person.ts'

/**
 * One message to one person. The row is there before anything is sent; `begun_at` is written before the first byte of the message
 * leaves, so that a program that was killed knows which ones may have arrived.
 */
export const reminder = sqliteTable(
  'reminder',
  {
    id: integer().primaryKey(),
    personId: idOf('person_id', () => person.id),
    kind: text({ enum: REMINDER_KINDS }).notNull(),
    reservedAt: integer('reserved_at').notNull(),
    attempts: integer().notNull(),
    /** Not before this instant. */
    nextAt: integer('next_at').notNull(),
    begunAt: integer('begun_at'),
    sentAt: integer('sent_at'),
    givenUpAt: integer('given_up_at'),
    problem: text({ enum: REMINDER_PROBLEMS }),
  },
  (t) => [
    index('reminder_open').on(t.nextAt).where(sql`${t.sentAt} is null and ${t.givenUpAt} is null`),
    check('reminder_kind', oneOf(t.kind, REMINDER_KINDS)),
    check('reminder_problem', sql`${t.problem} is null or ${oneOf(t.problem, REMINDER_PROBLEMS)}`),
    check('reminder_ended_once', sql`${t.sentAt} is null or ${t.givenUpAt} is null`),
    check('reminder_given_up_why', sql`${t.givenUpAt} is null or ${t.problem} is not null`),
    check('reminder_attempts', sql`${t.attempts} >= 0`),
  ],
)

/** What a message is about: a report and the occasion, each told to a person once. */
export const reminderItem = sqliteTable(
  'reminder_item',
  {
    personId: idOf('person_id', () => person.id),
    kind: text({ enum: REMINDER_KINDS }).notNull(),
    partnerId: idOf('partner_id', () => partner.id),
    placeId: idOf('place_id', () => place.id),
    quarter: integer().notNull(),
    /** The day it is about or, of what was done to a report, the number of the fact. */
    occasion: text().notNull(),
    reminderId: idOf('reminder_id', () => reminder.id),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.kind, t.partnerId, t.placeId, t.quarter, t.occasion] }),
    index('reminder_item_reminder').on(t.reminderId),
    check('reminder_item_kind', oneOf(t.kind, REMINDER_KINDS)),
    check('reminder_item_quarter', isQuarter(t.quarter)),
  ],
)

/** Reminders that a person wants no e-mail of; whoever has no row wants all. */
export const reminderDeclined = sqliteTable(
  'reminder_declined',
  {
    personId: idOf('person_id', () => person.id),
    kind: text({ enum: REMINDER_KINDS }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.kind] }),
    check('reminder_declined_kind', oneOf(t.kind, REMINDER_KINDS)),
  ],
)

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Failed attempts to prove who one is, as the program remembered them when it stopped. Nothing that was typed can be read here. */
export const failedAttempt = sqliteTable('failed_attempt', {
  /** A keyed hash of what they are counted for: an account, a device, a network. */
  ofHash: text('of_hash').primaryKey(),
  count: integer().notNull(),
  lastAt: integer('last_at').notNull(),
  forgottenAt: integer('forgotten_at').notNull(),
})

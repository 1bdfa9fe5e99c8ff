import { eq } from 'drizzle-orm'
import type { Db } from '../../../db/connection.ts'
import { grouped } from '../../../db/grouped.ts'
import { reminderDeclined } from '../../../db/schema.ts'
import type { ReminderKind } from '../../vocabulary/reminder.ts'

/** The kinds of reminder that somebody wants no e-mail of. */
export function declinedBy(db: Db, personId: number): ReminderKind[] {
  const rows = db.select().from(reminderDeclined).where(eq(reminderDeclined.personId, personId)).all()
  return rows.map(({ kind }) => kind)
}

/** The same of everybody who declined any, by the id of the person. */
export function declinedReminders(db: Db): Map<number, ReminderKind[]> {
  const rows = db.select().from(reminderDeclined).all()
  return grouped(
    rows,
    ({ personId }) => personId,
    ({ kind }) => kind,
  )
}

export function setDeclined(db: Db, personId: number, kinds: readonly ReminderKind[]): void {
  db.delete(reminderDeclined).where(eq(reminderDeclined.personId, personId)).run()
  for (const kind of kinds) db.insert(reminderDeclined).values({ personId, kind }).run()
}

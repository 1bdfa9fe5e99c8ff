import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import type { ReminderKind } from '../../vocabulary/reminder.ts'
import { setDeclined } from './declined-store.ts'

/** @param declined the kinds that the person wants no e-mail of, from now on */
export function chooseReminders(db: Db, by: Person, declined: readonly ReminderKind[], now: number): void {
  db.tx(() => {
    setDeclined(db, by.id, declined)
    record(db, { at: now, by, verb: 'person.reminders-chosen', subject: ['person', by.id], detail: { declined } })
  })
}

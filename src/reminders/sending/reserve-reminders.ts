import type { Db } from '../../../db/connection.ts'
import { loadItems, loadRecipients } from '../load.ts'
import { lettersFor } from '../recipient.ts'
import { insertReminder, isTold } from '../store.ts'

/**
 * Writes down what is to be sent now, each occasion once: whatever becomes of the program afterwards, nobody is told of it by another
 * message. The trail tells of each when it has been sent, or given up.
 */
export function reserveReminders(db: Db, remindDays: number, now: number): void {
  db.tx(() => {
    const letters = lettersFor(loadItems(db, now, remindDays), loadRecipients(db), (id, item) => isTold(db, id, item))
    for (const letter of letters) insertReminder(db, letter, now)
  })
}

import type { Role } from '../../vocabulary/access.ts'
import type { ReminderKind } from '../../vocabulary/reminder.ts'

/** What each role is reminded of; the others of nothing. */
const KINDS_OF: Readonly<Record<Role, readonly ReminderKind[]>> = {
  partner: ['due', 'overdue', 'returned', 'approved'],
  manager: ['to-approve'],
  donor: [],
  administrator: [],
}

export function reminderKindsOf(role: Role): readonly ReminderKind[] {
  return KINDS_OF[role]
}

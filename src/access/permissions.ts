import type { Role } from '../vocabulary/access.ts'
import type { Person } from './person.ts'

/**
 * Who may what, as one table. `see` permissions open rooms; the others change something in a room that `within` opens.
 * Who may not even see a room gets 404 there, who may see but not change it gets 403.
 */
export const PERMISSIONS = {
  'submission.see': { roles: ['partner', 'manager'], within: null },
  'submission.enter': { roles: ['partner'], within: 'submission.see' },
  'submission.review': { roles: ['manager'], within: 'submission.see' },
  'submission.comment': { roles: ['partner', 'manager'], within: 'submission.see' },
  'indicators.see': { roles: ['partner', 'manager'], within: null },
  'figures.see': { roles: ['manager'], within: null },
  'release.see': { roles: ['manager', 'donor'], within: null },
  'release.make': { roles: ['manager'], within: 'release.see' },
  'release.acknowledge': { roles: ['donor'], within: 'release.see' },
  'periods.see': { roles: ['manager', 'administrator'], within: null },
  'periods.manage': { roles: ['manager', 'administrator'], within: 'periods.see' },
  'assignments.manage': { roles: ['manager', 'administrator'], within: null },
  'relations.manage': { roles: ['manager', 'administrator'], within: null },
  'results.score': { roles: ['manager'], within: null },
  'reminders.see': { roles: ['partner', 'manager', 'administrator'], within: null },
  'reminders.oversee': { roles: ['manager', 'administrator'], within: 'reminders.see' },
  'people.manage': { roles: ['administrator'], within: null },
  'settings.manage': { roles: ['administrator'], within: null },
  'trail.see': { roles: ['manager', 'administrator'], within: null },
} as const satisfies Record<string, { roles: readonly Role[]; within: string | null }>

export type Permission = keyof typeof PERMISSIONS

/** What a route declares: anyone at all, anyone signed in, or holders of a permission. */
export type Access = 'anyone' | 'signed-in' | Permission

export type Admission = 'come in' | 'sign in first' | 'forbidden' | 'not found'

export function may(person: Person | null, permission: Permission): boolean {
  return person !== null && (PERMISSIONS[permission].roles as readonly Role[]).includes(person.role)
}

export function admit(person: Person | null, access: Access): Admission {
  if (access === 'anyone') return 'come in'
  if (!person) return 'sign in first'
  if (access === 'signed-in' || may(person, access)) return 'come in'
  const room = PERMISSIONS[access].within
  return room !== null && may(person, room as Permission) ? 'forbidden' : 'not found'
}

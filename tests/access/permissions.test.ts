import { describe, expect, it } from 'vitest'
import { admit, may, PERMISSIONS, type Permission } from '../../src/access/permissions.ts'
import type { Person } from '../../src/access/person.ts'
import type { Role } from '../../src/vocabulary/access.ts'
import { ROLES } from '../../src/vocabulary/access.ts'

const who = (role: Role): Person => ({ id: 1, email: 'a@example.org', name: 'A', role, language: 'vi', partnerIds: [] })

// One line a permission, one column a role.
const TABLE: Record<Permission, Record<Role, 'come in' | 'forbidden' | 'not found'>> = {
  'submission.see': { partner: 'come in', manager: 'come in', donor: 'not found', administrator: 'not found' },
  'submission.enter': { partner: 'come in', manager: 'forbidden', donor: 'not found', administrator: 'not found' },
  'submission.review': { partner: 'forbidden', manager: 'come in', donor: 'not found', administrator: 'not found' },
  'submission.comment': { partner: 'come in', manager: 'come in', donor: 'not found', administrator: 'not found' },
  'indicators.see': { partner: 'come in', manager: 'come in', donor: 'not found', administrator: 'not found' },
  'figures.see': { partner: 'not found', manager: 'come in', donor: 'not found', administrator: 'not found' },
  'release.see': { partner: 'not found', manager: 'come in', donor: 'come in', administrator: 'not found' },
  'release.make': { partner: 'not found', manager: 'come in', donor: 'forbidden', administrator: 'not found' },
  'release.acknowledge': { partner: 'not found', manager: 'forbidden', donor: 'come in', administrator: 'not found' },
  'periods.see': { partner: 'not found', manager: 'come in', donor: 'not found', administrator: 'come in' },
  'periods.manage': { partner: 'not found', manager: 'come in', donor: 'not found', administrator: 'come in' },
  'relations.manage': { partner: 'not found', manager: 'come in', donor: 'not found', administrator: 'come in' },
  'results.score': { partner: 'not found', manager: 'come in', donor: 'not found', administrator: 'not found' },
  'assignments.manage': { partner: 'not found', manager: 'come in', donor: 'not found', administrator: 'come in' },
  'reminders.see': { partner: 'come in', manager: 'come in', donor: 'not found', administrator: 'come in' },
  'reminders.oversee': { partner: 'forbidden', manager: 'come in', donor: 'not found', administrator: 'come in' },
  'people.manage': { partner: 'not found', manager: 'not found', donor: 'not found', administrator: 'come in' },
  'settings.manage': { partner: 'not found', manager: 'not found', donor: 'not found', administrator: 'come in' },
  'trail.see': { partner: 'not found', manager: 'come in', donor: 'not found', administrator: 'come in' },
}

describe('who may what', () => {
  it('has a line for every permission', () => {
    expect(Object.keys(TABLE).sort()).toEqual(Object.keys(PERMISSIONS).sort())
  })

  const lines = Object.entries(TABLE).flatMap(([permission, roles]) =>
    ROLES.map((role) => [permission as Permission, role, roles[role]] as const),
  )
  it.each(lines)('%s, as %s: %s', (permission, role, admission) => {
    expect(admit(who(role), permission)).toBe(admission)
    expect(may(who(role), permission)).toBe(admission === 'come in')
    expect(admit(null, permission)).toBe('sign in first')
    expect(may(null, permission)).toBe(false)
  })

  it('lets anyone in where anyone may, and the signed-in where they may', () => {
    expect(admit(null, 'anyone')).toBe('come in')
    expect(admit(null, 'signed-in')).toBe('sign in first')
    expect(admit(who('donor'), 'signed-in')).toBe('come in')
  })
})

import { expect, it } from 'vitest'
import { type Person, partnersSeenBy } from '../../src/access/person.ts'
import { ROLES } from '../../src/vocabulary/access.ts'

it('a partner sees submissions of its own alone, none where it reports for nobody; everybody else is not narrowed', () => {
  const seen = (role: Person['role'], partnerIds: number[]) => partnersSeenBy({ role, partnerIds } as Person)
  expect(seen('partner', [3, 4])).toEqual([3, 4])
  expect(seen('partner', [])).toEqual([])
  for (const role of ROLES) if (role !== 'partner') expect(seen(role, []), role).toBeUndefined()
})

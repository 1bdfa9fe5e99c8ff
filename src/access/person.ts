import type { Role } from '../vocabulary/access.ts'
import type { Language } from '../vocabulary/language.ts'

/** Somebody who has signed in. Survivors are never people here. */
export type Person = {
  id: number
  email: string
  name: string
  role: Role
  language: Language
  /** Partners this person reports for; empty for the other roles. */
  partnerIds: number[]
}

/** Partners whose submissions somebody may see: a partner's own; undefined: everybody's. */
export function partnersSeenBy({ role, partnerIds }: Person): readonly number[] | undefined {
  return role === 'partner' ? partnerIds : undefined
}

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

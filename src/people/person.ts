export const ROLES = ['partner', 'manager', 'donor', 'administrator'] as const
export type Role = (typeof ROLES)[number]

export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

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

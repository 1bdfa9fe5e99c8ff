import { z } from 'zod'
import { says } from '../forms/read.ts'
import type { Key } from '../language/words.ts'
import { ROLES, type Role } from '../vocabulary/access.ts'
import { LANGUAGES } from '../vocabulary/language.ts'
import { LEAST_LENGTH, MOST_LENGTH, passwordLength, samePassword } from './password.ts'
import { identity } from './person.ts'

const tooShort: Key = 'people:account.too-short'
const tooLong: Key = 'people:account.too-long'
const notTheSame: Key = 'people:account.not-the-same'

const PARTNERS = says('people:manage.bad-partners')

/** Who a person is; who reports needs a partner to report for. */
function identityFields(knownPartners: readonly number[]) {
  const known = new Set(knownPartners.map(String))
  return {
    ...identity.shape,
    role: z.enum(ROLES, says('people:manage.bad-role')),
    partners: z
      .array(z.string())
      .transform((ids) => [...new Set(ids.filter((id) => id !== ''))])
      .refine((ids) => ids.every((id) => known.has(id)), PARTNERS)
      .transform((ids) => ids.map(Number)),
  }
}

/** Where the file holds no partner yet, nobody can choose one. */
const withPartner = (knownPartners: readonly number[]) => ({
  path: ['partners'],
  ...(knownPartners.length > 0 ? PARTNERS : says('people:manage.no-partners')),
})
const hasPartner = ({ role, partners }: { role: Role; partners: number[] }) => role !== 'partner' || partners.length > 0

export function newPersonForm(knownPartners: readonly number[]) {
  const language = z.enum(LANGUAGES, says('people:manage.bad-language'))
  return z.object({ ...identityFields(knownPartners), language }).refine(hasPartner, withPartner(knownPartners))
}

/** The form for somebody who is there already. */
export function correctionForm(knownPartners: readonly number[]) {
  return z.object(identityFields(knownPartners)).refine(hasPartner, withPartner(knownPartners))
}

export const signInForm = z.object({ email: z.string(), password: z.string(), next: z.string() })
export const personaForm = z.object({ person: z.string(), next: z.string() })
export const languageForm = z.object({ language: z.enum(LANGUAGES), back: z.string() })

/** Both new passwords are compared even when the first is too short. Whether the current one is right is asked elsewhere. */
export const passwordForm = z
  .object({ current: z.string(), next: z.string(), again: z.string() })
  .refine(({ next }) => passwordLength(next) >= LEAST_LENGTH, { path: ['next'], error: tooShort })
  .refine(({ next }) => passwordLength(next) <= MOST_LENGTH, { path: ['next'], error: tooLong })
  .refine(({ next, again }) => samePassword(next, again), { path: ['again'], error: notTheSame })

import { z } from 'zod'
import { lineField } from '../forms/fields.ts'
import { says } from '../forms/read.ts'
import { ROLES } from '../vocabulary/access.ts'
import { LANGUAGES } from '../vocabulary/language.ts'
import { LEAST_LENGTH, MOST_LENGTH } from './password.ts'

const PARTNERS = says('people:manage.bad-partners')

/** The form for a new person; who reports needs a partner to report for. */
export function newPersonForm(knownPartners: readonly number[]) {
  return z
    .object({
      email: lineField(3, 200, 'people:manage.bad-email')
        .transform((email) => email.toLowerCase())
        .pipe(z.email(says('people:manage.bad-email'))),
      name: lineField(2, 120, 'people:manage.bad-name'),
      role: z.enum(ROLES, says('people:manage.bad-role')),
      language: z.enum(LANGUAGES, says('people:manage.bad-language')),
      partners: z
        .array(z.string())
        .transform((ids) => [...new Set(ids.filter((id) => id !== '').map(Number))])
        .refine((ids) => ids.every((id) => knownPartners.includes(id)), PARTNERS),
    })
    .refine(({ role, partners }) => role !== 'partner' || partners.length > 0, { path: ['partners'], ...PARTNERS })
}

/** Both new passwords are compared even when the first is too short. Whether the current one is right is asked elsewhere. */
export const passwordForm = z
  .object({
    current: z.string(),
    next: z
      .string()
      .min(LEAST_LENGTH, { ...says('people:account.too-short'), abort: false })
      .max(MOST_LENGTH, { ...says('people:account.too-long'), abort: false }),
    again: z.string(),
  })
  .refine(({ next, again }) => next === again, {
    path: ['again'],
    ...says('people:account.not-the-same'),
    when: () => true,
  })

import { z } from 'zod'
import type { Key } from '../language/words.ts'
import { ROLES } from '../vocabulary/access.ts'
import { LANGUAGES } from '../vocabulary/language.ts'
import type { NewPerson } from './store.ts'

export type PersonErrors = Partial<Record<'email' | 'name' | 'role' | 'language' | 'partners', Key>>

const SENTENCES: Record<keyof PersonErrors, Key> = {
  email: 'people:keep.bad-email',
  name: 'people:keep.bad-name',
  role: 'people:keep.bad-role',
  language: 'people:keep.bad-language',
  partners: 'people:keep.bad-partners',
}

/** Reads the form for a new person; each field that is wrong gets a sentence. A partner person needs a partner. */
export function checkNewPerson(
  typed: Record<string, unknown>,
  knownPartners: readonly number[],
): { person: Omit<NewPerson, 'passwordHash'> } | { errors: PersonErrors } {
  const schema = z.object({
    email: z.string().trim().toLowerCase().max(200).pipe(z.email()),
    name: z.string().trim().min(2).max(120),
    role: z.enum(ROLES),
    language: z.enum(LANGUAGES),
    partners: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .transform((given) =>
        [given ?? []]
          .flat()
          .filter((id) => id !== '')
          .map(Number),
      )
      .refine((ids) => ids.every((id) => knownPartners.includes(id))),
  })
  const read = schema.safeParse(typed)
  const errors: PersonErrors = {}
  if (!read.success) {
    for (const issue of read.error.issues) {
      const field = issue.path[0] as keyof PersonErrors
      errors[field] = SENTENCES[field]
    }
    return { errors }
  }
  const { partners, ...fields } = read.data
  if (fields.role === 'partner' && partners.length === 0) return { errors: { partners: SENTENCES.partners } }
  return {
    person: { ...fields, name: fields.name.normalize('NFC'), partnerIds: fields.role === 'partner' ? partners : [] },
  }
}

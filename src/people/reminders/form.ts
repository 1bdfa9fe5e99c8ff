import { z } from 'zod'
import { says } from '../../forms/read.ts'
import type { Role } from '../../vocabulary/access.ts'
import { reminderKindsOf } from './kinds.ts'

/** The kinds that stay ticked; a box that is not ticked is not sent. */
export function remindersForm(role: Role) {
  const known: readonly string[] = reminderKindsOf(role)
  return z.object({
    kinds: z
      .array(z.string())
      .refine((kinds) => kinds.every((kind) => known.includes(kind)), says('common:form.not-right')),
  })
}

import { z } from 'zod'
import { endOfDay, startOfDay } from '../calendar/day.ts'
import { idParam } from '../forms/params.ts'
import { type ReadForm, readForm } from '../forms/read.ts'
import { SUBJECT_KINDS, type SubjectKind, VERBS } from '../vocabulary/trail.ts'
import type { TrailFilter } from './event.ts'

/** What the address may ask for; what makes no sense is left out, and shown as not chosen. */
const filterForm = z.object({
  verb: z.enum(VERBS).optional().catch(undefined),
  /** As "submission:12". */
  subject: z
    .string()
    .regex(new RegExp(`^(${SUBJECT_KINDS.join('|')}):[\\w.|-]+$`))
    .transform((named) => named.split(':') as [kind: SubjectKind, id: string])
    .optional()
    .catch(undefined),
  /** First and last day, in Viet Nam. */
  from: z.string().transform((day) => startOfDay(day) ?? undefined),
  to: z.string().transform((day) => endOfDay(day) ?? undefined),
  by: idParam.optional().catch(undefined),
  /** The last event of the page before. */
  before: idParam.optional().catch(undefined),
})
export type TypedFilter = ReadForm<typeof filterForm>['typed']

export function readFilter(query: unknown): { typed: TypedFilter; filter: TrailFilter } {
  const read = readForm(filterForm, query)
  const { verb, subject, from, to, by, before } = filterForm.parse(read.typed)
  return { typed: read.typed, filter: { verb, subject, from, before: to && to + 1, byId: by, beforeId: before } }
}

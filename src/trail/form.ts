import { z } from 'zod'
import { endOfDay, startOfDay } from '../calendar/day.ts'
import { idParam } from '../forms/params.ts'
import { type ReadForm, readForm } from '../forms/read.ts'
import { SUBJECT_KINDS, type SubjectKind, VERBS } from '../vocabulary/trail.ts'
import type { TrailFilter } from './event.ts'

/** What the address may ask for; what makes no sense is left out, shown as not chosen, and named. */
const filterForm = z.object({
  verb: z.enum(VERBS).optional().catch(undefined),
  /** As "submission:12", or "submission" for all of a kind. */
  subject: z
    .string()
    .regex(new RegExp(`^(${SUBJECT_KINDS.join('|')})(:[\\w.|-]+)?$`))
    .transform((named) => named.split(':') as [kind: SubjectKind, id?: string])
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

/** Letters of what made no sense that are said again. */
const LONGEST_NAMED = 40

export function readFilter(query: unknown): { typed: TypedFilter; filter: TrailFilter; ignored: string[] } {
  const read = readForm(filterForm, query)
  const values = filterForm.parse(read.typed)
  const { verb, subject, from, to, by, before } = values
  const ignored = (Object.keys(read.typed) as (keyof TypedFilter)[])
    .filter((name) => values[name] === undefined)
    .flatMap((name) => read.typed[name]?.slice(0, LONGEST_NAMED) || [])
  const filter = { verb, subject, from, before: to && to + 1, byId: by, beforeId: before }
  return { typed: read.typed, filter, ignored }
}

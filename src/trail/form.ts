import { z } from 'zod'
import { endOfDay, startOfDay } from '../calendar/day.ts'
import { type AskedName, emptySpan, type Misread, misreadAs } from '../forms/asked.ts'
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

export function readFilter(query: unknown): { typed: TypedFilter; filter: TrailFilter; misread: Misread[] } {
  const read = readForm(filterForm, query)
  const values = filterForm.parse(read.typed)
  const { verb, subject, from, to, by, before } = values
  const misread = (Object.keys(read.typed) as (keyof TypedFilter & AskedName)[])
    .filter((name) => values[name] === undefined && read.typed[name] !== '')
    .map((name) => misreadAs(name, read.typed[name]))
  const isEmpty = from !== undefined && to !== undefined && from > to
  const span = isEmpty ? {} : { from, before: to && to + 1 }
  if (isEmpty) misread.push(emptySpan(read.typed.from, read.typed.to))
  return { typed: read.typed, filter: { verb, subject, ...span, byId: by, beforeId: before }, misread }
}

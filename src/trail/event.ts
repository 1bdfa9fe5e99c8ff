import type { Person } from '../access/person.ts'
import { FORMER_VERBS, type FormerVerb, type SubjectKind, type Verb } from '../vocabulary/trail.ts'

export type TrailEvent = {
  at: number
  by: Pick<Person, 'id'> | null
  verb: Verb
  subject: [kind: SubjectKind, id: string | number]
  /** Never a password, a session, a person's data or free text. */
  detail: Record<string, unknown>
}

/** Which part of the trail to read. */
export type TrailFilter = {
  verb?: Verb | undefined
  /** Of one kind, or the one thing of that kind. */
  subject?: readonly [kind: SubjectKind, id?: string] | undefined
  byId?: number | undefined
  /** First instant. */
  from?: number | undefined
  /** The instant after the last one. */
  before?: number | undefined
  /** Rows older than this id: the next page. */
  beforeId?: number | undefined
}

export type TrailRow = {
  id: number
  at: number
  /** Name of who did it; null when nobody was signed in. */
  by: string | null
  verb: Verb
  subjectKind: SubjectKind
  subjectId: string
  detail: Record<string, unknown>
}

/** What was done to what, and when. */
export type EventMark = Pick<TrailRow, 'verb' | 'at' | 'subjectKind' | 'subjectId'>

/** What something written in the trail is called today. */
export function verbNow(written: Verb | FormerVerb): Verb {
  return written in FORMER_VERBS ? FORMER_VERBS[written as FormerVerb] : (written as Verb)
}

import type { Person } from '../access/person.ts'
import type { Verb } from '../vocabulary/trail.ts'

export type TrailEvent = {
  at: number
  by: Pick<Person, 'id'> | null
  verb: Verb
  subject: [kind: string, id: string | number]
  /** Never a password, a session, a person's data or free text. */
  detail: Record<string, unknown>
}

/** Which part of the trail to read. */
export type TrailFilter = {
  verb?: Verb
  subject?: [kind: string, id: string]
  byId?: number
  from?: number
  before?: number
  /** Rows older than this id: the next page. */
  beforeId?: number
}

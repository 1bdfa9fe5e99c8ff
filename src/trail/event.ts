import type { Person } from '../people/person.ts'

/** Everything that can be done, as noun.deed; the sentences are in the language files under `trail`. */
export const VERBS = [
  'project.loaded',
  'person.added',
  'person.disabled',
  'person.enabled',
  'person.password-changed',
  'person.language-changed',
  'person.signed-in',
  'person.sign-in-failed',
  'submission.saved',
  'submission.submitted',
  'submission.returned',
  'submission.approved',
  'submission.reopened',
  'submission.commented',
  'period.closed',
  'period.reopened',
  'setting.changed',
  'release.drafted',
  'release.protected',
  'release.protection-failed',
  'release.narrative-chosen',
  'release.approved',
  'release.issued',
  'release.downloaded',
  'release.discarded',
] as const
export type Verb = (typeof VERBS)[number]

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

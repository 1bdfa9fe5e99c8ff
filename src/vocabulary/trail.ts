/** Everything that can be done, as noun.verb; the sentences are in the language files under `trail`. */
export const VERBS = [
  'project.loaded',
  'project.replanned',
  'place.changed',
  'indicator.redefined',
  'indicator.retired',
  'indicator.breakdown-changed',
  'indicator.related',
  'indicator.unrelated',
  'indicator.relation-declined',
  'breakdown.category-listed',
  'breakdown.category-ended',
  'assignment.handed-over',
  'assignment.handover-withdrawn',
  'person.added',
  'person.corrected',
  'person.disabled',
  'person.enabled',
  'person.password-changed',
  'person.password-refused',
  'person.language-changed',
  'person.reminders-chosen',
  'person.signed-in',
  'person.signed-out',
  'person.session-ended',
  'person.sign-in-failed',
  'person.token-made',
  'person.token-revoked',
  'person.reminded',
  'person.reminder-given-up',
  'submission.saved',
  'submission.submitted',
  'submission.withdrawn',
  'submission.returned',
  'submission.approved',
  'submission.reopened',
  'submission.commented',
  'submission.evidence-added',
  'submission.evidence-removed',
  'result.scored',
  'period.closed',
  'period.reopened',
  'setting.changed',
  'release.drafted',
  'release.protected',
  'release.protection-failed',
  'release.protection-restarted',
  'release.explanations-chosen',
  'release.small-changes-chosen',
  'release.approved',
  'release.issuing-begun',
  'release.issuing-failed',
  'release.issued',
  'release.withdrawn',
  'release.acknowledged',
  'release.downloaded',
  'release.discarded',
] as const
export type Verb = (typeof VERBS)[number]

/** Verbs by another name in events that stand already, which nobody may rewrite: they are read as what they are called today. */
export const FORMER_VERBS = { 'release.narrative-chosen': 'release.explanations-chosen' } as const satisfies Record<
  string,
  Verb
>
export type FormerVerb = keyof typeof FORMER_VERBS
export const WRITTEN_VERBS = [...VERBS, ...(Object.keys(FORMER_VERBS) as FormerVerb[])] as const

/** What something can be done to; a subject's id is the row's, a quarter's or an indicator's code, or a name. */
export const SUBJECT_KINDS = [
  'project',
  'place',
  'result',
  'indicator',
  'breakdown',
  'person',
  'submission',
  'period',
  'setting',
  'release',
] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

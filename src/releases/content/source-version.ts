import type { EventMark } from '../../trail/event.ts'
import type { Verb } from '../../vocabulary/trail.ts'
import type { Release } from '../release.ts'

/**
 * What may be different in what was read for a release once something of this kind has been done:
 *
 * - `nothing`
 * - `later`: figures and settings from the instant of the event on. What is as at an earlier instant stays as it was, since
 *   facts are closed and never rewritten; only with a clock set back does an event come to lie before that instant.
 * - `own`: the release itself, when it is the one that was read
 * - `anything`
 */
export type Effect = 'nothing' | 'later' | 'own' | 'anything'

/** Complete by its type: a new verb does not compile before it says what it may change. */
const EFFECTS: Record<Verb, Effect> = {
  'project.loaded': 'anything',
  // When the project is at work, where what lies, what is measured and who owes it are known from an instant on, as facts are.
  'project.replanned': 'later',
  // The IATI file says it, whatever the instant of the figures.
  'project.published': 'anything',
  'place.changed': 'later',
  'indicator.redefined': 'later',
  'indicator.retired': 'later',
  'indicator.breakdown-changed': 'later',
  // Whoever reads a report reckons with what is known when it leaves, whatever its instant.
  'indicator.related': 'anything',
  'indicator.unrelated': 'anything',
  'indicator.relation-declined': 'nothing',
  'breakdown.category-listed': 'later',
  'breakdown.category-ended': 'later',
  'assignment.handed-over': 'later',
  'assignment.handover-withdrawn': 'later',
  'person.added': 'nothing',
  // A report names who approved what has changed, and keeps the name that it was read with.
  'person.corrected': 'anything',
  'person.disabled': 'nothing',
  'person.enabled': 'nothing',
  'person.password-changed': 'nothing',
  'person.password-refused': 'nothing',
  'person.language-changed': 'nothing',
  'person.reminders-chosen': 'nothing',
  'person.signed-in': 'nothing',
  'person.signed-out': 'nothing',
  'person.session-ended': 'nothing',
  'person.sign-in-failed': 'nothing',
  'person.token-made': 'nothing',
  'person.token-revoked': 'nothing',
  'person.reminded': 'nothing',
  'person.reminder-given-up': 'nothing',
  'submission.saved': 'nothing',
  'submission.submitted': 'nothing',
  'submission.withdrawn': 'nothing',
  'submission.returned': 'nothing',
  'submission.approved': 'later',
  // What was approved stays in force until a correction is approved.
  'submission.reopened': 'nothing',
  'submission.evidence-added': 'nothing',
  // A name that was ticked may not go out once its file is gone.
  'submission.evidence-removed': 'anything',
  'partner.sheet-mapped': 'nothing',
  'submission.commented': 'nothing',
  // Scores are given when a report is about to leave, and stand in it whatever its instant.
  'result.scored': 'anything',
  'period.closed': 'nothing',
  'period.reopened': 'nothing',
  // Thresholds hold from their instant; whom readers may ask is said as it is when a report leaves.
  'setting.changed': 'anything',
  'release.drafted': 'nothing',
  'release.protected': 'own',
  'release.protection-failed': 'own',
  'release.protection-restarted': 'own',
  'release.explanations-chosen': 'own',
  'release.deviations-explained': 'own',
  'release.evidence-chosen': 'own',
  'release.reasons-chosen': 'own',
  'release.next-report-set': 'own',
  'release.small-changes-chosen': 'own',
  'release.approved': 'nothing',
  'release.issuing-begun': 'nothing',
  'release.issuing-failed': 'nothing',
  // Every release is protected against all that were issued before it.
  'release.issued': 'anything',
  // The next report tells its readers which of theirs were withdrawn.
  'release.withdrawn': 'anything',
  'release.acknowledged': 'nothing',
  'release.downloaded': 'nothing',
  'release.discarded': 'own',
}

/** What was read: a release, or one that is not stored and has no number. */
export type ReadRelease = Pick<Release, 'asAt'> & { id: Release['id'] | null }

/** Whether what was read for a release before the event may no longer be what would be read now. */
export function mayChange({ verb, at, subjectId }: EventMark, release: ReadRelease): boolean {
  switch (EFFECTS[verb]) {
    case 'nothing':
      return false
    case 'later':
      return at <= release.asAt
    case 'own':
      return subjectId === String(release.id)
    case 'anything':
      return true
  }
}

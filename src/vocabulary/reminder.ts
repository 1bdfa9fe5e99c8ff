/**
 * What people are reminded of: a report's day comes, or has passed; a report was returned, or approved; reports wait to be
 * looked at.
 */
export const REMINDER_KINDS = ['due', 'overdue', 'returned', 'approved', 'to-approve'] as const
export type ReminderKind = (typeof REMINDER_KINDS)[number]

/** Why a reminder has not been sent, or never will be. */
export const REMINDER_PROBLEMS = [
  /** Nobody answers at the mail server's address, or the line was lost before anything was handed over. */
  'unreachable',
  /** It does not speak TLS, or its certificate is not to be trusted. */
  'not-encrypted',
  'login-refused',
  /** It said to come back later (4xx). */
  'refused-for-now',
  /** It said no for good (5xx). */
  'refused',
  /** The line was lost, or the program ended, while it was handed over: nobody knows whether it arrived. */
  'interrupted',
  /** What it was about has been done, or its person wants none any more. */
  'not-needed',
] as const
export type ReminderProblem = (typeof REMINDER_PROBLEMS)[number]

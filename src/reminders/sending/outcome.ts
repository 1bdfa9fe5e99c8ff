import type { ReminderKind, ReminderProblem } from '../../vocabulary/reminder.ts'

/** What became of one try to hand a message over. */
export type DeliveryOutcome = 'sent' | ReminderProblem

/** Minutes until the next try, after the first one, the second one …; three days in all, then it is given up. */
const WAITS = [5, 15, 60, 180, 360, 720, 1440, 1440] as const

/** Faults of the server or the way to it: the other messages would meet them too, and wait as well. */
const OF_THE_SERVER = ['unreachable', 'not-encrypted', 'login-refused'] as const satisfies readonly ReminderProblem[]

/** What is not tried again: it was refused for good, or may have arrived. */
const FOR_GOOD: readonly ReminderProblem[] = ['refused', 'interrupted', 'not-needed']

/**
 * When a message is tried again.
 * @param attempts how often it was tried by now
 * @returns the instant; null: never
 */
export function nextTry(problem: ReminderProblem, attempts: number, now: number): number | null {
  const minutes = WAITS[attempts - 1]
  return FOR_GOOD.includes(problem) || minutes === undefined ? null : now + minutes * 60_000
}

/** What is known of a try that failed, in the terms of SMTP. */
export type FailedTry = {
  /** The server's reply, where it gave one. */
  reply: number | null
  during: 'greeting' | 'encryption' | 'login' | 'message'
  /** The message itself had begun to leave. */
  begun: boolean
}

/**
 * What to make of a failure. A reply is an answer, whatever had begun; a line lost with the message on it is not, and nobody knows
 * whether it arrived. A login or a line that is not encrypted is a fault of the configuration, which somebody will mend.
 */
export function problemAfter({ reply, during, begun }: FailedTry): ReminderProblem {
  if (during === 'login') return 'login-refused'
  if (during === 'encryption') return 'not-encrypted'
  if (reply !== null) return reply >= 500 && during === 'message' ? 'refused' : 'refused-for-now'
  return begun ? 'interrupted' : 'unreachable'
}

/** A message as the list of those sent has it; `to` is the name of its person. */
export type SentReminder = {
  id: number
  to: string
  kind: ReminderKind
  reservedAt: number
  attempts: number
  nextAt: number
  sentAt: number | null
  givenUpAt: number | null
  problem: ReminderProblem | null
}

/** The fault of the server that a try met, if it met one. */
export function faultOfServer(outcome: DeliveryOutcome | null | undefined): (typeof OF_THE_SERVER)[number] | null {
  return OF_THE_SERVER.find((one) => one === outcome) ?? null
}

import { DAY_MS } from '../calendar/day.ts'

/**
 * How long somebody stays signed in (ASVS 5, 7.3.1 and 7.3.2). Twelve hours without a sign of life: a form may be left open
 * over lunch, or over a line that is down for the day. A day and a night whatever happens: everybody signs in once a
 * working day, and a stolen cookie is worth no more than that.
 */
export const IDLE_MS = 12 * 3_600_000
export const LONGEST_MS = DAY_MS

export type Session = {
  /** Of the id in the cookie: a copy of the database lets nobody in. */
  idHash: string
  personId: number
  /** What the browser says it is. */
  agent: string
  createdAt: number
  seenAt: number
  /** After this it has ended, used or not. */
  expiresAt: number
}

/** @param seenAt when it was last used, which may be later than what is stored */
export function isOpen(session: Pick<Session, 'expiresAt'>, seenAt: number, now: number): boolean {
  return now < session.expiresAt && now - seenAt < IDLE_MS
}

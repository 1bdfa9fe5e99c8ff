/**
 * The day in Viet Nam: the one place that knows its clock. Days are ISO dates ("2021-09-30"), instants milliseconds since
 * 1970. Viet Nam has kept UTC+7 without summer time since 1975; the time zone comes from Intl, so that nobody adds hours.
 */
const ZONE = 'Asia/Ho_Chi_Minh'
const OFFSET = '+07:00'
const CLOCK = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** The day it is in Viet Nam at an instant. */
export function dayAt(now: number): string {
  return clockAt(now).day
}

/** Day and time of day ("14:05") in Viet Nam at an instant. */
export function clockAt(now: number): Clock {
  const minute = Math.floor(now / MINUTE)
  const known = clocks.get(minute)
  if (known) return known
  const clock = readClock(now)
  if (clocks.size >= MOST_KNOWN) clocks.clear()
  clocks.set(minute, clock)
  return clock
}

type Clock = { readonly day: string; readonly time: string }

/** A page asks for the same few instants again and again, and Intl takes long. */
const clocks = new Map<number, Clock>()
const MOST_KNOWN = 1000
const MINUTE = 60_000

function readClock(now: number): Clock {
  const part: Record<string, string> = {}
  for (const { type, value } of CLOCK.formatToParts(now)) part[type] = value
  return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
}

/** An instant as machines write it, by the clock of Viet Nam: "2022-02-01T09:00+07:00". */
export function isoInstant(at: number): string {
  const { day, time } = clockAt(at)
  return `${day}T${time}${OFFSET}`
}

/** The same with seconds, as XML Schema writes an instant: "2022-02-01T09:00:00+07:00". */
export function xmlInstant(at: number): string {
  const { day, time } = clockAt(at)
  return `${day}T${time}:00${OFFSET}`
}

/** The instant at which a day begins in Viet Nam; null when the text is not a day of the calendar. */
export function startOfDay(day: string): number | null {
  const start = Date.parse(`${day}T00:00:00${OFFSET}`)
  return Number.isNaN(start) || dayAt(start) !== day ? null : start
}

/** A day means its end: the last instant of it in Viet Nam. Null when the text is not a day. */
export function endOfDay(day: string): number | null {
  const start = startOfDay(day)
  return start === null ? null : start + DAY_MS - 1
}

/** Whether a day has passed in Viet Nam. */
export function isPast(day: string, now: number): boolean {
  return dayAt(now) > day
}

/** A day so many days later, or earlier. */
export function daysLater(day: string, days: number): string {
  return isoDay(new Date(Date.parse(day) + days * DAY_MS))
}

/** How many days lie from one day to a later one. */
export function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS)
}

/** The calendar day a date names in UTC: for days worked out by year, month and day, never for instants. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** Viet Nam has no summer time: every day is as long. */
export const DAY_MS = 86_400_000

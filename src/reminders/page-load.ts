import type { Db } from '../../db/connection.ts'
import { may } from '../access/permissions.ts'
import type { Person } from '../access/person.ts'
import { dayAt } from '../calendar/day.ts'
import { forecast } from './forecast.ts'
import { loadRecipients, loadRemindable, namedItems } from './load.ts'
import type { RemindersState } from './page.ts'
import { concerns, type Letter } from './recipient.ts'
import { remindersOn } from './reminder.ts'
import { isTold, newestReminders } from './store.ts'

/** More than so many messages to come are counted, and not written. */
const MOST_FORETOLD = 60
const MOST_SENT = 100

export function loadReminders(db: Db, person: Person, now: number, remindDays: number): RemindersState {
  const reports = loadRemindable(db, now)
  const own = remindersOn(dayAt(now), reports, remindDays).filter((item) => concerns(person, item))
  const mine = namedItems(db, own)
  if (!may(person, 'reminders.oversee')) return { mine, oversight: null }
  const people = loadRecipients(db)
  const days = forecast(dayAt(now), { reports, people, days: remindDays }, (id, item) => isTold(db, id, item))
  const { shown, more } = firstOf(days, MOST_FORETOLD)
  const byId = new Map(people.map((one) => [one.id, one]))
  return {
    mine,
    oversight: {
      days: shown.map(({ day, letters }) => ({
        day,
        letters: letters.map(({ personId, kind, items }) => ({
          to: byId.get(personId)!,
          kind,
          items: namedItems(db, items),
        })),
      })),
      more,
      newest: newestReminders(db, MOST_SENT),
    },
  }
}

type Day = { day: string; letters: Letter[] }

/** The first so many messages of some days, and how many are left. */
function firstOf(days: readonly Day[], most: number): { shown: Day[]; more: number } {
  const all = days.flatMap(({ day, letters }) => letters.map((letter) => ({ day, letter })))
  const first = all.slice(0, most)
  const shown = days
    .map(({ day }) => ({ day, letters: first.filter((one) => one.day === day).map(({ letter }) => letter) }))
    .filter(({ letters }) => letters.length > 0)
  return { shown, more: all.length - first.length }
}

import type { Db } from '../../db/connection.ts'
import { DAY_MS, dayAt } from '../calendar/day.ts'
import { dueDaysIn } from '../calendar/store.ts'
import { partners } from '../partners/store.ts'
import { declinedReminders } from '../people/reminders/declined-store.ts'
import { listPeople } from '../people/store.ts'
import { places } from '../places/store.ts'
import { quartersSoFar } from '../project/project.ts'
import { projectCard } from '../project/store.ts'
import { loadSlots } from '../submissions/board/load.ts'
import type { NamedItem } from './message.ts'
import type { Recipient } from './recipient.ts'
import { NEWS_DAYS, type RemindableReport, type ReminderItem, remindersOn } from './reminder.ts'
import { lastFacts } from './store.ts'

/** Every expected report with what decides whether anybody is reminded of it. */
export function loadRemindable(db: Db, now: number): RemindableReport[] {
  const span = quartersSoFar(projectCard(db), now)
  if (!span) return []
  const days = new Map(dueDaysIn(db, span).map((one) => [one.quarter, one]))
  const facts = lastFacts(db, now - NEWS_DAYS * DAY_MS)
  return loadSlots(db, span, now).map(({ partnerId, placeId, quarter, id, state }) => {
    const { dueOn, closed } = days.get(quarter)!
    const fact = id === null ? null : (facts.get(id) ?? null)
    return { partnerId, placeId, quarter, id, state, dueOn, closed, fact }
  })
}

/** What there is to remind of now, of everybody. */
export function loadItems(db: Db, now: number, remindDays: number): ReminderItem[] {
  return remindersOn(dayAt(now), loadRemindable(db, now), remindDays)
}

/** Everybody who may sign in. */
export function loadRecipients(db: Db): Recipient[] {
  const declined = declinedReminders(db)
  return listPeople(db)
    .filter(({ disabledAt }) => disabledAt === null)
    .map((person) => ({ ...person, declined: new Set(declined.get(person.id)) }))
}

/** What a message names, with its names. */
export function namedItems(db: Db, items: readonly ReminderItem[]): NamedItem[] {
  const known = new Map(partners(db).map((one) => [one.id, one]))
  const { byId } = places(db)
  return items.map((item) => ({ ...item, partner: known.get(item.partnerId)!, place: byId.get(item.placeId)! }))
}

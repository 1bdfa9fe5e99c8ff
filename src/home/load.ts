import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { endedPlaces } from '../assignments/load.ts'
import { DAY_MS } from '../calendar/day.ts'
import { datesOf } from '../calendar/span.ts'
import { dueOn } from '../calendar/store.ts'
import { loadOffTrack } from '../dashboards/off-track/load.ts'
import type { Words } from '../language/words.ts'
import { partners } from '../partners/store.ts'
import { reportersByPartner } from '../people/store.ts'
import { places } from '../places/store.ts'
import { quartersSoFar } from '../project/project.ts'
import { projectCard } from '../project/store.ts'
import { releasesIssuedTo } from '../releases/store.ts'
import { failedSince } from '../reminders/store.ts'
import { loadSlots, loadSlotsSoFar } from '../submissions/board/load.ts'
import type { Slot } from '../submissions/board/slot.ts'
import { eventsOf } from '../submissions/store.ts'
import { isLate, lastSentBack } from '../submissions/submission.ts'
import type { Staffing } from './next-steps.ts'
import type { HomeState, TaskState } from './page.ts'
import { countsFor, managersIn } from './store.ts'
import { managerWork, partnerWork, type Work } from './work.ts'

/** What the start page of a person is drawn from, by role. */
export function loadHome(db: Db, person: Person, words: Words, now: number): HomeState {
  switch (person.role) {
    case 'partner': {
      const work = partnerWork(loadSlotsSoFar(db, now, person.partnerIds))
      return { role: 'partner', several: person.partnerIds.length > 1, work: loadTasks(db, work, NOBODY), now }
    }
    case 'manager': {
      const project = projectCard(db)
      const span = quartersSoFar(project, now)
      const slots = span ? loadSlots(db, span, now) : []
      const current = project &&
        span && {
          quarter: span.to,
          slots: slots.filter((slot) => slot.quarter === span.to),
          endedPlaces: endedPlaces(db, { from: span.to, to: span.to }),
          project,
        }
      return {
        role: 'manager',
        work: loadTasks(db, managerWork(slots), reportersByPartner(db)),
        current,
        offTrack: loadOffTrack(db, words, now),
        now,
      }
    }
    case 'donor':
      return { role: 'donor', releases: releasesIssuedTo(db, person.id) }
    case 'administrator':
      return {
        role: 'administrator',
        counts: { ...countsFor(db), failedReminders: failedSince(db, now - 7 * DAY_MS) },
        staffing: loadStaffing(db, now),
      }
  }
}

/** Who can work in the project, by who is asked to report in the quarter that runs, or in the last one. */
function loadStaffing(db: Db, now: number): Staffing | null {
  const span = quartersSoFar(projectCard(db), now)
  if (!span) return null
  const asked = new Set(loadSlots(db, { from: span.to, to: span.to }, now).map(({ partnerId }) => partnerId))
  const reporting = partners(db).filter(({ id }) => asked.has(id))
  const reporters = reportersByPartner(db)
  const withoutPeople = reporting.filter(({ id }) => !reporters.has(id))
  return { managers: managersIn(db), reporting, withoutPeople, day: datesOf({ from: span.to, to: span.to }).last }
}

/** Names of those who report for a partner, by its id. */
type Reporters = ReadonlyMap<number, readonly string[]>

/** A partner asks nobody but itself. */
const NOBODY: Reporters = new Map()

/** Only the first of each list are shown, so only they are read up on. */
function loadTasks(db: Db, work: Work, reporters: Reporters): Extract<HomeState, { work: unknown }>['work'] {
  return work.map(({ name, slots, first }) => ({
    name,
    count: slots.length,
    tasks: first.map((slot) => taskOf(db, slot, reporters)),
  }))
}

function taskOf(db: Db, slot: Slot, reporters: Reporters): TaskState {
  const returned = slot.status === 'returned' && slot.id !== null ? lastSentBack(eventsOf(db, slot.id)) : null
  return {
    slot,
    partner: partners(db).find((one) => one.id === slot.partnerId)!,
    place: places(db).byId.get(slot.placeId)!,
    dueOn: dueOn(db, slot.quarter),
    reason: returned?.reason ?? null,
    rows: returned?.rows ?? [],
    since: returned?.at ?? slot.changedAt,
    reporters: isLate(slot) ? (reporters.get(slot.partnerId) ?? []) : [],
  }
}

import { LRUCache } from 'lru-cache'
import { type Db, oncePerConnection } from '../../../db/connection.ts'
import { may } from '../../access/permissions.ts'
import { type Person, partnersSeenBy } from '../../access/person.ts'
import { endedFor } from '../../assignments/ended-places.ts'
import type { Expected } from '../../assignments/expected.ts'
import { endedPlaces, expectedSubmissions } from '../../assignments/load.ts'
import { dayAt } from '../../calendar/day.ts'
import type { Span } from '../../calendar/span.ts'
import { dueDaysIn, dueOnIn } from '../../calendar/store.ts'
import { partners } from '../../partners/store.ts'
import { places } from '../../places/store.ts'
import { quartersSoFar } from '../../project/project.ts'
import { projectCard } from '../../project/store.ts'
import { PageCache } from '../../web/views/page-cache.ts'
import { openQuestions } from '../talk/store.ts'
import type { BoardState, SlotsSeen } from './board.ts'
import { type BoardQuery, requestedSpan } from './form.ts'
import { type Slot, slotsOf, slotsWith } from './slot.ts'
import { begunAmong, begunIn } from './store.ts'

/** Every expected submission of a span with where it stands: all of them, or those of some partners. */
export function loadSlots(db: Db, span: Span, now: number, partnerIds?: readonly number[]): readonly Slot[] {
  return partnerIds ? readSlots(db, span, now, partnerIds) : allSlots(db, span, now)
}

function readSlots(db: Db, span: Span, now: number, partnerIds?: readonly number[]): Slot[] {
  return slotsOf(expectedSubmissions(db, span, partnerIds), begunIn(db, span, partnerIds), dueDaysIn(db, span), now)
}

/**
 * The overview, the start page, the board and the page of quarters ask for all of them: read once until something is written, or the
 * day is over. Where only submissions were written, those alone are read again.
 */
function allSlots(db: Db, span: Span, now: number): readonly Slot[] {
  const key = `${span.from}-${span.to} ${dayAt(now)}`
  return slotsKept(db).pages.get(key, () => broughtUp(db, key, span, now))
}

const slotsKept = oncePerConnection((db) => ({
  pages: new PageCache<readonly Slot[]>(() => db.dataVersion(), 4),
  read: new LRUCache<string, KeptSlots>({ max: 4 }),
}))

/** Slots as they were read, with all that they rest on: what is expected, when it is due, and how far submissions had been written. */
type KeptSlots = { slots: readonly Slot[]; expected: readonly Expected[]; due: string; mark: string }

function broughtUp(db: Db, key: string, span: Span, now: number): readonly Slot[] {
  const touched = db.touched('submission')
  if (touched === null) return readSlots(db, span, now)
  const { read } = slotsKept(db)
  const [known, expected, days] = [read.get(key), expectedSubmissions(db, span), dueDaysIn(db, span)]
  const { mark } = touched
  const due = JSON.stringify(days)
  const ids = known?.expected === expected && known.due === due ? touched.since(known.mark) : null
  const changed = ids && begunAmong(db, ids)
  // One that is gone stands nowhere: all are read again.
  const slots =
    known && ids && changed?.length === ids.length
      ? slotsWith(known.slots, changed, days, now)
      : slotsOf(expected, begunIn(db, span), days, now)
  read.set(key, { slots, expected, due, mark })
  return slots
}

/** The same for all quarters the project has had so far; none in a file without a project. */
export function loadSlotsSoFar(db: Db, now: number, partnerIds?: readonly number[]): readonly Slot[] {
  const span = quartersSoFar(projectCard(db), now)
  return span ? loadSlots(db, span, now, partnerIds) : []
}

/** Every expected submission of a span that somebody may see, with what says who owes it and how late it is; null: of no quarter. */
export function loadSlotsSeen(db: Db, person: Person, span: Span | null, now: number): SlotsSeen {
  return {
    slots: span ? loadSlots(db, span, now, partnersSeenBy(person)) : [],
    dueOn: dueOnIn(db, span),
    today: dayAt(now),
    partners: partners(db),
    places: places(db),
  }
}

/** The board as it is asked for: everybody's for a manager, a partner's own. */
export function loadBoard(db: Db, person: Person, query: BoardQuery, now: number): BoardState {
  const project = projectCard(db)
  const soFar = quartersSoFar(project, now)
  const span = soFar && requestedSpan(query, soFar)
  return {
    project,
    soFar,
    span,
    ...loadSlotsSeen(db, person, span, now),
    questions: openQuestions(db),
    endedPlaces: span ? endedFor(endedPlaces(db, span), partnersSeenBy(person)) : [],
    mayBegin: may(person, 'submission.enter'),
  }
}

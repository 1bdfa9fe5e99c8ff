import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { dueOn } from '../../calendar/store.ts'
import { rowsOfPage } from '../../forms/pager.ts'
import { loadBeside } from '../checks/beside-load.ts'
import { loadPrevious, loadSubmission } from '../load.ts'
import type { StoredSubmission } from '../page-state.ts'
import { eventsOf } from '../store.ts'
import { commentsOf } from '../talk/store.ts'
import { reviewDoubts } from './doubts.ts'
import type { WaitingState, WaitingSubmission } from './page.ts'
import { waitingSubmissions } from './store.ts'

/** Each is read whole to be doubted: more on one page, or approved at once, would keep everybody else waiting. */
const PAGE_ROWS = 25

/** A page of what waits for approval, each with what is doubtful about it. */
export function loadWaiting(db: Db, person: Person, asked: number, now: number): WaitingState {
  const waiting = waitingSubmissions(db)
  const { rows, page, pages } = rowsOfPage(waiting, asked, PAGE_ROWS)
  const submissions = rows.flatMap((id) => loadWaitingOne(db, person, id, now) ?? [])
  return { count: waiting.length, submissions, page, pages }
}

/** @returns null where it does not wait, or is not this person's to see */
export function loadWaitingOne(db: Db, person: Person, id: number, now: number): WaitingSubmission | null {
  const loaded = loadSubmission(db, person, id, now)
  return loaded?.stored.state === 'submitted' ? doubted(db, loaded) : null
}

function doubted(db: Db, loaded: StoredSubmission): WaitingSubmission {
  const facts = eventsOf(db, loaded.stored.id)
  const doubts = reviewDoubts({
    ...loaded,
    facts,
    beside: loadBeside(db, loaded, loadPrevious(db, loaded)),
    dueOn: dueOn(db, loaded.quarter),
    comments: commentsOf(db, loaded.stored.id),
  })
  const since = facts.findLast(({ kind }) => kind === 'submitted')?.at ?? loaded.stored.changedAt
  return { loaded, doubts, since }
}

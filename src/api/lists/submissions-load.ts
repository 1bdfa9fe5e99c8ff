import type { Db } from '../../../db/connection.ts'
import { type Person, partnersSeenBy } from '../../access/person.ts'
import { dayAt } from '../../calendar/day.ts'
import { dueDaysIn } from '../../calendar/store.ts'
import { partners } from '../../partners/store.ts'
import { places } from '../../places/store.ts'
import { quartersSoFar } from '../../project/project.ts'
import { projectCard } from '../../project/store.ts'
import { loadSlots } from '../../submissions/board/load.ts'
import { quartersAsked, type SubmissionBoard, type SubmissionsQuery } from './submissions.ts'

/** Every submission that is expected in the quarters asked for: all of them for a manager, a partner's own. */
export function loadSubmissionsAsked(db: Db, person: Person, query: SubmissionsQuery, now: number): SubmissionBoard {
  const soFar = quartersSoFar(projectCard(db), now)
  const span = soFar && quartersAsked(query, soFar)
  const isAny = span !== null && span.from <= span.to
  const own = partnersSeenBy(person)
  return {
    slots: isAny ? loadSlots(db, span, now, own) : [],
    dueOn: new Map(isAny ? dueDaysIn(db, span).map((one) => [one.quarter, one.dueOn]) : []),
    today: dayAt(now),
    partners: partners(db),
    places: places(db),
  }
}

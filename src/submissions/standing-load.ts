import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import type { Quarter } from '../calendar/quarter.ts'
import { isClosed } from '../calendar/store.ts'
import { outOfTimeAt } from '../project/phase.ts'
import { projectCard } from '../project/store.ts'
import type { SubmissionState } from '../vocabulary/submission.ts'
import { type Standing, standingOf } from './action.ts'

/** Where a person stands to a submission at an instant: what its quarter allows is read beside it. */
export function loadStanding(
  db: Db,
  person: Person,
  submission: { partnerId: number; quarter: Quarter; state: SubmissionState },
  now: number,
): Standing {
  const { quarter } = submission
  const outOfTime = outOfTimeAt(projectCard(db), quarter, now)
  return standingOf(person, submission, { closed: isClosed(db, quarter), outOfTime })
}

import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { quartersSoFar } from '../../project/project.ts'
import { projectCard } from '../../project/store.ts'
import type { SlotsSeen } from '../../submissions/board/board.ts'
import { loadSlotsSeen } from '../../submissions/board/load.ts'
import { quartersAsked, type SubmissionsQuery } from './submissions.ts'

/** Every submission that is expected in the quarters asked for: all of them for a manager, a partner's own. */
export function loadSubmissionsAsked(db: Db, person: Person, query: SubmissionsQuery, now: number): SlotsSeen {
  const soFar = quartersSoFar(projectCard(db), now)
  const span = soFar && quartersAsked(query, soFar)
  return loadSlotsSeen(db, person, span && span.from <= span.to ? span : null, now)
}

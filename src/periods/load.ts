import type { Db } from '../../db/connection.ts'
import { periodsIn } from '../calendar/store.ts'
import { quartersSoFar } from '../project/project.ts'
import { projectCard } from '../project/store.ts'
import { loadSlots } from '../submissions/board/load.ts'
import type { PeriodsState } from './page.ts'

/** The quarters the project has had so far, with every submission expected in them. */
export function loadPeriods(db: Db, now: number): PeriodsState {
  const project = projectCard(db)
  const span = quartersSoFar(project, now)
  if (!span) return { project, periods: [], slots: [], now }
  return { project, periods: periodsIn(db, span), slots: loadSlots(db, span, now), now }
}

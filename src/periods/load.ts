import type { Db } from '../../db/connection.ts'
import type { Quarter } from '../calendar/quarter.ts'
import { dueOn, periodsIn } from '../calendar/store.ts'
import { partners } from '../partners/store.ts'
import { places } from '../places/store.ts'
import { quartersSoFar } from '../project/project.ts'
import { projectCard } from '../project/store.ts'
import { loadSlots } from '../submissions/board/load.ts'
import type { ClosingState } from './closing-page.ts'
import { outstandingIn } from './outstanding.ts'
import type { PeriodsState } from './page.ts'

/** The quarters the project has had so far, with every submission expected in them. */
export function loadPeriods(db: Db, now: number): PeriodsState {
  const project = projectCard(db)
  const span = quartersSoFar(project, now)
  if (!span) return { project, periods: [], slots: [], now }
  return { project, periods: periodsIn(db, span), slots: loadSlots(db, span, now), now }
}

/** What is outstanding in a quarter, with whose it is. */
export function loadClosing(db: Db, quarter: Quarter, now: number): ClosingState {
  return {
    quarter,
    dueOn: dueOn(db, quarter),
    outstanding: outstandingIn(loadSlots(db, { from: quarter, to: quarter }, now)),
    partners: partners(db),
    places: places(db),
    now,
  }
}

import { readSnapshot, type SnapshotSource } from '../../../db/snapshot.ts'
import type { ShownFigure } from '../../disclosure/publishable.ts'
import { isRefusal } from '../../suppression/problem.ts'
import type { WorkProgress } from '../../threads/jobs.ts'
import type { Task } from '../../threads/tasks.ts'
import { performTask } from '../../threads/thread.ts'
import { previousToDonor } from '../content/earlier/previous-load.ts'
import { publishedTables } from '../content/publish.ts'
import { problemFor } from '../content/source.ts'
import { loadSource } from '../content/source-load.ts'
import { isEmpty } from '../content/tables.ts'
import { orFailure, solve } from '../protection/solve.ts'
import { type Failure, failureFrom } from '../release.ts'
import { NOTHING_TICKED } from '../ticks/tick.ts'
import { defaultRelease } from './default-release-load.ts'
import { type ProspectiveReport, shownFigures } from './prospective.ts'

/** @param milliseconds for the arithmetic */
export type ProspectiveOrder = {
  source: SnapshotSource
  donorCode: string
  asAt: number
  now: number
  milliseconds: number
}
export type ProspectiveAnswer =
  | { failure: Failure }
  | { report: Omit<ProspectiveReport, 'shown'>; shown: [string, ShownFigure][] }

declare module '../../threads/tasks.ts' {
  interface ThreadTasks {
    'releases/prospective/protect-prospective': Task<ProspectiveOrder, ProspectiveAnswer, WorkProgress>
  }
}

/** Protects the report that a donor would get, as it would be protected if it were made; nothing of it is written. */
performTask('releases/prospective/protect-prospective', (order, say) => orFailure(protectProspective(order, say)))

async function protectProspective(
  order: ProspectiveOrder,
  say: (progress: WorkProgress) => void,
): Promise<ProspectiveAnswer> {
  const { donorCode, asAt, now } = order
  say({ done: 0, of: 0 })
  const source = readSnapshot(order.source, (db) => {
    const release = defaultRelease(db, donorCode, asAt)
    return release && loadSource(db, release, now, NOTHING_TICKED, previousToDonor)
  })
  if (!source) return { failure: { code: 'other', about: null } }
  const posed = problemFor(source)
  if (isEmpty(source.tables)) return { failure: { code: 'nothing', about: null } }
  const { answer: found } = await solve(posed, order.milliseconds, say)
  if (isRefusal(found)) return { failure: failureFrom(found) }
  const { release, rag, fiscalStart, earlier, secretBaselines } = source
  const shown = [...shownFigures(publishedTables(source, posed.problem, found.suppressed))]
  return {
    report: {
      release,
      earlier: earlier.ledger.map(({ releaseId, title }) => ({ id: releaseId, title })),
      workedOutAt: now,
      figures: shown.length,
      hidden: shown.filter(([, { kind }]) => kind === 'confidential').length,
      rag,
      fiscalStart,
      secretBaselines: [...secretBaselines],
    },
    shown,
  }
}

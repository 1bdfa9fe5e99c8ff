import { NoRoomForCopy, onCopy, readSnapshot, type SnapshotSource } from '../../../db/snapshot.ts'
import { countedParts } from '../../disclosure/counted-parts.ts'
import { lossesOf } from '../../disclosure/preview.ts'
import { thresholdOf } from '../../project/donor.ts'
import { isRefusal, isSmall } from '../../suppression/problem.ts'
import type { Protection } from '../../suppression/protect.ts'
import type { WorkProgress } from '../../threads/jobs.ts'
import type { Task } from '../../threads/tasks.ts'
import { performTask } from '../../threads/thread.ts'
import type { Layout } from '../../vocabulary/release.ts'
import { awaitedIn } from '../content/awaited-load.ts'
import { contentOf } from '../content/publish.ts'
import { problemFor, type ReleaseSource } from '../content/source.ts'
import { loadSource } from '../content/source-load.ts'
import { isEmpty } from '../content/tables.ts'
import { isUnplanned } from '../deviations/deviating.ts'
import { changedSince } from '../reasons/reopening.ts'
import { type Failure, failureFrom } from '../release.ts'
import { releaseById } from '../store.ts'
import { workbookOf } from '../workbook/assemble.ts'
import type { LayoutLoss } from './layout-loss.ts'
import { previewFrom, uncoversOf } from './preview.ts'
import { orFailure, solve } from './solve.ts'
import { approveAwaited } from './waiting/approve-awaited.ts'
import type { Waiting } from './waiting/waiting.ts'

/**
 * @param trial what is tried instead of the release as it is: what it would lose is told, and nothing else
 * @param milliseconds for the arithmetic
 */
export type ProtectOrder = {
  source: SnapshotSource
  releaseId: number
  now: number
  milliseconds: number
  trial: Trial | null
}
/** Another layout; or the same once what it could wait for has come. */
export type Trial = { layout: Layout } | 'waiting'
export type ProtectAnswer =
  | { failure: Failure }
  /** Plan of the draft's workbook and preview, as JSON, and what the trail says of them. */
  | { plan: string; preview: string; uncovers: number; detail: Record<string, number> }
  | { loss: LayoutLoss }
  | { waiting: Waiting }

declare module '../../threads/tasks.ts' {
  interface ThreadTasks {
    'releases/protection/protect': Task<ProtectOrder, ProtectAnswer, WorkProgress>
  }
}

/** Reading a release takes a second, protecting it several: here neither keeps a page waiting. */
performTask('releases/protection/protect', (order, say) =>
  orFailure(order.trial === 'waiting' ? tryWaiting(order, say) : protectRelease(order, order.trial, say)),
)

async function protectRelease(
  order: ProtectOrder,
  trial: { layout: Layout } | null,
  say: (progress: WorkProgress) => void,
): Promise<ProtectAnswer> {
  const { now } = order
  say({ done: 0, of: 0 })
  const source = readSnapshot(order.source, (db) => {
    const release = releaseById(db, order.releaseId)
    return release && loadSource(db, trial ? { ...release, layout: trial.layout } : release, now)
  })
  if (!source) return DISCARDED
  const posed = problemFor(source)
  if (isEmpty(source.tables)) return { failure: { code: 'nothing', about: null } }
  if (isAllSmall(source)) return { failure: { code: 'all-small', about: null } }
  const { answer: found, seconds } = await solve(posed, order.milliseconds, say)
  if (trial) return { loss: isRefusal(found) ? { refused: found.refused } : lossOf(source, found) }
  if (isRefusal(found)) return { failure: failureFrom(found) }
  const content = contentOf(source, posed.problem, found.suppressed, { draft: true, at: now })
  const preview = {
    ...previewFrom(source, posed, found, seconds),
    deviations: content.deviations,
    unplanned: isUnplanned(content.tables),
    changed: changedSince(content),
  }
  const { figures, hidden, programs } = preview
  const uncovers = uncoversOf(preview)
  const detail = { figures, hidden: hidden.length, programs, ...(uncovers > 0 ? { uncovers } : {}) }
  return { plan: JSON.stringify(workbookOf(content)), preview: JSON.stringify(preview), uncovers, detail }
}

const DISCARDED = { failure: { code: 'other', about: 'discarded' } } satisfies ProtectAnswer

/** The same report made now, with everything approved that has been entered of what it could wait for. */
async function tryWaiting(order: ProtectOrder, say: (progress: WorkProgress) => void): Promise<ProtectAnswer> {
  say({ done: 0, of: 0 })
  const read = enteredOnCopy(order)
  if (read === 'no-room') return { waiting: { untried: 'no-room' } }
  if (!read) return DISCARDED
  const { entered, source } = read
  if (!source) return { waiting: { ...entered, loss: null } }
  const { answer: found } = await solve(problemFor(source), order.milliseconds, say)
  return { waiting: { ...entered, loss: isRefusal(found) ? { refused: found.refused } : lossOf(source, found) } }
}

/** What would be read if all that a release could wait for were approved, which is done on a copy; null where there is no release. */
function enteredOnCopy({ source: from, releaseId, now }: ProtectOrder) {
  try {
    return onCopy(from, (copy) => {
      const release = releaseById(copy, releaseId)
      if (!release) return null
      const entered = approveAwaited(copy, awaitedIn(copy, release, release.asAt), now)
      const unknown = entered.handedIn + entered.begun === 0
      return { entered, source: unknown ? null : loadSource(copy, { ...release, asAt: now }, now) }
    })
  } catch (error) {
    if (error instanceof NoRoomForCopy) return 'no-room'
    throw error
  }
}

/**
 * Whether a threshold above the usual one leaves no sensitive figure that counts anybody: a rate is hidden with its smallest part,
 * however many it is divided by. At the usual one that may happen in a small project, and is right.
 */
function isAllSmall({ release, project, tables }: ReleaseSource): boolean {
  const { audience, threshold, donorCode } = release
  if (threshold <= thresholdOf(project, audience, donorCode)) return false
  const figures = tables
    .flatMap(({ table }) => table.cells.flat().map((cell) => countedParts(cell, table.indicator)))
    .map((parts) => parts.map(([, count]) => count).filter((count) => count > 0))
    .filter((counts) => counts.length > 0)
  return figures.length > 0 && figures.every((counts) => counts.some((count) => isSmall(count, threshold)))
}

function lossOf({ tables, holdable }: ReleaseSource, found: Protection): LayoutLoss {
  const { figures, hidden } = lossesOf(
    tables.map(({ table }) => table),
    found,
    [],
    holdable,
  )
  return { figures, hidden: hidden.length, holdable: hidden.filter(({ earlier }) => earlier).length }
}

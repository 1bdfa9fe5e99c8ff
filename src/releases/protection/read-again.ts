import { sourceOf } from '../../../db/snapshot.ts'
import type { Job, WorkProgress } from '../../threads/jobs.ts'
import { inThread, type RunningTask } from '../../threads/thread.ts'
import type { SmallChanges } from '../../vocabulary/release.ts'
import { isStillAt, sourceVersion } from '../content/source-version-load.ts'
import type { DeviationTexts } from '../deviations/deviation.ts'
import { explanationsByIds } from '../explanations/store.ts'
import type { Release } from '../release.ts'
import { releaseById } from '../store.ts'
import type { Ticked } from '../ticks/tick.ts'
import { tickedIn } from '../ticks/ticks-store.ts'
import type { AssembleAnswer, AssembleOrder } from './assemble.worker.ts'
import { failProtection } from './fail-protection.ts'
import type { Running } from './protect-release.ts'

export type Assembled = Extract<AssembleAnswer, object>

/** Reads a release and writes its files. @param say is told how far it is */
export type Assemble = (order: AssembleOrder, say: (progress: WorkProgress) => void) => RunningTask<AssembleAnswer>

const assembleInThread: Assemble = (order, say) => inThread('releases/protection/assemble', order, say)

/** What is written in the end, and what may stand in its way. */
export type Writing<T> = {
  draft: boolean
  /** What goes into the workbook of what others wrote, where that is about to be another than is kept. */
  ticked?: Partial<Ticked>
  /** On which day the next report is to be expected, where that is about to be another than is kept. */
  nextReport?: string | null
  /** What a manager is about to say of deviations, where that is another than is kept. */
  deviationTexts?: DeviationTexts
  /** What is to become of figures that have changed too little, where that is about to be another than is kept. */
  smallChanges?: SmallChanges
  /** What it is a part of: it ends when that is stopped, and tells it how far it is. */
  job?: Job
  /** Why nothing is to be written, or nothing needs to be; null = go on. Asked before reading and again before writing. */
  otherwise: (release: Release | null) => T | null
  /** Who reads it and writes its files; a thread, unless somebody else is asked. */
  assemble?: Assemble
  /** Inside the transaction. @param at the instant that the workbook says */
  write: (assembled: Assembled, release: Release, at: number) => T
}

/** So often what is read may be overtaken by what others write. */
const TRIES = 3

/**
 * Reads a protected release again, in a thread and on a connection of its own, and writes what comes of it in a transaction
 * that only looks whether anything has been written meanwhile that would be read differently: then it is read again, some
 * times.
 * @returns `changed` when what was protected is no longer what would be shown, or others write too often; `ledger-damaged`
 * when the record of earlier releases is: then it is protected no more
 */
export async function readAgain<T>(
  { db, now }: Running,
  id: number,
  {
    draft,
    ticked,
    nextReport,
    deviationTexts,
    smallChanges,
    job,
    otherwise,
    assemble = assembleInThread,
    write,
  }: Writing<T>,
): Promise<T | 'changed' | 'ledger-damaged'> {
  for (let tried = 0; tried < TRIES; tried++) {
    const release = releaseById(db, id)
    const refused = otherwise(release)
    if (refused !== null || !release) return refused ?? 'changed'
    const version = sourceVersion(db)
    const order = {
      source: sourceOf(db),
      releaseId: id,
      at: now(),
      draft,
      ticked: { ...tickedIn(db, id), ...ticked },
      nextReport,
      smallChanges: smallChanges ?? release.smallChanges,
      deviationTexts: deviationTexts ?? null,
    }
    const thread = assemble(order, (progress) => {
      if (job) job.progress = progress
    })
    const read = await (job ? job.waitFor(thread) : thread.done)
    if (job?.stopped) throw new Error('stopped')
    const written = db.tx((): T | 'changed' | 'ledger-damaged' | null => {
      const current = releaseById(db, id)
      const refusedNow = otherwise(current)
      if (refusedNow !== null || !current) return refusedNow ?? 'changed'
      if (read === 'ledger-damaged') failProtection(db, id, { code: read, about: null }, order.at, ['protected'])
      if (typeof read === 'string') return read
      const said = explanationsByIds(db, order.ticked.explanations, current.asAt)
      if (!isStillAt(db, version, current) || JSON.stringify(said) !== JSON.stringify(read.explanations)) return null
      return write(read, current, order.at)
    })
    if (written !== null) return written
  }
  return 'changed'
}

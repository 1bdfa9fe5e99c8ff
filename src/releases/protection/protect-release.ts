import type { Db } from '../../../db/connection.ts'
import { sourceOf } from '../../../db/snapshot.ts'
import type { Job, Jobs, WorkProgress } from '../../threads/jobs.ts'
import { keepCompiled } from '../../threads/keep-compiled.ts'
import { inThread } from '../../threads/thread.ts'
import { withinLimit } from '../../threads/within-limit.ts'
import { record } from '../../trail/store.ts'
import type { Layout } from '../../vocabulary/release.ts'
import { coarserLayouts } from '../content/layout.ts'
import { previewOf, releaseById, setPreview, setProtected } from '../store.ts'
import { failProtection, reportSolver } from './fail-protection.ts'
import type { LayoutLoss } from './layout-loss.ts'
import { couldWait } from './preview.ts'
import type { ProtectAnswer, Trial } from './protect.worker.ts'
import type { Waiting } from './waiting/waiting.ts'

/** What protecting needs of the running program. */
export type Running = { db: Db; now: () => number; jobs: Jobs }

/** What `suppression/highs.ts` loads in each thread: a release and the layouts tried for it are a thread each. */
export const SOLVER = 'highs/runtime'

/** How far protecting a release is; null when nobody is at it. */
export function protectionProgress(jobs: Jobs, id: number): WorkProgress | null {
  return jobs.progressOf(jobOf(id))
}

export function stopProtecting(jobs: Jobs, id: number): void {
  jobs.stop(jobOf(id))
}

/** What is done with a release once it is protected, in the same job. */
export type Afterwards = (running: Running, id: number, job: Job) => Promise<void>

/**
 * Begins to protect a release that waits for it, in a thread of its own; the release's state tells how it went. Then, unless something
 * else comes, what else can be chosen is protected too, so that the manager sees what it would lose and not what it might.
 */
export function startProtecting(running: Running, id: number, afterwards: Afterwards = tryChoices): void {
  const { db, now, jobs } = running
  keepCompiled(SOLVER)
  jobs.start(jobOf(id), async (job) => {
    try {
      await protect(running, id, job)
      await afterwards(running, id, job)
    } catch (error) {
      if (!job.stopped) failProtection(db, id, { code: 'other', about: null }, now())
      throw error
    }
  })
}

function jobOf(id: number): string {
  return `protect release ${id}`
}

type Protected = Extract<ProtectAnswer, { preview: string }>

async function protect(running: Running, id: number, job: Job): Promise<void> {
  const { db, now, jobs } = running
  const answer = await work(running, id, job, jobs.limits.asked, null)
  if (job.stopped) return
  if ('failure' in answer) return failProtection(db, id, answer.failure, now())
  if ('preview' in answer) finish(db, id, answer, now())
}

function finish(db: Db, id: number, { plan, preview, uncovers, detail }: Protected, now: number): void {
  db.tx(() => {
    if (!setProtected(db, id, { plan, preview, uncovers })) return
    record(db, { at: now, by: null, verb: 'release.protected', subject: ['release', id], detail })
  })
}

/** Measures what else a manager could choose: to wait, where that could help, and coarser layouts. */
async function tryChoices(running: Running, id: number, job: Job): Promise<void> {
  const { db, jobs } = running
  const [release, preview] = [releaseById(db, id), previewOf(db, id)]
  if (!release || !preview) return
  const isOver = () => job.stopped || releaseById(db, id)?.state !== 'protected'
  let waiting: Waiting | null = null
  if (couldWait(preview)) {
    if (isOver()) return
    const answer = await work(running, id, job, jobs.limits.tried, 'waiting')
    if ('waiting' in answer) waiting = answer.waiting
    else if ('failure' in answer && answer.failure.code === 'out-of-time') waiting = { untried: 'no-time' }
  }
  const alternatives: ({ layout: Layout } & LayoutLoss)[] = []
  for (const layout of preview.hidden.length === 0 ? [] : coarserLayouts(release.layout)) {
    if (isOver()) return
    const answer = await work(running, id, job, jobs.limits.tried, { layout })
    if ('loss' in answer) alternatives.push({ layout, ...answer.loss })
    else if ('failure' in answer) alternatives.push({ layout, refused: answer.failure.code })
  }
  // Worked out, not done by anybody: no event of the trail. What was chosen meanwhile may have changed what is to be explained.
  const now = previewOf(db, id)
  if (!job.stopped && now) setPreview(db, id, JSON.stringify({ ...now, alternatives, waiting }))
}

async function work(running: Running, id: number, job: Job, milliseconds: number, trial: Trial | null) {
  const { db, now, jobs } = running
  const order = { source: sourceOf(db), releaseId: id, now: now(), milliseconds, trial }
  const answer = await withinLimit(job, milliseconds, (tell) => inThread('releases/protection/protect', order, tell))
  if (answer === null) return { failure: { code: 'out-of-time', about: null } } satisfies ProtectAnswer
  if ('failure' in answer) reportSolver(jobs, answer.failure)
  return answer
}

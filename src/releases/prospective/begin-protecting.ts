import { LRUCache } from 'lru-cache'
import { oncePerConnection } from '../../../db/connection.ts'
import { sourceOf } from '../../../db/snapshot.ts'
import { dayAt } from '../../calendar/day.ts'
import type { Job } from '../../threads/jobs.ts'
import { keepCompiled } from '../../threads/keep-compiled.ts'
import { inThread } from '../../threads/thread.ts'
import { withinLimit } from '../../threads/within-limit.ts'
import { isStillAt, type SourceVersion, sourceVersion } from '../content/source-version-load.ts'
import { reportSolver } from '../protection/fail-protection.ts'
import { type Running, SOLVER } from '../protection/protect-release.ts'
import type { Prospect } from './prospective.ts'

/** `tried`: how often, where it could not be protected and may be tried again. */
type Kept = { version: SourceVersion; prospect: Exclude<Prospect, { progress: object }>; tried: number }

/**
 * Arithmetic that took too long may have met a busy hour: for whoever asks after a while it is tried again, each time after twice as
 * long, so that one that never ends takes a few minutes of an hour at most.
 */
const [FIRST_WAIT, LONGEST_WAIT] = [5 * 60_000, 60 * 60_000]
const MAY_END: readonly string[] = ['solver-failed', 'out-of-time']

/** Donors are few, and looked at as at now or one other day. */
const MOST_KEPT = 8

const kept = oncePerConnection(() => new LRUCache<string, Kept>({ max: MOST_KEPT }))

/**
 * The report that a donor would get, protected as at an instant: at once where it is known for what is stored now. Else it is begun beside
 * requests, and how far it is is told; nobody waits for it.
 * @param asAt null = now
 */
export function prospectFor(running: Running, donorCode: string, asAt: number | null): Prospect {
  const { db, now, jobs } = running
  const name = ['protect prospective report', donorCode, asAt ?? dayAt(now())].join(' ')
  const known = kept(db).get(name)
  const stands = known && isStillAt(db, known.version, { id: null, asAt: asAt ?? Number.POSITIVE_INFINITY })
  if (stands && !isDue(known.prospect, now())) return known.prospect
  const progress = jobs.progressOf(name)
  if (progress) return { progress }
  keepCompiled(SOLVER)
  jobs.start(name, async (job) => {
    const version = sourceVersion(db)
    const prospect = await protect(running, job, donorCode, asAt)
    const tried = 1 + (stands ? known.tried : 0)
    if (!job.stopped) kept(db).set(name, { version, prospect: toBeTried(prospect, tried, now()), tried })
  })
  return { progress: { done: 0, of: 0 } }
}

function toBeTried(prospect: Kept['prospect'], tried: number, now: number): Kept['prospect'] {
  if (!('failure' in prospect) || !MAY_END.includes(prospect.failure.code)) return prospect
  return { ...prospect, again: now + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tried - 1)) }
}

function isDue(prospect: Kept['prospect'], now: number): boolean {
  return 'failure' in prospect && prospect.again !== undefined && now >= prospect.again
}

async function protect(
  { db, now, jobs }: Running,
  job: Job,
  donorCode: string,
  asAt: number | null,
): Promise<Kept['prospect']> {
  const milliseconds = jobs.limits.asked
  const order = { source: sourceOf(db), donorCode, asAt: asAt ?? now(), now: now(), milliseconds }
  const answer = await withinLimit(job, milliseconds, (tell) =>
    inThread('releases/prospective/protect-prospective', order, tell),
  )
  if (answer === null) return { failure: { code: 'out-of-time', about: null } }
  if ('failure' in answer) {
    reportSolver(jobs, answer.failure)
    return answer
  }
  return { report: { ...answer.report, shown: new Map(answer.shown) } }
}

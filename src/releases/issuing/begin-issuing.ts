import type { Db } from '../../../db/connection.ts'
import { storageFaultOf } from '../../../db/file/storage-fault.ts'
import { may } from '../../access/permissions.ts'
import type { Person } from '../../access/person.ts'
import { personById } from '../../access/person-store.ts'
import type { Job, Jobs, WorkProgress } from '../../threads/jobs.ts'
import { record } from '../../trail/store.ts'
import type { IssuingProblem } from '../../vocabulary/release.ts'
import type { Running } from '../protection/protect-release.ts'
import type { Assemble } from '../protection/read-again.ts'
import type { Obstacle } from '../release.ts'
import { releaseById } from '../store.ts'
import { failIssuing } from './fail-issuing.ts'
import { type Issuing, issueRelease, obstacleNow } from './issue.ts'
import { insertAttempt } from './issuing-store.ts'

/** How far issuing a release is; null when nobody is at it. */
export function issuingProgress(jobs: Jobs, id: number): WorkProgress | null {
  return jobs.progressOf(jobOf(id))
}

/** Why issuing came to nothing, by report, where that could not be written either: on a disk that is full nothing can. Of each running program. */
const unwritten = new WeakMap<Jobs, Map<number, IssuingProblem>>()

export function unwrittenProblem(jobs: Jobs, id: number): IssuingProblem | null {
  return unwritten.get(jobs)?.get(id) ?? null
}

/**
 * Begins to issue a release, beside requests: what stands beside it (its attempt) tells how it goes. Of two who begin at once the second
 * is led to what the first has begun. Should the program end meanwhile, nothing has been issued.
 * @param assemble who writes the files and reads them back, where that is not a thread of the program
 */
export function beginIssuing(running: Running, by: Person, id: number, assemble?: Assemble): 'begun' | Obstacle {
  const { db, now, jobs } = running
  if (issuingProgress(jobs, id) !== null) return 'begun'
  const begun = db.tx(() => {
    const obstacle = obstacleNow(db, releaseById(db, id), now())
    if (obstacle !== null) return obstacle
    insertAttempt(db, id, by.id, now())
    record(db, { at: now(), by, verb: 'release.issuing-begun', subject: ['release', id], detail: {} })
    return 'begun'
  })
  if (begun === 'begun') unwritten.get(jobs)?.delete(id)
  if (begun === 'begun') jobs.start(jobOf(id), (job) => issueInJob(running, by.id, id, job, assemble))
  return begun
}

function jobOf(id: number): string {
  return `issue release ${id}`
}

async function issueInJob(running: Running, byId: number, id: number, job: Job, assemble?: Assemble): Promise<void> {
  const { db } = running
  try {
    const outcome = await issueRelease(running, () => stillManager(db, byId), id, job, assemble)
    if (outcome === 'issued' || outcome === 'already-issued') return
    fail(running, id, typeof outcome === 'string' ? outcome : 'file-differs')
    if (typeof outcome !== 'string') throw new FileDiffers(outcome)
  } catch (error) {
    if (job.stopped || error instanceof FileDiffers) throw error
    fail(running, id, problemOf(error))
    if (!(error instanceof NotAllowed)) throw error
  }
}

function fail({ db, now, jobs }: Running, id: number, problem: IssuingProblem): void {
  try {
    failIssuing(db, id, problem, now())
  } catch (error) {
    unwritten.set(jobs, (unwritten.get(jobs) ?? new Map()).set(id, problem))
    throw error
  }
}

/** Told to whoever runs the program: where a finished file does not say what the figures say. */
class FileDiffers extends Error {
  constructor({ unlike }: Exclude<Issuing, string>) {
    super(`a finished file does not say what the figures say: ${JSON.stringify(unlike)}`)
  }
}

class NotAllowed extends Error {}

/** @throws NotAllowed when whoever began was locked, or is no manager any more */
function stillManager(db: Db, personId: number): Person {
  const person = personById(db, personId)
  if (!person || !may(person, 'release.make')) throw new NotAllowed()
  return person
}

function problemOf(error: unknown): IssuingProblem {
  if (error instanceof NotAllowed) return 'not-allowed'
  return storageFaultOf(error) === 'full' ? 'disk-full' : 'other'
}

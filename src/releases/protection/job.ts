import type { Db } from '../../../db/connection.ts'
import { DamagedLedger, parseEarlierId } from '../../disclosure/ledger.ts'
import { lossesOf } from '../../disclosure/preview.ts'
import type { ProtectAnswer, ProtectOrder, ProtectProgress } from '../../disclosure/protect.worker.ts'
import { CannotProtect } from '../../disclosure/request.ts'
import { isRefusal, type Question } from '../../suppression/problem.ts'
import type { Protection } from '../../suppression/protect.ts'
import { inThread, type Work } from '../../threads/thread.ts'
import { contentOf } from '../content/content-load.ts'
import { coarserLayouts } from '../content/layout.ts'
import type { Layout, Release } from '../release.ts'
import { keepFailure, keepPreview, keepProtected, previewOf, releaseById } from '../store.ts'
import { workbookOf } from '../workbook/assemble.ts'
import type { Alternative, GivenBefore, Preview } from './preview.ts'
import { type Asked, askPaced, othersFirst } from './question-load.ts'

/** The surroundings of the work: database and clock. */
type Here = { db: Db; now: () => number }

/** How long protecting may take before nothing is released; the pilot's three years take a small part of it. */
const LONGEST = 120_000
const LONGEST_TRIAL = 30_000

/** Work in hand, with how far it is. */
type Job = ProtectProgress & { stopped: boolean; work: Work<ProtectAnswer> | null; over: Promise<void> }
const jobs = new WeakMap<Db, Map<number, Job>>()

export function progressOfJob(db: Db, id: number): ProtectProgress | null {
  const job = jobs.get(db)?.get(id)
  return job ? { done: job.done, of: job.of } : null
}

/** Resolves when nothing is being protected any more. */
export async function settled(db: Db): Promise<void> {
  for (let open = [...(jobs.get(db)?.values() ?? [])]; open.length > 0; open = [...(jobs.get(db)?.values() ?? [])])
    await Promise.all(open.map((job) => job.over))
}

export function stopJob(db: Db, id: number): void {
  const job = jobs.get(db)?.get(id)
  if (!job) return
  job.stopped = true
  job.work?.stop()
}

export function stopJobs(db: Db): void {
  for (const id of jobs.get(db)?.keys() ?? []) stopJob(db, id)
}

/** Begins to protect a release that waits for it, in a thread of its own; the release's state tells how it went. */
export function startJob(here: Here, id: number): void {
  const own = jobs.get(here.db) ?? new Map<number, Job>()
  jobs.set(here.db, own)
  if (own.has(id)) return
  const job: Job = { done: 0, of: 0, stopped: false, work: null, over: Promise.resolve() }
  own.set(id, job)
  // Begins after the answer to the request that asked for it.
  job.over = othersFirst()
    .then(() => protectRelease(here, id, job))
    .catch((error) => {
      if (!job.stopped)
        keepFailure(here.db, id, error instanceof DamagedLedger ? 'ledger-damaged' : 'other', here.now())
    })
    .finally(() => own.delete(id))
}

async function protectRelease(here: Here, id: number, job: Job): Promise<void> {
  const release = releaseById(here.db, id)
  if (!release || job.stopped) return
  const { db, now } = here
  let asked: Asked
  try {
    asked = await askPaced(db, release, release.layout, now())
  } catch (error) {
    if (!(error instanceof CannotProtect)) throw error
    return keepFailure(db, id, `${error.code} ${error.about}`, now())
  }
  if (asked.question.figures.length === 0 && asked.gathered.tables.length === 0)
    return keepFailure(db, id, 'nothing', now())
  const { answer, seconds } = await run(asked.question, LONGEST, job)
  if (job.stopped) return
  if (isRefusal(answer)) return keepFailure(db, id, answer.refused, now())
  const preview = previewFrom(db, asked, answer, seconds)
  await othersFirst()
  const content = contentOf(db, release, asked, preview.suppressed, { draft: true, at: now() })
  await othersFirst()
  const plan = workbookOf(content)
  await othersFirst()
  keepProtected(db, id, { plan, preview }, now())
  await tryOthers(here, release, preview, job)
}

async function run(question: Question, milliseconds: number, job: Job): Promise<ProtectAnswer> {
  job.work = inThread<ProtectOrder, ProtectAnswer, ProtectProgress>(
    'disclosure',
    'protect',
    { question, milliseconds },
    (said) => Object.assign(job, said),
  )
  // The solver looks at its clock only now and then; a thread that does not come back is ended.
  const late = setTimeout(() => job.work?.stop(), milliseconds * 1.5)
  try {
    return await job.work.done
  } catch {
    return { answer: { refused: 'solver-failed' }, seconds: milliseconds / 1000 }
  } finally {
    clearTimeout(late)
  }
}

function previewFrom(
  db: Db,

  { gathered, question, fingerprint, ledger }: Asked,
  protection: Protection,
  seconds: number,
): Preview {
  const losses = lossesOf(
    gathered.tables.map(({ table }) => table),
    protection,
  )
  return {
    fingerprint,
    suppressed: protection.suppressed,
    ...losses,
    atoms: Object.keys(question.atoms).length,
    programs: protection.programs,
    proven: protection.proven,
    seconds,
    earlier: ledger.length,
    before: givenBefore(db, protection),
    alternatives: null,
  }
}

/** Small figures of earlier releases that are no longer safe, each once, by the names they had there. */
function givenBefore(db: Db, { causes, intervals }: Protection): GivenBefore[] {
  const seen = new Set<string>()
  return Object.entries(causes).flatMap(([id, cause]): GivenBefore[] => {
    const known = parseEarlierId(id)
    if (!known || seen.has(known.cellId)) return []
    seen.add(known.cellId)
    const figure = previewOf(db, known.releaseId)?.hidden.find((one) => one.id === known.cellId) ?? null
    const release = releaseById(db, known.releaseId)?.title ?? ''
    return [{ release, figure, cause, after: intervals[id]?.after ?? null }]
  })
}

/** Protects coarser layouts too, so that the manager sees what they would lose and not what they might. */
async function tryOthers({ db, now }: Here, release: Release, preview: Preview, job: Job): Promise<void> {
  const alternatives: Alternative[] = []
  for (const layout of preview.hidden.length === 0 ? [] : coarserLayouts(release.layout)) {
    if (job.stopped || releaseById(db, release.id)?.state !== 'protected') return
    alternatives.push(await tryLayout(db, release, layout, now(), job))
  }
  if (!job.stopped) keepPreview(db, release.id, { ...preview, alternatives })
}

async function tryLayout(db: Db, release: Release, layout: Layout, now: number, job: Job): Promise<Alternative> {
  const { gathered, question } = await askPaced(db, release, layout, now)
  const { answer } = await run(question, LONGEST_TRIAL, job)
  if (isRefusal(answer)) return { layout, refused: answer.refused }
  const { figures, hidden } = lossesOf(
    gathered.tables.map(({ table }) => table),
    answer,
  )
  return { layout, figures, hidden: hidden.length }
}

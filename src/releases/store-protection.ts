import { createHash } from 'node:crypto'
import type { Db } from '../../db/open.ts'
import { DamagedLedger, earlierOf, type LedgerRelease, parseEarlierId } from '../disclosure/ledger.ts'
import { lossesOf } from '../disclosure/preview.ts'
import type { Protection } from '../disclosure/protect.ts'
import type { ProtectAnswer, ProtectOrder, ProtectProgress } from '../disclosure/protect.worker.ts'
import { isRefusal, type Question } from '../disclosure/question.ts'
import { suppress } from '../disclosure/suppress.ts'
import { CannotProtect, systemOf } from '../disclosure/suppress-system.ts'
import { inThread, type Work } from '../disclosure/worker-thread.ts'
import { projectCard, settingAsAt } from '../settings/store.ts'
import { changesSince } from './changes.ts'
import type { ReleaseContent, ReleaseTable } from './content.ts'
import { coarserLayouts } from './donor.ts'
import type { Alternative, GivenBefore, Preview } from './preview.ts'
import type { Layout, Release } from './release.ts'
import { issuedReleases, keepFailure, keepPreview, keepProtected, previewOf, releaseById } from './store.ts'
import { countOfAtom, readLedger } from './store-ledger.ts'
import { type Gathered, gather } from './store-tables.ts'
import { workbookOf } from './workbook.ts'

/** The surroundings of the work: database and clock. */
type Here = { db: Db; now: () => number }

/** How long protecting may take before nothing is released; the pilot's three years take a small part of it. */
const LONGEST = 120_000
const LONGEST_TRIAL = 30_000

/** Work in hand, with how far it is. */
type Job = ProtectProgress & { stopped: boolean; work: Work<ProtectAnswer> | null; done_: Promise<void> }
const jobs = new WeakMap<Db, Map<number, Job>>()

export function progressOfJob(db: Db, id: number): ProtectProgress | null {
  const job = jobs.get(db)?.get(id)
  return job ? { done: job.done, of: job.of } : null
}

/** Resolves when nothing is being protected any more. */
export async function settled(db: Db): Promise<void> {
  for (let open = [...(jobs.get(db)?.values() ?? [])]; open.length > 0; open = [...(jobs.get(db)?.values() ?? [])])
    await Promise.all(open.map((job) => job.done_))
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
  const job: Job = { done: 0, of: 0, stopped: false, work: null, done_: Promise.resolve() }
  own.set(id, job)
  // Begins after the answer to the request that asked for it.
  job.done_ = new Promise<void>((resolve) => setImmediate(resolve))
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
    asked = askFor(db, release, release.layout, now())
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
  const plan = workbookOf(contentOf(db, release, asked, preview.suppressed, { draft: true, at: now() }))
  keepProtected(db, id, { plan, preview }, now())
  await tryOthers(here, release, preview, job)
}

/** Everything one layout asks of `protect`, and a mark of it. */
export type Asked = { gathered: Gathered; question: Question; fingerprint: string; ledger: LedgerRelease[] }

/**
 * @throws DamagedLedger
 * @throws CannotProtect
 */
export function askFor(db: Db, release: Release, layout: Layout, now: number): Asked {
  const ledger = readLedger(db)
  const { earlier, counts } = earlierOf(ledger, countOfAtom(db))
  const gathered = gather(db, release, layout, now)
  const question = systemOf({
    tables: gathered.tables.map(({ table }) => table),
    behind: gathered.behind,
    indicators: new Map(gathered.indicators.map((indicator) => [indicator.code, indicator])),
    threshold: release.threshold,
    earlier,
    earlierCounts: counts,
    keep: hiddenBefore(db, release, ledger),
  })
  return { gathered, question, fingerprint: fingerprintOf(gathered, question), ledger }
}

/** What the release before to the same audience hid: kept hidden where it costs nothing. */
function hiddenBefore(db: Db, release: Release, ledger: readonly LedgerRelease[]): string[] {
  const before = releaseBefore(db, release)
  const known = ledger.find(({ releaseId }) => releaseId === before?.id)
  return (
    known?.figures.filter(({ mark, atoms }) => mark === '[c]' && atoms.length > 0).map(({ figureId }) => figureId) ?? []
  )
}

function releaseBefore(db: Db, { id, audience }: Release): Release | null {
  return issuedReleases(db).findLast((one) => one.audience === audience && one.id !== id) ?? null
}

function fingerprintOf({ tables, baselines }: Gathered, question: Question): string {
  const { keep: _, ...asked } = question
  return createHash('sha256')
    .update(JSON.stringify([asked, tables, [...baselines]]))
    .digest('hex')
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

/** What a workbook says, from what was gathered and the figures that were found to have to go. */
export function contentOf(
  db: Db,
  release: Release,
  { gathered, question, ledger }: Asked,
  suppressed: Protection['suppressed'],
  version: { draft: boolean; at: number },
): ReleaseContent {
  const project = projectCard(db)!
  const { tables: raw, indicators, baselines, spans } = gathered
  const shown = suppress(
    raw.map(({ table }) => table),
    release.audience,
    { question, protection: { suppressed } },
  )
  const tables = raw.map(({ section, breakdown }, at): ReleaseTable => ({ section, breakdown, table: shown[at]! }))
  const before = releaseBefore(db, release)
  const shownBefore = ledger.find(({ releaseId }) => releaseId === before?.id)?.figures ?? []
  const named = new Map<string, ReleaseContent['indicators'][number]['breakdowns']>()
  for (const { breakdown, table } of raw)
    if (breakdown) named.set(table.indicator.code, [...(named.get(table.indicator.code) ?? []), breakdown])
  return {
    release,
    project,
    donor: project.donor,
    versionAt: version.at,
    draft: version.draft,
    tables,
    spans,
    indicators: indicators.map((indicator) => ({ ...indicator, breakdowns: named.get(indicator.code) ?? [] })),
    baselines,
    changes: changesSince(shownBefore, tables),
    previous: before ? { title: before.title, issuedAt: before.issuedAt ?? 0 } : null,
    rag: settingAsAt(db, 'rag', release.asAt),
  }
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
  const { gathered, question } = askFor(db, release, layout, now)
  const { answer } = await run(question, LONGEST_TRIAL, job)
  if (isRefusal(answer)) return { layout, refused: answer.refused }
  const { figures, hidden } = lossesOf(
    gathered.tables.map(({ table }) => table),
    answer,
  )
  return { layout, figures, hidden: hidden.length }
}

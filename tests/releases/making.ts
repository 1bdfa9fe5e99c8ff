import type { Db } from '../../db/connection.ts'
import type { Person } from '../../src/access/person.ts'
import { personById } from '../../src/access/person-store.ts'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { rebuildTally } from '../../src/figures/tally/rebuild.ts'
import { baseRelations } from '../../src/indicators/relations/relation-store.ts'
import { writeDeviationText } from '../../src/releases/deviations/store.ts'
import { draftRelease } from '../../src/releases/drafts/draft-release.ts'
import type { NewRelease } from '../../src/releases/drafts/form.ts'
import { agreeToRelease } from '../../src/releases/issuing/agree.ts'
import { type Issuing, issueRelease } from '../../src/releases/issuing/issue.ts'
import { attemptOf } from '../../src/releases/issuing/issuing-store.ts'
import { type Running, startProtecting } from '../../src/releases/protection/protect-release.ts'
import { restartProtecting } from '../../src/releases/protection/restart-protecting.ts'
import { needsAgreement, type Release } from '../../src/releases/release.ts'
import { releaseById } from '../../src/releases/store.ts'
import { type Job, Jobs } from '../../src/threads/jobs.ts'
import type { IssuingProblem, Layout } from '../../src/vocabulary/release.ts'
import { DEMO_NOW, personaId } from '../support/demo.ts'
import { PATIENT_JOBS } from '../support/run/patience.ts'
import { saidOf } from './said.ts'

export function persona(db: Db, email: string): Person {
  return personById(db, personaId(db, email))!
}

export const MANAGER = 'iom.manager@example.org'
export const SECOND = 'bc.manager@example.org'
export const DONOR = 'donor.homeoffice@example.org'

/** The running year of people as far as it has come, a report at a time: what has to be protected hardest. */
export const SO_FAR: Layout = { project: 'quarter', province: 'year', breakdown: 'year', years: 'calendar' }

export type Ordered = Partial<NewRelease>

/** A year of the pilot, for one donor, unless said otherwise. */
export function ordered(db: Db, over: Ordered = {}): NewRelease & { donor: string } {
  return {
    title: 'Báo cáo',
    titleConfirmed: false,
    donor: 'UK Home Office',
    donorCode: null,
    audience: 'donor',
    threshold: 5,
    language: 'en',
    from: quarterOf(2021, 1),
    to: quarterOf(2021, 4),
    layout: SO_FAR,
    asAt: DEMO_NOW,
    recipients: [personaId(db, DONOR)],
    supersedes: null,
    ...over,
  }
}

const fail = (error: unknown) => {
  throw error
}

/** A program without pages, at one instant; a job that fails fails the test. */
export function runningOn(db: Db, now = DEMO_NOW, jobs = new Jobs(fail, PATIENT_JOBS)): Running {
  return { db, now: () => now, jobs }
}

/**
 * Jobs that are over once their first thread has answered: what else could be chosen is not tried. A thread that tried it would be
 * ended in the middle, and the next report be protected by one that begins anew.
 */
class JobsOfOneThread extends Jobs {
  override start(name: string, work: (job: Job) => Promise<void>): void {
    super.start(name, (job) => {
      const waitFor = job.waitFor.bind(job)
      let hasAnswered = false
      job.waitFor = (thread) => {
        if (hasAnswered) job.stop()
        hasAnswered = true
        return waitFor(thread)
      }
      return work(job)
    })
  }
}

/** Makes a report and waits until it is protected (or has failed); other layouts are not waited for. */
export async function make(db: Db, over: Ordered = {}, now = DEMO_NOW): Promise<Release> {
  const id = draftRelease(db, persona(db, MANAGER), ordered(db, over), now)
  explainAll(db, id, now)
  return protectNow(db, id, now)
}

/** A manager has something to say about every indicator, so that nothing stands in the way of issuing; only what is asked for goes out. */
export function explainAll(db: Db, id: number, at = DEMO_NOW): void {
  const codes = db.$client.prepare('select code from indicator').pluck().all() as string[]
  for (const code of codes)
    writeDeviationText(db, id, code, saidOf(code), { confirmed: true, by: persona(db, MANAGER), at })
}

export async function protectNow(db: Db, id: number, now = DEMO_NOW): Promise<Release> {
  const running = runningOn(db, now, new JobsOfOneThread(fail, PATIENT_JOBS))
  startProtecting(running, id)
  const release = await untilProtected(db, id)
  await running.jobs.close()
  return release
}

/** A report that could not be protected is protected again. */
export async function protectAgain(db: Db, id: number, now = DEMO_NOW): Promise<Release> {
  const running = runningOn(db, now, new JobsOfOneThread(fail, PATIENT_JOBS))
  restartProtecting(running, persona(db, MANAGER), id)
  const release = await untilProtected(db, id)
  await running.jobs.close()
  return release
}

/** Waits until work that was begun has protected a report, or failed to. */
export async function untilProtected(db: Db, id: number): Promise<Release> {
  for (;;) {
    const release = releaseById(db, id)!
    if (release.state !== 'protecting') return release
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Waits until a report that somebody set out to issue has been, or has not. @returns why not; null where it has */
export async function untilIssued(db: Db, id: number): Promise<IssuingProblem | null> {
  for (;;) {
    const problem = attemptOf(db, id)?.problem ?? null
    if (problem !== null || releaseById(db, id)?.state === 'issued') return problem
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Makes a report and issues it; a second manager agrees where one has to. */
export async function issue(db: Db, over: Ordered = {}, now = DEMO_NOW): Promise<Release> {
  const release = await make(db, over, now)
  if (needsAgreement(release)) agreeToRelease(db, persona(db, SECOND), release.id, now)
  const outcome = await issueNow(db, release.id, now)
  if (outcome !== 'issued') throw new Error(`not issued: ${outcome} (${release.state} ${release.failure?.code})`)
  return releaseById(db, release.id)!
}

/** Tries to issue a report; when it has to be protected again, that is not waited for. */
export async function issueNow(db: Db, id: number, now = DEMO_NOW): Promise<Issuing> {
  const running = runningOn(db, now)
  const outcome = await issueRelease(running, () => persona(db, MANAGER), id)
  await running.jobs.close()
  return outcome
}

/**
 * A correction after approval, as an approval writes it: the old version is closed, the new one opened, what rests on it made anew.
 * What is declared to stand under another indicator is corrected with it, as a partner has to.
 */
export function correct(
  db: Db,
  where: { indicator: string; place: string; quarter: number; by: number },
  at: number,
): void {
  const row = db.$client
    .prepare(
      `select f.* from fact f join indicator i on i.id = f.indicator_id join place p on p.id = f.place_id
       where i.code = ? and p.slug = ? and f.quarter = ? and f.approved_to is null and f.value > 0
         and f.cell_id in (select cell_id from cell_category c join breakdown b on b.id = c.breakdown_id where b.code = 'sex')
       order by f.value desc, f.cell_id limit 1`,
    )
    .get(where.indicator, where.place, where.quarter) as Record<string, number>
  replaceFact(db, row, { value: row.value! + where.by }, at)
  for (const { indicator } of baseRelations(db).filter(({ counted }) => counted === where.indicator)) {
    const under = db.$client
      .prepare(
        `select f.* from fact f join indicator i on i.id = f.indicator_id
         where i.code = ? and f.place_id = ? and f.partner_id = ? and f.quarter = ? and f.approved_to is null`,
      )
      .get(indicator, row.place_id, row.partner_id, row.quarter) as Record<string, number>
    replaceFact(db, under, { base: under.base! + where.by }, at)
  }
}

/** The fact of a row is closed, and one opened that has other numbers. */
export function replaceFact(
  db: Db,
  row: Record<string, number>,
  numbers: { value?: number; base?: number },
  at: number,
): void {
  db.$client
    .prepare(
      `update fact set approved_to = @at where indicator_id = @indicator_id and quarter = @quarter and place_id = @place_id
       and partner_id = @partner_id and cell_id = @cell_id and approved_from = @approved_from`,
    )
    .run({ ...row, at })
  db.$client
    .prepare(
      `insert into fact (indicator_id, quarter, place_id, partner_id, cell_id, approved_from, state, value, base)
       values (@indicator_id, @quarter, @place_id, @partner_id, @cell_id, @at, 'reported', @value, @base)`,
    )
    .run({ ...row, at, ...numbers })
  rebuildTally(db)
}

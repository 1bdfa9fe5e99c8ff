import { describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../../src/access/person.ts'
import { agreeToRelease } from '../../../src/releases/issuing/agree.ts'
import { issueRelease } from '../../../src/releases/issuing/issue.ts'
import { agreementsOf } from '../../../src/releases/people-store.ts'
import { readLedger } from '../../../src/releases/protection/ledger-store.ts'
import type { Release } from '../../../src/releases/release.ts'
import { releaseById, workbookPlanOf } from '../../../src/releases/store.ts'
import { chooseTicks } from '../../../src/releases/ticks/choose.ts'
import { tickedIn } from '../../../src/releases/ticks/ticks-store.ts'
import { readTrail, record } from '../../../src/trail/store.ts'
import type { Verb } from '../../../src/vocabulary/trail.ts'
import { DEMO_NOW } from '../../support/demo.ts'
import { correct, DONOR, MANAGER, make, type Ordered, persona, runningOn, SECOND, untilIssued } from '../making.ts'
import { pilotWith, programWith, SMALL } from '../pilot.ts'

const QUARTER = 8086
/** A number no comment of the story has. */
const COMMENT = 9001
const CORRECTION = { indicator: 'V3', place: 'nghe-an', quarter: QUARTER, by: 1 }

/** What another person's action leaves behind, at an instant. */
function done(db: Db, verb: Verb, at: number): void {
  record(db, { at, by: null, verb, subject: ['submission', 1], detail: {} })
}

/** Begins to issue, lets something be written while the report is being read, and waits. */
async function issueWhile(db: Db, { id }: Release, meanwhile: () => void, by = MANAGER) {
  const running = runningOn(db, DEMO_NOW + 60_000)
  const issuing = issueRelease(running, () => persona(db, by), id)
  meanwhile()
  const outcome = await issuing
  await running.jobs.close()
  return outcome
}

const verbsOf = (db: Db, id: number) => readTrail(db, { subject: ['release', String(id)] }, 20).map(({ verb }) => verb)

describe('issuing while others write', () => {
  it('keeps nobody waiting: a page that was asked for later comes first', async () => {
    const { db, release, visit } = await programWith()
    const [manager, other] = [await visit(MANAGER), await visit(SECOND)]
    const order: string[] = []
    expect((await manager.post(`/releases/${release.id}/issue`)).status).toBe(303)
    const issuing = untilIssued(db, release.id).then((problem) => order.push(`issued ${problem}`))
    const reading = other.get('/releases').then(({ status }) => order.push(`read ${status}`))
    await Promise.all([issuing, reading])
    expect(order).toEqual(['read 200', 'issued null'])
  })

  it('is nothing when the manager may not write any more once it has been read', async () => {
    const { db, release } = await pilotWith('protected', SMALL)
    const running = runningOn(db)
    let asked = 0
    const locked = (): never => {
      asked++
      throw new Error('locked')
    }
    await expect(issueRelease(running, locked, release.id)).rejects.toThrow('locked')
    expect(asked).toBe(1)
    expect(releaseById(db, release.id)!.state).toBe('protected')
    expect(verbsOf(db, release.id)).not.toContain('release.issued')
    expect(readLedger(db)).toEqual([])
  })

  it('by two managers at once is done once', async () => {
    const { db, release } = await pilotWith('protected', SMALL)
    const running = runningOn(db)
    const both = [MANAGER, SECOND].map((email) => issueRelease(running, () => persona(db, email), release.id))
    expect((await Promise.all(both)).sort()).toEqual(['already-issued', 'issued'])
    expect(verbsOf(db, release.id).filter((verb) => verb === 'release.issued')).toHaveLength(1)
    expect(readLedger(db)).toHaveLength(1)
    expect(releaseById(db, release.id)!.issuedBy).toBe(persona(db, MANAGER).id)
  })

  it('of two reports at once: the second is protected against the first before it can be issued', async () => {
    const { db, release: first } = await pilotWith('protected', SMALL)
    const second = await make(db, SMALL)
    const running = runningOn(db)
    const both = [first, second].map(({ id }) => issueRelease(running, () => persona(db, MANAGER), id))
    expect(await Promise.all(both)).toEqual(['issued', 'changed'])
    expect(releaseById(db, second.id)!.state).toBe('protecting')
    await running.jobs.close()
  })

  it('is not disturbed by an approval after the instant that the figures are as at', async () => {
    const { db, release } = await pilotWith('protected', SMALL)
    const later = DEMO_NOW + 1000
    const outcome = await issueWhile(db, release, () => {
      correct(db, CORRECTION, later)
      done(db, 'submission.approved', later)
    })
    expect(outcome).toBe('issued')
    expect(readLedger(db)).toHaveLength(1)
  })

  it('reads again after an approval before that instant, as by a clock set back, and sees that figures have changed', async () => {
    const { db, release } = await pilotWith('protected', SMALL)
    const earlier = DEMO_NOW - 1000
    const outcome = await issueWhile(db, release, () => {
      correct(db, CORRECTION, earlier)
      done(db, 'submission.approved', earlier)
    })
    expect(outcome).toBe('changed')
    expect(releaseById(db, release.id)!.state).toBe('protecting')
    expect(verbsOf(db, release.id)[0]).toBe('release.protection-restarted')
  })

  it('reads again when an event may have changed something, and issues when nothing has', async () => {
    const { db, release } = await pilotWith('protected', SMALL)
    const outcome = await issueWhile(db, release, () => done(db, 'project.loaded', DEMO_NOW))
    expect(outcome).toBe('issued')
  })

  it('gives up when others never stop, and has the report protected anew and agreed to again', async () => {
    const { db, release } = await pilotWith('protected', {
      ...SMALL,
      audience: 'public',
      threshold: 10,
      recipients: [],
    })
    agreeToRelease(db, persona(db, SECOND), release.id, DEMO_NOW)
    const busy = setInterval(() => done(db, 'project.loaded', DEMO_NOW), 20)
    const outcome = await issueWhile(db, release, () => {})
    clearInterval(busy)
    expect(outcome).toBe('changed')
    expect(releaseById(db, release.id)!.state).toBe('protecting')
    expect(agreementsOf(db, release.id)).toEqual([])
  })

  it('says what a chosen explanation says now, should it have been written anew meanwhile', async () => {
    const { db, release } = await pilotWith('protected', SMALL, writeComment)
    const running = runningOn(db)
    expect(
      await chooseTicks(running, () => persona(db, MANAGER), release.id, {
        kind: 'explanations',
        chosen: [COMMENT],
        confirmed: [],
      }),
    ).toBe('kept')
    // The program itself cannot do this: triggers keep comments as they were written.
    for (const name of ['comment_no_update', 'comment_no_replace']) db.$client.exec(`drop trigger ${name}`)
    const outcome = await issueWhile(db, release, () => {
      db.$client.exec(`update comment set text = 'The road was closed' where id = ${COMMENT}`)
    })
    expect(outcome).toBe('issued')
    const said = JSON.stringify(workbookPlanOf(db, release.id))
    expect(said).toContain('The road was closed')
    expect(said).not.toContain('Rains kept people at home')
  })

  it('is refused when an agreement is taken back by a choice of explanations meanwhile', async () => {
    const order: Ordered = { ...SMALL, audience: 'public', threshold: 10, recipients: [] }
    const { db, release } = await pilotWith('protected', order, writeComment)
    agreeToRelease(db, persona(db, SECOND), release.id, DEMO_NOW)
    const running = runningOn(db)
    const manager: Person = persona(db, MANAGER)
    const choosing = chooseTicks(running, () => manager, release.id, {
      kind: 'explanations',
      chosen: [COMMENT],
      confirmed: [],
    })
    const issuing = issueRelease(running, () => manager, release.id)
    expect(await Promise.all([choosing, issuing])).toEqual(['kept', 'needs-agreement'])
    expect(releaseById(db, release.id)!.state).toBe('protected')
    expect(tickedIn(db, release.id).explanations).toEqual([COMMENT])
  })
})

describe('choosing explanations while others write', () => {
  it('is too late when the report has been issued meanwhile', async () => {
    const { db, release } = await pilotWith('protected', SMALL, writeComment)
    const running = runningOn(db)
    const manager = persona(db, MANAGER)
    const issuing = issueRelease(running, () => manager, release.id)
    const choosing = chooseTicks(running, () => manager, release.id, {
      kind: 'explanations',
      chosen: [COMMENT],
      confirmed: [],
    })
    expect(await Promise.all([issuing, choosing])).toEqual(['issued', 'too-late'])
    expect(tickedIn(db, release.id).explanations).toEqual([])
    expect(JSON.stringify(workbookPlanOf(db, release.id))).not.toContain('Rains kept')
  })
})

function writeComment(db: Db): void {
  db.$client
    .prepare(
      `insert into comment (id, submission_id, indicator_id, at, by_id, text, confirmed) values (${COMMENT},
       (select s.id from submission s join place p on p.id = s.place_id where p.slug = 'nghe-an' and s.quarter = ? order by s.id),
       (select id from indicator where code = 'P1'), ?, ?, 'Rains kept people at home', 1)`,
    )
    .run(QUARTER, DEMO_NOW, persona(db, DONOR).id)
}

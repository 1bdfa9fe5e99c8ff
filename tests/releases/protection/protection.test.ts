import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { sourceOf } from '../../../db/snapshot.ts'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { earlierOf } from '../../../src/disclosure/earlier/ledger.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { problemFor } from '../../../src/releases/content/source.ts'
import { loadSource } from '../../../src/releases/content/source-load.ts'
import { failureWords } from '../../../src/releases/in-words.ts'
import { countOfAtom, readLedger } from '../../../src/releases/protection/ledger-store.ts'
import { restartProtecting } from '../../../src/releases/protection/restart-protecting.ts'
import type { Release } from '../../../src/releases/release.ts'
import { previewOf, releaseById, workbookPlanOf } from '../../../src/releases/store.ts'
import { inThread } from '../../../src/threads/thread.ts'
import { readTrail } from '../../../src/trail/store.ts'
import type { Layout } from '../../../src/vocabulary/release.ts'
import { copyOf, type Image, imageAndClose } from '../../support/database.ts'
import { DEMO_NOW, demoDb } from '../../support/demo.ts'
import { onceARun } from '../../support/once.ts'
import { correct, issue, issueNow, MANAGER, make, persona, protectNow, runningOn } from '../making.ts'
import { pilotWith } from '../pilot.ts'
import { inferred } from './attack.ts'

const DAY = 86_400_000
/** Of as many as may be told; of a correction by one, see between-reports.test.ts. */
const CORRECTION = { indicator: 'V3', place: 'nghe-an', quarter: quarterOf(2021, 2), by: 5 }
const COARSER: Layout = { project: 'year', province: 'none', breakdown: 'none', years: 'calendar' }
const COARSE: Layout = { project: 'year', province: 'year', breakdown: 'none', years: 'calendar' }
/** Hidden counts of which an attacker with these releases learns more than "1 to k − 1", and that nobody was warned of. */
async function leaks(db: Db, k = 5): Promise<string[]> {
  const ledger = readLedger(db)
  const { counts } = earlierOf(ledger, countOfAtom(db))
  const previews = ledger.map(({ releaseId }) => ({ releaseId, preview: previewOf(db, releaseId)! }))
  const warned = new Set([
    ...previews.flatMap(({ releaseId, preview }) =>
      preview.hidden.filter(({ given }) => given).map(({ id }) => `${releaseId}:${id}`),
    ),
    ...previews.flatMap(({ preview }) =>
      preview.before.flatMap(({ figure }) => ledger.map(({ releaseId }) => `${releaseId}:${figure!.id}`)),
    ),
  ])
  const found = await inferred(ledger)
  return ledger.flatMap(({ releaseId, atoms, figures }) =>
    figures.flatMap(({ figureId, atoms: positions, shown }) => {
      const id = `${releaseId}:${figureId}`
      const count = positions.reduce((sum, at) => sum + counts.get(atoms[at]!)!, 0)
      if (shown !== null || positions.length === 0 || count >= k) return []
      const [lowest, highest] = found.get(`earlier|${releaseId}|${figureId}`)!
      const told = [...warned].some((one) => id.startsWith(`${one}|`))
      return told || (lowest < 1.001 && highest > k - 1.001) ? [] : [`${id} = ${count}: ${lowest} to ${highest}`]
    }),
  )
}

/** The pilot with a report issued, a value corrected the day after, and another report issued on the day after that. */
async function pilotWithTwo(): Promise<{ db: Db; second: Release }> {
  const image = await onceARun('two reports with a correction between them', async () => {
    const { db } = await pilotWith('issued')
    correct(db, CORRECTION, DEMO_NOW + DAY)
    const now = DEMO_NOW + 2 * DAY
    await issue(db, { asAt: now }, now)
    return imageAndClose(db)
  })
  const db = copyOf(image)
  return { db, second: releaseById(db, 2)! }
}

describe('a report of the pilot', () => {
  it('hides small counts so that nothing shown gives one away, and writes down what it showed', async () => {
    const { db, release } = await pilotWith('issued')
    const preview = previewOf(db, release.id)!
    expect(preview.hidden.length).toBeGreaterThan(20)
    expect(preview.hidden.some(({ kind }) => kind === 'secondary')).toBe(true)
    const [written] = readLedger(db)
    expect(written!.figures.length).toBe(preview.ledger!.figures)
    expect(written!.atoms.length).toBe(preview.ledger!.atoms)
    expect(await leaks(db)).toEqual([])
    db.$client.close()
  })

  it('is frozen: a later correction changes nothing in it', async () => {
    const { db, release } = await pilotWith('issued')
    const before = workbookPlanOf(db, release.id)
    expect(before!.sheets.length).toBeGreaterThan(5)
    correct(db, CORRECTION, DEMO_NOW + DAY)
    expect(workbookPlanOf(db, release.id)).toEqual(before)
    expect(readTrail(db, { subject: ['release', '1'] }, 10).map(({ verb }) => verb)).toEqual([
      'release.issued',
      'release.protected',
      'release.drafted',
    ])
    db.$client.close()
  })

  it('after the correction, the next report cannot be subtracted from it, and says what changed', async () => {
    const { db, second } = await pilotWithTwo()
    expect(previewOf(db, second.id)!.earlier).toBe(1)
    const changes = workbookPlanOf(db, second.id)!.sheets.find(({ key }) => key === 'changes')!
    const said = changes.rows.filter(({ cells }) =>
      cells.some((cell) => typeof cell === 'object' && cell !== null && 'text' in cell && cell.text === 'V3'),
    )
    expect(said.length).toBeGreaterThan(0)
    expect(JSON.stringify(said)).toContain('revised')
    db.$client.close()
  })

  it('in another layout it still cannot be subtracted from the first two, or the manager was told', async () => {
    const { db } = await pilotWithTwo()
    const now = DEMO_NOW + 3 * DAY
    await issue(
      db,
      { asAt: now, layout: { project: 'half-year', province: 'half-year', breakdown: 'to-date', years: 'fiscal' } },
      now,
    )
    expect(readLedger(db)).toHaveLength(3)
    expect(await leaks(db)).toEqual([])
    db.$client.close()
  })

  it('is not issued when another report has been issued since it was protected: it is protected again first', async () => {
    const { db, release: late } = await pilotWith('protected', { layout: COARSER })
    await issue(db, { layout: COARSE })
    expect(await issueNow(db, late.id)).toBe('changed')
    expect(releaseById(db, late.id)!.state).toBe('protecting')
    await protectNow(db, late.id)
    expect(await issueNow(db, late.id)).toBe('issued')
    db.$client.close()
  })
})

describe('a ledger that is damaged', () => {
  let issued: Image

  beforeAll(async () => {
    issued = imageAndClose((await pilotWith('issued', { layout: COARSE })).db)
  })

  /** The program itself cannot do this: triggers keep the ledger as it was written. */
  function damaged(sql: string): Db {
    const copy = copyOf(issued)
    const { $client: client } = copy
    const triggers = "select name from sqlite_master where type = 'trigger' and tbl_name like 'release%'"
    for (const name of client.prepare(triggers).pluck().all()) client.exec(`drop trigger ${name}`)
    client.exec(sql)
    return copy
  }

  it.each([
    ['atoms are missing', 'delete from release_atom where nth = 3'],
    ['an atom has another name', "update release_atom set key = '1|amount|1|1|8084|1|' where nth = 3"],
    ['a list of atoms is empty', "update release_figure set atoms = '[]' where atoms <> '[]'"],
    ['a number was changed', 'update release_figure set shown = shown + 1 where shown > 5'],
    ['figures are missing', "delete from release_figure where mark = '[c]'"],
    ['a list of atoms is no list', "update release_figure set atoms = '{\"a\": 1}' where mark = '[c]'"],
  ])('refuses to protect when %s', async (_, sql) => {
    const copy = damaged(sql)
    const release = await make(copy)
    expect([release.state, release.failure?.code]).toEqual(['failed', 'ledger-damaged'])
    expect(workbookPlanOf(copy, release.id)).toBeNull()
    copy.$client.close()
  })
})

describe('protecting', () => {
  it('asks the same question of the same data, and another one when a value has changed', async () => {
    const { db: copy, release: made } = await pilotWith('protected')
    const release = { ...made, asAt: DEMO_NOW + 9 * DAY }
    const mark = () => problemFor(loadSource(copy, release, DEMO_NOW + 9 * DAY)).fingerprint
    const before = mark()
    expect(mark()).toBe(before)
    correct(copy, { indicator: 'V3', place: 'ha-tinh', quarter: quarterOf(2021, 1), by: 1 }, DEMO_NOW + DAY)
    expect(mark()).not.toBe(before)
    copy.$client.close()
  })

  it('that runs out of time answers with nothing to release', async () => {
    const { db: copy, release } = await pilotWith('protected')
    const order = { source: sourceOf(copy), releaseId: release.id, now: DEMO_NOW, milliseconds: 0, trial: null }
    const answer = await inThread('releases/protection/protect', order).done
    expect(answer).toEqual({ failure: { code: 'out-of-time', about: null } })
    copy.$client.close()
  })

  it('fails with a sentence, and keeps nothing, when a value cannot be understood', async () => {
    const copy = demoDb()
    copy.$client.exec("insert into partner (id, slug, position) values (99, 'another', 99)")
    copy.$client.exec(`insert into fact (indicator_id, quarter, place_id, partner_id, cell_id, approved_from, state, value, base)
      select indicator_id, quarter, place_id, 99, cell_id, approved_from, state, base + 1, base from fact
      where quarter = 8087 and approved_to is null and indicator_id = (select id from indicator where code = 'V6') limit 1`)
    const release = await make(copy, { layout: COARSE })
    expect(release.state).toBe('failed')
    expect(release.failure).toEqual({ code: 'more-than-all', about: expect.stringMatching(/^V6\|/) })
    expect([workbookPlanOf(copy, release.id), previewOf(copy, release.id)]).toEqual([null, null])
    expect(failureWords(release.failure!, new Map(), wordsFor('en'))).toContain(
      'A numerator is larger than its denominator',
    )
    expect(failureWords(release.failure!, new Map(), wordsFor('vi'))).toContain('Một tử số lớn hơn mẫu số')
    copy.$client.close()
  })

  it('forgets agreements when it begins anew', async () => {
    const { db: copy, release } = await pilotWith('protected', { audience: 'public', threshold: 10, recipients: [] })
    copy.$client
      .prepare('insert into release_approval (release_id, by_id, at) values (?, ?, 1)')
      .run(release.id, persona(copy, MANAGER).id)
    const running = runningOn(copy)
    expect(restartProtecting(running, persona(copy, MANAGER), release.id)).toBe(true)
    await running.jobs.close()
    expect(copy.$client.prepare('select count(*) from release_approval').pluck().get()).toBe(0)
    copy.$client.close()
  })
})

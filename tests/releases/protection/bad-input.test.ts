import { describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { endRelation } from '../../../src/framework/relations/end-relation.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { issuedReleases, previewOf, releaseById, workbookPlanOf } from '../../../src/releases/store.ts'
import { readTrail } from '../../../src/trail/store.ts'
import { DEMO_NOW, demoDb } from '../../support/demo.ts'
import { MANAGER, make, protectAgain, replaceFact, untilIssued, untilProtected } from '../making.ts'
import { pilotWith, programWith, SMALL } from '../pilot.ts'

/** The program itself cannot do this: triggers keep what was issued as it was written. */
function damage({ $client: client }: Db, sql: string): void {
  const triggers = "select name from sqlite_master where type = 'trigger' and tbl_name like 'release%'"
  for (const name of client.prepare(triggers).pluck().all()) client.exec(`drop trigger ${name}`)
  client.exec(sql)
}

const DAMAGED = [
  ['has no ledger', 'delete from release_figure where release_id = 1; delete from release_atom where release_id = 1'],
  ['does not say what its ledger was', "update release set preview = json_remove(preview, '$.ledger') where id = 1"],
  ['has no preview', 'update release set preview = null where id = 1'],
  [
    'would have withheld what it showed',
    "update release_figure set withheld = '[0]' where release_id = 1 and shown > 5",
  ],
  [
    'would have withheld what is no list',
    "update release_figure set withheld = '7' where release_id = 1 and shown > 5",
  ],
] as const

describe('a report after one whose record cannot be relied on', () => {
  it.each(DAMAGED)('is not protected where that one %s', async (_, sql) => {
    const { db } = await pilotWith('issued', SMALL)
    damage(db, sql)
    const release = await make(db, SMALL)
    expect([release.state, release.failure?.code]).toEqual(['failed', 'ledger-damaged'])
    expect([workbookPlanOf(db, release.id), previewOf(db, release.id)]).toEqual([null, null])
    db.$client.close()
  })

  it('is not issued when that is found only then: nothing leaves, and the page says what to do', async () => {
    const { db, visit } = await programWith()
    const [manager, second] = [await visit(MANAGER), await make(db, SMALL)]
    expect((await manager.post('/releases/1/issue')).status).toBe(303)
    expect(await untilIssued(db, 1)).toBeNull()
    db.$client.exec("update release set state = 'protected' where id = 2")
    damage(db, DAMAGED[0][1])
    expect((await manager.post(`/releases/${second.id}/issue`)).status).toBe(303)
    expect(await untilIssued(db, second.id)).toBe('ledger-damaged')
    const page = await manager.get(`/releases/${second.id}`)
    expect(page.body).toContain('Nothing has been issued.')
    expect(page.body).toContain('Ask the administrator to restore a backup; do not issue anything until then.')
    expect(issuedReleases(db).map(({ id }) => id)).toEqual([1])
    expect(releaseById(db, second.id)).toMatchObject({ state: 'failed', failure: { code: 'ledger-damaged' } })
    const chosen = await manager.post(`/releases/${second.id}/small-changes`, { smallChanges: 'hide' })
    expect(chosen.status).toBe(409)
  })
})

describe('a number below which to hide that is larger than every figure', () => {
  it('is refused with a sentence, and nothing is kept', async () => {
    const db = demoDb()
    const release = await make(db, { ...SMALL, threshold: 999_999 })
    expect(release).toMatchObject({ state: 'failed', failure: { code: 'all-small', about: null } })
    expect([workbookPlanOf(db, release.id), previewOf(db, release.id)]).toEqual([null, null])
    expect(readTrail(db, { subject: ['release', String(release.id)] }, 1)).toMatchObject([
      { verb: 'release.protection-failed', detail: { failure: 'all-small' } },
    ])
    // A number that leaves some is none of this.
    expect((await make(db, { ...SMALL, threshold: 30 })).state).toBe('protected')
    db.$client.close()
  })
})

describe('a relation between indicators that is not true any more', () => {
  /** What V6 rests on in one place is one more than V3 counts there. */
  function breakRelation(db: Db, at: number): void {
    const under = db.$client
      .prepare(
        `select f.* from fact f join indicator i on i.id = f.indicator_id join place p on p.id = f.place_id
         where i.code = 'V6' and p.slug = 'nghe-an' and f.quarter = ? and f.approved_to is null`,
      )
      .get(SMALL.to) as Record<string, number>
    replaceFact(db, under, { base: under.base! + 1 }, at)
  }

  it('lets nothing leave: the page names it and the reports, and says what to do; without it the report is protected', async () => {
    const { db, visit, clock } = await programWith()
    clock.now += 60_000
    breakRelation(db, clock.now - 1)
    const release = await make(db, { ...SMALL, asAt: clock.now }, clock.now)
    expect(release).toMatchObject({ state: 'failed', failure: { code: 'relation-untrue' } })
    expect([workbookPlanOf(db, release.id), previewOf(db, release.id)]).toEqual([null, null])
    for (const [language, said] of [
      ['en', ['rests on is declared to be the count of V3', 'Nghệ An, Q3 2021', 'npm run relations -- end V6']],
      ['vi', ['được khai báo là số đếm của V3', 'Nghệ An, Quý III/2021', 'npm run relations -- end V6']],
    ] as const) {
      const { body } = await (await visit(MANAGER, language)).get(`/releases/${release.id}`)
      for (const words of said) expect(body).toContain(words)
    }
    endRelation(db, null, 'V6', clock.now)
    expect((await protectAgain(db, release.id, clock.now)).state).toBe('protected')
  })

  it('is found when a report is issued, too, as when the relation was declared after it had been protected', async () => {
    const { db, release, visit } = await programWith(SMALL, (one) => {
      breakRelation(one, DEMO_NOW)
    })
    expect((await (await visit(MANAGER)).post(`/releases/${release.id}/issue`)).status).toBe(303)
    expect(await untilIssued(db, release.id)).toBe('changed')
    expect(await untilProtected(db, release.id)).toMatchObject({
      state: 'failed',
      failure: { code: 'relation-untrue' },
    })
    expect(issuedReleases(db)).toEqual([])
  })
})

describe('a report that could not be protected', () => {
  it.each([
    ['solver-failed', 'make a report with a coarser layout', 'ít chi tiết hơn'],
    ['out-of-time', 'Make a report with a coarser layout', 'ít chi tiết hơn'],
    ['ledger-damaged', 'Ask the administrator to restore a backup', 'khôi phục'],
    ['all-small', 'Make the report with a lower number', 'số nhỏ hơn'],
    ['relation-untrue', 'have the relation withdrawn', 'rút liên hệ'],
    ['interrupted', 'Protect it again', 'bảo vệ lại'],
  ] as const)(
    'says what to do, and nothing of it can be taken out or issued: %s',
    async (code, english, vietnamese) => {
      const { db, visit } = await programWith()
      db.$client.exec(`update release set state = 'failed', failure_code = '${code}', plan = null, preview = null`)
      for (const [language, todo] of [
        ['en', english],
        ['vi', vietnamese],
      ] as const) {
        const manager = await visit(MANAGER, language)
        const { body } = await manager.get('/releases/1')
        expect(body).toContain(wordsFor(language).t('releases:failed.lead'))
        expect(body).toContain(todo)
        expect((await manager.post('/releases/1/issue')).status).toBe(409)
        expect((await manager.get('/releases/1/workbook.xlsx')).status).toBe(404)
      }
      expect(issuedReleases(db)).toEqual([])
    },
  )
})

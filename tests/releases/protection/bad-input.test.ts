import { describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { issuedReleases, previewOf, releaseById, workbookPlanOf } from '../../../src/releases/store.ts'
import { readTrail } from '../../../src/trail/store.ts'
import { demoDb } from '../../support/demo.ts'
import { MANAGER, make } from '../making.ts'
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
    db.$client.exec("update release set state = 'protected' where id = 2")
    damage(db, DAMAGED[0][1])
    const refused = await manager.post(`/releases/${second.id}/issue`)
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('Ask the administrator to restore a backup; do not issue anything until then.')
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

describe('a report that could not be protected', () => {
  it.each([
    ['solver-failed', 'make a report with a coarser layout', 'ít chi tiết hơn'],
    ['out-of-time', 'Make a report with a coarser layout', 'ít chi tiết hơn'],
    ['ledger-damaged', 'Ask the administrator to restore a backup', 'khôi phục'],
    ['all-small', 'Make the report with a lower number', 'số nhỏ hơn'],
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

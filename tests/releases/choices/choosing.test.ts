import { describe, expect, it, onTestFinished } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { agreementsOf } from '../../../src/releases/people-store.ts'
import { readLedger } from '../../../src/releases/protection/ledger-store.ts'
import { previewOf, releaseById, workbookPlanOf } from '../../../src/releases/store.ts'
import { readTrail } from '../../../src/trail/store.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { copyOf, imageAndClose } from '../../support/database.ts'
import { DEMO_NOW, personaId } from '../../support/demo.ts'
import { onceARun } from '../../support/once.ts'
import { correct, MANAGER, make, SECOND, untilIssued, untilProtected } from '../making.ts'
import { pilotWith, programWith, SMALL } from '../pilot.ts'

const DAY = 86_400_000
const LATER = DEMO_NOW + 2 * DAY
/** A report whose figures can be held: a count of one province was corrected by one since the last. */
async function second(): Promise<Db> {
  const image = await onceARun('a small report after a correction by one', async () => {
    const { db } = await pilotWith('issued', SMALL)
    correct(db, { indicator: 'V3', place: 'nghe-an', quarter: SMALL.from!, by: 1 }, DEMO_NOW + DAY)
    await make(db, { ...SMALL, asAt: LATER }, LATER)
    return imageAndClose(db)
  })
  return copyOf(image)
}

async function program(db: Db) {
  const app = await testApp(db, () => LATER)
  onTestFinished(async () => {
    await app.close()
    db.$client.close()
  })
  const visit = (email: string, language: 'vi' | 'en' = 'en') => new Visitor(app).become(personaId(db, email), language)
  return { visit }
}

const data = (db: Db) => JSON.stringify(workbookPlanOf(db, 2)!.sheets.find(({ key }) => key === 'data')!.rows)
const last = (db: Db) => readTrail(db, { subject: ['release', '2'] }, 1)[0]!

describe('figures that have changed by too few', () => {
  it('are held unless the manager chooses to hide them: the draft is written anew, and the trail says so', async () => {
    const db = await second()
    const { visit } = await program(db)
    const manager = await visit(MANAGER)
    const page = await manager.get('/releases/2')
    expect(page.body).toContain('Hold figures at their last number')
    expect(page.body).toContain('[h]')
    expect(data(db)).toContain('[h]')
    const before = previewOf(db, 2)!.suppressed

    expect((await manager.post('/releases/2/small-changes', { smallChanges: 'hide' })).status).toBe(303)
    expect(data(db)).not.toContain('[h]')
    expect(releaseById(db, 2)).toMatchObject({ state: 'protected', smallChanges: 'hide' })
    expect(previewOf(db, 2)!.suppressed).toEqual(before)
    expect(last(db)).toMatchObject({ verb: 'release.small-changes-chosen', detail: { smallChanges: 'hide' } })
    expect((await manager.get('/releases/2')).body).toContain(
      'Figures that cannot be shown as they are now are hidden.',
    )

    expect((await manager.post('/releases/2/small-changes', { smallChanges: 'hold' })).status).toBe(303)
    expect(data(db)).toContain('[h]')
    expect((await manager.post('/releases/2/issue')).status).toBe(303)
    expect(await untilIssued(db, 2)).toBeNull()
    const held = readLedger(db)[1]!.figures.filter(({ withheld }) => withheld)
    expect(held.length).toBeGreaterThan(0)
    expect((await manager.post('/releases/2/small-changes', { smallChanges: 'hide' })).status).toBe(409)
    expect(data(db)).toContain('[h]')
  })

  it('are chosen about once: the same again changes nothing', async () => {
    const db = await second()
    const manager = await (await program(db)).visit(MANAGER)
    const before = last(db)
    expect((await manager.post('/releases/2/small-changes', { smallChanges: 'hold' })).status).toBe(303)
    expect(last(db)).toEqual(before)
  })

  it('take a second manager’s agreement back when something else is chosen about them', async () => {
    const db = await second()
    db.$client.exec('update release set uncovers = 1 where id = 2')
    const { visit } = await program(db)
    const [maker, other] = await Promise.all([visit(MANAGER), visit(SECOND)])
    expect((await other.post('/releases/2/agreement')).status).toBe(303)
    expect(agreementsOf(db, 2)).toHaveLength(1)
    expect((await maker.post('/releases/2/small-changes', { smallChanges: 'hide' })).status).toBe(303)
    expect(agreementsOf(db, 2)).toHaveLength(0)
    expect((await maker.post('/releases/2/issue')).status).toBe(409)
  })

  it('are nothing to choose about where the report is gone, or the choice is none', async () => {
    const { visit, db } = await programWith()
    const manager = await visit(MANAGER, 'vi')
    const answer = await manager.post('/releases/1/small-changes', { smallChanges: 'forget' })
    expect([answer.status, answer.body.includes('role="alert"')]).toEqual([422, true])
    db.$client.exec("update release set state = 'failed', failure_code = 'nothing', plan = null, preview = null")
    const late = await manager.post('/releases/1/small-changes', { smallChanges: 'hide' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('Không thể chọn trong khi báo cáo đang được bảo vệ')
  })
})

describe('a coarser layout', () => {
  it('is chosen with a button: the same report is protected anew, cut that way', async () => {
    const { visit, db } = await programWith()
    const manager = await visit(MANAGER)
    const layout = { project: 'year', province: 'none', breakdown: 'none', years: 'calendar' }
    expect((await manager.post('/releases/1/layout', layout)).status).toBe(303)
    expect(releaseById(db, 1)!.layout).toEqual(layout)
    const [event] = readTrail(db, { subject: ['release', '1'] }, 1)
    expect(event).toMatchObject({ verb: 'release.protection-restarted', detail: { layout } })
    expect(await untilProtected(db, 1)).toMatchObject({ state: 'protected', title: 'Báo cáo', layout })
  })
})

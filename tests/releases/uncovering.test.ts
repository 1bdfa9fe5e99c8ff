import { describe, expect, it } from 'vitest'
import { readTrail } from '../../src/trail/store.ts'
import { MANAGER, SECOND, untilIssued } from './making.ts'
import { programWith } from './pilot.ts'

/** A report of which protecting has found that it tells something of counts that earlier ones hid. */
const uncovering = (counts: number) =>
  programWith(undefined, (db) => db.$client.exec(`update release set uncovers = ${counts}`))

describe('a report that tells counts which earlier ones hid', () => {
  it('needs another manager than the one who made it, and says why', async () => {
    const { db, visit } = await uncovering(2)
    const [maker, second] = await Promise.all([visit(MANAGER), visit(SECOND)])
    const page = await maker.get('/releases/1')
    expect(page.body).toContain('It tells something of 2 counts that earlier reports hid.')
    expect(page.body).not.toContain('There is no other manager.')
    const refused = await maker.post('/releases/1/issue')
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('A second manager must agree first.')
    expect((await maker.post('/releases/1/agreement')).status).toBe(409)
    expect((await maker.post('/releases/1/issue')).status).toBe(409)
    // Nor does the other one issue it before having agreed.
    expect((await second.post('/releases/1/issue')).status).toBe(409)
    expect((await second.post('/releases/1/agreement')).status).toBe(303)
    expect((await maker.post('/releases/1/issue')).status).toBe(303)
    expect(await untilIssued(db, 1)).toBeNull()
    const verbs = readTrail(db, { subject: ['release', '1'] }, 3).map(({ verb }) => verb)
    expect(verbs).toEqual(['release.issued', 'release.issuing-begun', 'release.approved'])
  })

  it('says what to do where there is no other manager', async () => {
    const { db, visit } = await uncovering(1)
    db.$client.exec("update person set disabled_at = 1 where role = 'manager' and email <> 'iom.manager@example.org'")
    for (const [language, said] of [
      ['en', 'There is no other manager. Ask the administrator to add one'],
      ['vi', 'Dự án không có quản lý nào khác. Vui lòng nhờ người quản trị thêm một quản lý'],
    ] as const)
      expect((await (await visit(MANAGER, language)).get('/releases/1')).body).toContain(said)
  })

  it('is one like any other where it tells nothing of the kind', async () => {
    const { db, visit } = await uncovering(0)
    const maker = await visit(MANAGER)
    expect((await maker.get('/releases/1')).body).not.toContain('A second manager')
    expect((await maker.post('/releases/1/issue')).status).toBe(303)
    expect(await untilIssued(db, 1)).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { removedEvidence } from '../../../src/releases/evidence/evidence-store.ts'
import { agreeToRelease } from '../../../src/releases/issuing/agree.ts'
import { agreementsOf } from '../../../src/releases/people-store.ts'
import { releaseById, workbookPlanOf } from '../../../src/releases/store.ts'
import { tickedIn } from '../../../src/releases/ticks/ticks-store.ts'
import { verifyRelease } from '../../../src/releases/verifying/verify-load.ts'
import type { Cell, WorkbookPlan } from '../../../src/releases/workbook/plan.ts'
import { insertRemoval } from '../../../src/submissions/evidence/store.ts'
import { DEMO_NOW, personaId } from '../../support/demo.ts'
import { issueNow, MANAGER, persona, SECOND, untilIssued } from '../making.ts'
import { programWith, SMALL } from '../pilot.ts'

const QUARTER = 8086
/** Files that Nghệ An has attached: behind which indicator, what they are called, and of which quarter. */
const FILES = [
  [1, 'P1', 'Danh sách buổi truyền thông', QUARTER],
  [2, 'P1', 'Biên bản chị Lan', QUARTER],
  [3, 'V3', 'Bảng 3 ca', QUARTER],
  [4, 'P1', 'Của quý trước', QUARTER - 1],
  [5, 'P1', 'Đã gỡ', QUARTER],
] as const

function attachFiles(db: Db): void {
  const writer = personaId(db, 'dolisa.nghe-an@example.org')
  db.$client.prepare('insert into evidence_content values (?, ?)').run('0'.repeat(64), Buffer.from('%PDF'))
  for (const [id, code, name, quarter] of FILES)
    db.$client
      .prepare(
        `insert into evidence (id, submission_id, indicator_id, sha256, name, kind, size, at, by_id, confirmed) values (?,
         (select s.id from submission s join place p on p.id = s.place_id where p.slug = 'nghe-an' and s.quarter = ? order by s.id),
         (select id from indicator where code = ?), ?, ?, 'pdf', 4, ?, ?, 0)`,
      )
      .run(id, quarter, code, '0'.repeat(64), name, DEMO_NOW, writer)
  remove(db, 5)
}
const remove = (db: Db, id: number) =>
  insertRemoval(db, { id, sha256: '0'.repeat(64) } as never, DEMO_NOW, personaId(db, 'dolisa.nghe-an@example.org'))

const said = (cell: Cell | undefined): string =>
  typeof cell === 'object' && cell !== null && 'text' in cell ? cell.text : String(cell ?? '')
/** What the tracking table says of evidence, by the code of its row; null where it has no such column. */
function evidenceIn(plan: WorkbookPlan): Record<string, string> | null {
  const { rows, table } = plan.sheets.find(({ key }) => key === 'tracking')!
  const at = rows[table!.headingRow - 1]!.cells.indexOf('Evidence')
  if (at === -1) return null
  return Object.fromEntries(rows.slice(table!.headingRow).map(({ cells }) => [said(cells[0]), said(cells[at])]))
}
const events = (db: Db) =>
  db.$client
    .prepare("select detail from trail where verb = 'release.evidence-chosen' order by id")
    .pluck()
    .all()
    .map((detail) => JSON.parse(String(detail)))

describe('evidence named in a report', () => {
  it('is what was ticked and nothing else, until it is issued and for ever after', async () => {
    const { db, release, visit } = await programWith(SMALL, attachFiles)
    const manager = await visit(MANAGER)
    const url = `/releases/${release.id}`
    const { body } = await manager.get(url)
    const section = body.slice(body.indexOf('id="evidence"'), body.indexOf('id="cover"'))
    expect(section).toContain('Danh sách buổi truyền thông.pdf')
    expect(section).toMatch(/Nghệ An, Q3 2021/)
    for (const absent of ['Của quý trước', 'Đã gỡ']) expect(section).not.toContain(absent)
    expect(section).not.toMatch(/<input[^>]* checked/)
    expect(evidenceIn(workbookPlanOf(db, release.id)!)).toBeNull()

    // A name that names somebody, one that tells a number of what is protected: looked at again, or not at all.
    for (const [doubtful, doubt] of [
      ['2', 'This looks as if it held'],
      ['3', 'This holds a number'],
    ] as const) {
      const refused = await manager.post(`${url}/evidence`, { evidence: ['1', doubtful] })
      expect([refused.status, refused.body.includes(doubt)]).toEqual([422, true])
      expect(refused.body).toContain(`name="evidence" value="${doubtful}" checked`)
    }
    for (const gone of ['5', '4', '99', 'x'])
      expect((await manager.post(`${url}/evidence`, { evidence: ['1', gone] })).status, gone).toBe(422)
    expect(tickedIn(db, release.id).evidence).toEqual([])

    expect((await manager.post(`${url}/evidence`, { evidence: ['1', '3'], checked: ['3'] })).status).toBe(303)
    expect(releaseById(db, release.id)!.state).toBe('protected')
    const draft = evidenceIn(workbookPlanOf(db, release.id)!)!
    expect([draft.P1, draft.V3, draft.P2]).toEqual([
      'Danh sách buổi truyền thông.pdf (Nghệ An, Q3 2021)',
      'Bảng 3 ca.pdf (Nghệ An, Q3 2021)',
      '–',
    ])
    expect(events(db)).toEqual([{ chosen: [1, 3], confirmed: [3] }])
    expect((await manager.get(url)).body).toContain('2 files are named in the report.')

    // A file that is taken away meanwhile: its name does not leave, and it is said until somebody has looked.
    remove(db, 3)
    expect(removedEvidence(db, release).map(({ text }) => text)).toEqual(['Bảng 3 ca.pdf'])
    const warned = (await manager.get(url)).body
    expect(warned).toContain('A file of evidence that is ticked has been removed since')
    expect(warned).toContain('<a href="#evidence">Bảng 3 ca.pdf</a>')
    expect(warned).not.toContain(`action="${url}/issue"`)
    expect((await manager.post(`${url}/issue`)).status).toBe(409)
    expect(await issueNow(db, release.id)).toBe('evidence-removed')
    expect((await manager.post(`${url}/evidence`, { evidence: ['1', '3'], checked: ['3'] })).status).toBe(422)
    expect((await manager.post(`${url}/evidence`, { evidence: ['1'] })).status).toBe(303)

    expect((await manager.post(`${url}/issue`)).status).toBe(303)
    expect(await untilIssued(db, release.id)).toBeNull()
    const issued = evidenceIn(workbookPlanOf(db, release.id)!)!
    expect([issued.P1, issued.V3]).toEqual([draft.P1, '–'])
    expect((await manager.post(`${url}/evidence`, {})).status).toBe(409)
    for (const change of ['delete from release_evidence', 'update release_evidence set confirmed = 1'])
      expect(() => db.$client.exec(change), change).toThrow(/frozen/)
    // What is removed later has stood in it all the same.
    remove(db, 1)
    expect(verifyRelease(db, release.id)).toMatchObject({ differences: [], forms: [] })
  })

  it('asks the second manager again, but not when nothing has changed', async () => {
    const order = { ...SMALL, audience: 'public', threshold: 10, recipients: [] } as const
    const { db, release, visit, clock } = await programWith({ ...order, recipients: [] }, attachFiles)
    const manager = await visit(MANAGER)
    const post = (evidence: string[]) => manager.post(`/releases/${release.id}/evidence`, { evidence })
    await post(['1'])
    agreeToRelease(db, persona(db, SECOND), release.id, clock.now)
    await post(['1'])
    expect(agreementsOf(db, release.id)).toHaveLength(1)
    await post([])
    expect(agreementsOf(db, release.id)).toEqual([])
    expect(tickedIn(db, release.id).evidence).toEqual([])
  })
})

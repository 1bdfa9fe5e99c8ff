import { expect, it } from 'vitest'
import { readTrail } from '../../../src/trail/store.ts'
import { MANAGER } from '../making.ts'
import { programWith, SMALL } from '../pilot.ts'

const SAYS = {
  en: [
    'does not fit this version of the program',
    'there is no sheet “budget”',
    'no column “cost”',
    'Tell whoever runs',
  ],
  vi: [
    'không khớp với phiên bản chương trình',
    'không có trang “budget”',
    'không có cột “cost”',
    'Vui lòng báo cho người',
  ],
}

it('a layout that names in the database what is not there is told where a report is made and on the draft’s page, and nothing is issued by it', async () => {
  const ofDonor = "update release set donor_code = 'uk-home-office'"
  const { db, visit } = await programWith(SMALL, (one) => one.$client.exec(ofDonor))
  const kept = db.$client.prepare('select code, sheets, columns from workbook_layout').all()
  const more = (part: string, is: string) =>
    db.$client
      .prepare(`update workbook_layout set ${part} = json_insert(${part}, '$[#]', json(?))`)
      .run(`{"is":"${is}"}`)
  const manager = await visit(MANAGER)
  const donor = '/releases/new?donor=uk-home-office'
  for (const path of [donor, '/releases/1']) expect((await manager.get(path)).body).not.toContain(SAYS.en[0])
  more('sheets', 'budget')
  more('columns', 'cost')
  for (const language of ['en', 'vi'] as const) {
    const reader = await visit(MANAGER, language)
    for (const path of [donor, '/releases/1', '/releases/1/tables']) {
      const { status, body } = await reader.get(path)
      expect([path, status]).toEqual([path, 200])
      if (path !== '/releases/1/tables') for (const said of SAYS[language]) expect(body).toContain(said)
    }
  }
  expect((await manager.get('/releases/1/workbook.xlsx')).status).toBe(200)
  const { status, body } = await manager.post('/releases/1/issue')
  expect(status).toBe(409)
  expect(body).toContain('The layout of the workbook does not fit')
  expect(body).not.toContain('action="/releases/1/issue"')
  expect(readTrail(db, { subject: ['release', '1'] }, 20).map(({ verb }) => verb)).not.toContain(
    'release.issuing-begun',
  )
  for (const { code, sheets, columns } of kept as { code: string; sheets: string; columns: string }[])
    db.$client.prepare('update workbook_layout set sheets = ?, columns = ? where code = ?').run(sheets, columns, code)
  expect((await manager.get('/releases/1')).body).not.toContain(SAYS.en[0])
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personById } from '../../../src/access/person-store.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { projectCard } from '../../../src/project/store.ts'
import { loadSubmission } from '../../../src/submissions/load.ts'
import { KEY_SHEET } from '../../../src/submissions/workbook/marks.ts'
import { loadTemplateForm } from '../../../src/submissions/workbook/template/load.ts'
import type { TemplateCell } from '../../../src/submissions/workbook/template/plan.ts'
import { pageBreaks, printScale } from '../../../src/submissions/workbook/template/print.ts'
import { templatePlan } from '../../../src/submissions/workbook/template/template-plan.ts'
import { readKey } from '../../../src/submissions/workbook/template-key.ts'
import type { Visitor } from '../../support/app.ts'
import { TEST_CONFIG } from '../../support/app.ts'
import { personaId } from '../../support/demo.ts'
import { LAST, lastDetail, NOW, openPilot, type Pilot, submissionId, versionIn } from '../pilot.ts'
import { fieldCells, filledTemplate, openTemplate } from './filled-template.ts'

let pilot: Pilot
let partner: Visitor
beforeAll(async () => {
  pilot = await openPilot()
  partner = await pilot.as('dolisa.nghe-an', 'vi')
})
afterAll(() => pilot.app.close())

function planOf(slug: string, language: 'vi' | 'en' = 'vi') {
  const { db } = pilot
  const manager = personById(db, personaId(db, 'iom.manager@example.org'))!
  const project = projectCard(db)!
  const loaded = loadSubmission(db, manager, submissionId(db, slug), NOW)!
  const words = wordsFor(language, project.terms)
  return { loaded, plan: templatePlan({ forms: [loadTemplateForm(db, loaded)], project, words, now: NOW, key: 'k' }) }
}
const cellsOf = (rows: { cells: TemplateCell[] }[]) => rows.flatMap(({ cells }) => cells)

describe('a template', () => {
  it.each(['dolisa-nghe-an', 'police-hai-phong', 'british-council'])(
    'of %s has a cell for each field of the form, with what is saved in it',
    (slug) => {
      const { loaded, plan } = planOf(slug)
      const cells = plan.sheets.flatMap(({ rows }) => cellsOf(rows))
      const fields = cells.flatMap(({ field, value }) => (field ? [[field, value] as const] : []))
      expect(new Set(fields.map(([field]) => field)).size).toBe(fields.length)
      const numbers = new Map(fields.filter(([field]) => field.startsWith('v.')))
      const asked = loaded.definition.rows.flatMap((row) => row.grids.flatMap((grid) => grid.cells.map(() => row)))
      expect(numbers.size).toBe(asked.length)
      for (const { indicator, cell, value } of loaded.entries.filter(({ state }) => state === 'reported')) {
        const shown = numbers.get(cell === '' ? `v.${indicator}` : `v.${indicator}.${cell}`)
        if (typeof shown === 'string') expect(shown).toMatch(new RegExp(`^${value}\\. `))
        else expect(shown).toBe(value)
      }
    },
  )

  it('takes in each cell what the form takes, and works totals out as the form does', () => {
    const { plan } = planOf('police-hai-phong')
    const cells = plan.sheets.flatMap(({ rows }) => cellsOf(rows))
    const takes = (field: string) => cells.find((cell) => cell.field === field)?.takes
    expect(takes('v.J2.sex=male')).toEqual({ whole: true, least: 0, most: 999_999_999 })
    expect(takes('v.J3')).toMatchObject({ whole: false })
    const stage = takes('v.J12')
    expect(stage && 'list' in stage && plan.lists[stage.list]![0]).toMatch(/^0\. /)
    const totals = cells.filter(({ look, formula }) => look === 'total' && formula)
    expect(totals.map(({ formula }) => formula!.replace(/\d+/g, '#'))).toEqual(
      expect.arrayContaining([
        'IF(COUNT(C#:C#)=#,"",SUM(C#:C#))',
        'IF(N(SUM(D#:D#))=#,"",(SUM(C#:C#))/SUM(D#:D#))',
        'IF(N(D#)=#,"",(C#)/D#)',
      ]),
    )
  })

  it('is laid out for paper: as wide as a page, and no indicator is parted that a page can hold', () => {
    const { plan } = planOf('dolisa-nghe-an')
    const sheet = plan.sheets[1]!
    expect(printScale(sheet)).toBeGreaterThan(60)
    const breaks = pageBreaks(sheet)
    expect(breaks.length).toBeGreaterThan(3)
    for (const at of breaks) expect(sheet.rows[at]!.begins).toBe(true)
  })

  it('is written with open cells where one types and closed ones elsewhere, and a key that nobody sees', async () => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    const { raw, headers } = await partner.get(`/submissions/${id}/template.xlsx`)
    expect(headers['content-disposition']).toContain('Quy-IV-2021')
    const book = await openTemplate(raw)
    const sheet = book.getWorksheet('Bảo vệ')!
    const open = new Set<string>()
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.protection?.locked === false && cell.master === cell) open.add(cell.address)
      }),
    )
    expect([...fieldCells(book).values()].map(({ address }) => address).sort()).toEqual([...open].sort())
    expect((sheet as unknown as { sheetProtection: object }).sheetProtection).toMatchObject({ sheet: true })
    expect([sheet.getColumn(1).hidden, sheet.getRow(1).hidden, book.getWorksheet(KEY_SHEET)!.state]).toEqual([
      true,
      true,
      'veryHidden',
    ])
    const key = readKey(String(book.getWorksheet(KEY_SHEET)!.getCell('A1').value), TEST_CONFIG.sessionSecret!)
    expect(key).toMatchObject({ language: 'vi', forms: [{ partner: 'dolisa-nghe-an', quarter: '2021-Q4' }] })
    expect(book.worksheets[0]!.name).toBe('Hướng dẫn')
  })

  it('is not handed out of a report that cannot be filled in', async () => {
    const approved = submissionId(pilot.db, 'dolisa-nghe-an', LAST - 2)
    const answer = await partner.get(`/submissions/${approved}/template.xlsx`)
    expect(answer).toMatchObject({ status: 303, location: `/submissions/${approved}` })
    expect((await partner.get(answer.location)).body).toContain('Báo cáo đã được duyệt nên không sửa được.')
  })
})

it('several reports come in one file, are looked at on one page and are saved all or none', async () => {
  const manager = await pilot.as('iom.manager')
  const [last, before] = [LAST, LAST - 1].map((quarter) => submissionId(pilot.db, 'dolisa-nghe-an', quarter)) as [
    number,
    number,
  ]
  const version = versionIn((await manager.get(`/submissions/${before}/reopening`)).body)
  expect((await manager.post(`/submissions/${before}/reopening`, { version, text: 'Xin xem lại V5.' })).status).toBe(
    303,
  )
  const { raw } = await partner.get('/submissions/template.xlsx')
  const book = await openTemplate(raw)
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    'Hướng dẫn',
    '2021-Q3 Bảo vệ Nghệ An',
    '2021-Q4 Bảo vệ Nghệ An',
    KEY_SHEET,
  ])
  // The same fields stand on both sheets: those found last are of the last quarter.
  const file = await filledTemplate(raw, { 'v.V5.sex=male': 91 }, (filled) => {
    const [mark] = [filled.getWorksheet('2021-Q3 Bảo vệ Nghệ An')!]
    const cell = fieldCells(filled).get('v.V5.sex=male')!
    mark.getColumn(1).eachCell((one) => {
      if (String(one.value).includes('C=v.V5.sex=male ')) mark.getCell(Number(one.row), cell.col).value = 92
    })
  })
  const sent = await partner.postFile('/submissions/upload', 'file', file)
  const { body } = await partner.get(sent.location)
  expect(body).toContain('Lưu nháp 2 thay đổi')
  const versions = /name="versions" value="([^"]*)"/.exec(body)![1]!
  const saved = await partner.post(`${sent.location}/saving`, { versions })
  expect(saved).toMatchObject({ status: 303, location: '/submissions' })
  const changed = (id: number) => lastDetail(pilot.db, id, 'submission.saved').changes
  expect(changed(last)).toMatchObject({ 'v.V5.sex=male': [expect.anything(), 91] })
  expect(changed(before)).toMatchObject({ 'v.V5.sex=male': [expect.anything(), 92] })
  expect(await partner.postFile(`/submissions/${before}/upload`, 'file', file)).toMatchObject({ status: 303 })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { lastDetail, openPilot, type Pilot, submissionId } from '../submissions/pilot.ts'
import { fieldCells, openTemplate } from '../submissions/workbook/filled-template.ts'
import { typedInOffice } from './typing.ts'

const folder = mkdtempSync(join(tmpdir(), 'template-'))
let pilot: Pilot
beforeEach(async () => {
  pilot = await openPilot()
})
afterEach(() => pilot.app.close())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each(['vi', 'en'] as const)(
  'a template (%s) that was filled in with LibreOffice is read as it was typed there',
  async (language) => {
    const id = submissionId(pilot.db, 'dolisa-nghe-an')
    const partner = await pilot.as('dolisa.nghe-an', language)
    const template = (await partner.get(`/submissions/${id}/template.xlsx`)).raw
    const book = await openTemplate(template)
    const cells = fieldCells(book)
    const typed = (field: string, text: string) => {
      const cell = cells.get(field)!
      return { sheet: book.worksheets.indexOf(cell.worksheet), address: cell.address, text }
    }
    const saved = typedInOffice(folder, template, [
      typed('v.V5.sex=male', '44'),
      typed('v.V5.sex=female', '=20+3'),
      typed('v.V5.sex=other', ''),
      typed('v.V6', '8'),
      typed('r.V6', 'Thiếu sổ của 1 xã'),
    ])
    const total = (await openTemplate(saved)).worksheets[1]!.getCell(cells.get('v.V5.sex=not-recorded')!.row + 1, 3)
    expect(total.result).toBe(67)
    const { location } = await partner.postFile(`/submissions/${id}/upload`, 'file', saved)
    const { body } = await partner.get(location)
    expect(body).toContain(language === 'vi' ? 'tính lần cuối' : 'last worked out')
    expect(body).not.toContain('type="radio"')
    const versions = /name="versions" value="([^"]*)"/.exec(body)![1]!
    const kept = await partner.post(`${location}/saving`, { versions })
    expect(kept.location).toBe(`/submissions/${id}`)
    expect((await partner.get(kept.location)).body).toContain('name="r.V6" value="Thiếu sổ của 1 xã"')
    const changes = lastDetail(pilot.db, id, 'submission.saved').changes as Record<string, [unknown, unknown]>
    expect(Object.entries(changes).map(([field, [, to]]) => [field, to])).toEqual([
      ['v.V5.sex=male', 44],
      ['v.V5.sex=female', 23],
      ['v.V6', 8],
      ['v.V5.sex=other', null],
    ])
  },
)

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personById } from '../../../src/access/person-store.ts'
import { fieldName } from '../../../src/indicators/value-field.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { loadSubmission } from '../../../src/submissions/load.ts'
import { clipboardCells } from '../../../src/submissions/typing/clipboard.ts'
import { pastedSheet } from '../../../src/submissions/typing/pasted-sheet.ts'
import { sheetHeadings } from '../../../src/submissions/workbook/sheet-heading.ts'
import { personaId } from '../../support/demo.ts'
import { NOW, openPilot, type Pilot, submissionId } from '../pilot.ts'
import { copiedSheet } from '../workbook/copied-sheet.ts'

let pilot: Pilot
const sheets = {} as Record<'vi' | 'en', string[][]>
beforeAll(async () => {
  pilot = await openPilot()
  for (const language of ['vi', 'en'] as const) {
    const partner = await pilot.as('dolisa.nghe-an', language)
    const { raw } = await partner.get(`/submissions/${submissionId(pilot.db, 'dolisa-nghe-an')}/template.xlsx`)
    // After the instructions.
    sheets[language] = clipboardCells(await copiedSheet(raw, 1))
  }
})
afterAll(() => pilot.app.close())

function ofForm(slug: string) {
  const manager = personById(pilot.db, personaId(pilot.db, 'iom.manager@example.org'))!
  const loaded = loadSubmission(pilot.db, manager, submissionId(pilot.db, slug), NOW)!
  return { loaded, headings: JSON.parse(sheetHeadings(loaded, wordsFor('vi'))) as string[][] }
}

describe('a sheet of the Excel form that was copied whole', () => {
  it.each(['vi', 'en'] as const)('says of each of its cells which field it is, in %s', (language) => {
    const { loaded, headings } = ofForm('dolisa-nghe-an')
    const sheet = pastedSheet(sheets[language], headings)!
    if (sheet.kind !== 'sheet') throw new Error(sheet.kind)
    const asked = loaded.definition.rows.flatMap(({ indicator, grids }) =>
      grids.flatMap(({ cells }) => cells.map((cell) => fieldName('v', indicator.code, cell))),
    )
    const found = new Map(sheet.fields.map(({ name, text }) => [name, text]))
    expect([...found.keys()].filter((name) => name.startsWith('v.')).sort()).toEqual(asked.sort())
    const stored = loaded.entries.filter(({ state }) => state === 'reported')
    expect(stored.length).toBeGreaterThan(50)
    for (const { indicator, cell, value } of stored)
      expect(found.get(fieldName('v', indicator, cell))).toBe(String(value))
  })

  it('is not taken for another form', () => {
    const { headings } = ofForm('police-nghe-an')
    const refused = pastedSheet(sheets.vi, headings)
    expect(refused).toMatchObject({
      kind: 'other-form',
      heading: [expect.stringContaining('Nghệ An'), expect.stringMatching(/^Quý IV\/2021/)],
    })
  })

  it('nor of another quarter', () => {
    const { headings } = ofForm('dolisa-nghe-an')
    const other = headings.map((names) => names.map((name) => name.replace('2021', '2020')))
    expect(pastedSheet(sheets.vi, other)).toMatchObject({ kind: 'other-form' })
  })

  it('is refused where a row stands twice', () => {
    const { headings } = ofForm('dolisa-nghe-an')
    const row = sheets.vi.find((line) => line[0]?.includes('=v.'))!
    expect(pastedSheet([...sheets.vi, row], headings)).toMatchObject({ kind: 'moved', at: row[1] })
  })

  it('is refused where a column stands twice', () => {
    const { headings } = ofForm('dolisa-nghe-an')
    expect(
      pastedSheet(
        sheets.vi.map((line) => [...line.slice(0, 3), ...line.slice(2)]),
        headings,
      ),
    ).toEqual({ kind: 'moved', at: 'C' })
  })

  it('goes by its marks where a column has been put in between', () => {
    const { headings } = ofForm('dolisa-nghe-an')
    const wider = sheets.vi.map((line) => [...line.slice(0, 2), '', ...line.slice(2)])
    expect(pastedSheet(wider, headings)).toEqual(pastedSheet(sheets.vi, headings))
  })

  it.each([
    ['a block of numbers', '1\t2\n3\t4'],
    ['a part of a sheet, without its marks', 'Nam\t1\nNữ\t2'],
    ['nothing', ''],
  ])('%s is none', (_, text) => expect(pastedSheet(clipboardCells(text), [])).toBeNull())
})

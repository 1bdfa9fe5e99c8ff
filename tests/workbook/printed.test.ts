import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { workbookOf } from '../../src/releases/workbook/assemble.ts'
import type { SheetPlan } from '../../src/releases/workbook/plan.ts'
import { printedAs } from '../../src/releases/workbook/print/pages.ts'
import { roomIn } from '../../src/releases/workbook/print/row-heights.ts'
import { CELL_LETTERS, ROW_LETTERS } from '../../src/releases/workbook/theme.ts'
import { writeXlsx } from '../../src/releases/workbook/write-xlsx.ts'
import { wrapped } from '../../src/spreadsheet/text-width.ts'
import { RELEASE_LANGUAGES } from '../../src/vocabulary/release.ts'
import { layoutIn } from '../releases/forms/layout-in.ts'
import { threeYears } from '../releases/forms/three-years.ts'
import { demoDb } from '../support/demo.ts'
import { converted } from './office.ts'

const folder = mkdtempSync(join(tmpdir(), 'printed-'))
const db = demoDb()
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  db.$client.close()
})

const content = threeYears(db)

/** Of each donor’s layout with its own years: donors of one language are promised 25 pages at most. */
const LAYOUTS = [
  { file: 'fcdo', years: 'fiscal', start: 4, most: { vi: 25, en: 25, both: 31 } },
  { file: 'eu-opsys', years: 'calendar', start: 1, most: { vi: 23, en: 22, both: 32 } },
  { file: 'usaid-iptt', years: 'fiscal', start: 10, most: { vi: 24, en: 24, both: 31 } },
] as const

describe('the workbook on paper', () => {
  it.each(LAYOUTS)('prints three years in the layout $file on at most 25 pages too', ({ file, years, start, most }) => {
    db.$client.prepare(`update donor set fiscal_start_month = ? where code = 'uk-home-office'`).run(start)
    const own = { ...threeYears(db, years), layout: layoutIn(file) }
    for (const language of RELEASE_LANGUAGES) {
      const { sheets } = workbookOf({ ...own, release: { ...own.release, language } })
      const inside = sheets.filter(({ key, print }) => key !== 'data' && !print.isOff).map((sheet) => printedAs(sheet))
      const pages = inside.reduce((sum, { breaks }) => sum + breaks.length + 1, 0)
      expect(pages, language).toBeLessThanOrEqual(most[language])
      expect(Math.min(...inside.map(({ scale }) => (scale / 100) * CELL_LETTERS.size))).toBeGreaterThanOrEqual(7)
      expect(sheets.flatMap(headingsThatPartADate), language).toEqual([])
    }
  })

  it('prints three years on 22 pages without Data, letters of seven points, as many as it says; two languages on 30', async () => {
    const plans = RELEASE_LANGUAGES.map((language) => {
      const { sheets, ...rest } = workbookOf({ ...content, release: { ...content.release, language } })
      return { language, plan: { ...rest, sheets: sheets.map((one) => (one.key === 'data' ? withoutRows(one) : one)) } }
    })
    const files = await Promise.all(
      plans.map(async ({ language, plan: one }) => [language, await writeXlsx(one)] as const),
    )
    const printed = converted(folder, 'pdf', Object.fromEntries(files))
    const pages = new Map([...printed].map(([language, pdf]) => [language, pagesOf(pdf) - 1]))
    for (const { language, plan: one } of plans) {
      const inside = one.sheets
        .filter(({ key, print }) => key !== 'data' && !print.isOff)
        .map((sheet) => printedAs(sheet))
      expect(pages.get(language)).toBe(inside.reduce((sum, { breaks }) => sum + breaks.length + 1, 0))
      expect(Math.min(...inside.map(({ scale }) => (scale / 100) * CELL_LETTERS.size))).toBeGreaterThanOrEqual(7)
    }
    expect(pages.get('vi')).toBeLessThanOrEqual(22)
    expect(pages.get('en')).toBeLessThanOrEqual(22)
    expect(pages.get('both')).toBeLessThanOrEqual(30)
  })

  it('takes two pages more where evidence and explanations are ticked, in letters that are no smaller', () => {
    const [place, partner] = [
      { vi: 'Nghệ An', en: 'Nghe An' },
      { vi: 'Hội LHPN Nghệ An', en: 'Women’s Union' },
    ]
    const of = { place, partner, quarter: content.release.to, sensitive: false, aboutPeople: true }
    const codes = content.indicators.map(({ code }) => code)
    const evidence = codes.slice(0, 5).flatMap((indicator, nth) =>
      ['Danh sách buổi truyền thông.pdf', 'Biên bản lớp tập huấn số 1.docx'].map((text, file) => {
        return { ...of, id: nth * 2 + file, indicator, text, isRemoved: false }
      }),
    )
    const text =
      'Lớp tập huấn dời sang quý sau vì mưa lũ kéo dài ở các xã miền núi; đã mở bù hai lớp, số người đạt kế hoạch.'
    const explanations = codes.slice(0, 20).map((indicator, id) => {
      return { ...of, id, indicator, text, role: 'partner' as const }
    })
    for (const language of ['vi', 'en'] as const) {
      const { sheets } = workbookOf({ ...content, evidence, explanations, release: { ...content.release, language } })
      const inside = sheets.filter(({ key, print }) => key !== 'data' && !print.isOff).map((sheet) => printedAs(sheet))
      expect(
        inside.reduce((sum, { breaks }) => sum + breaks.length + 1, 0),
        language,
      ).toBeLessThanOrEqual(27)
      expect(Math.min(...inside.map(({ scale }) => (scale / 100) * CELL_LETTERS.size))).toBeGreaterThanOrEqual(7)
    }
  })
})

/** A day from its month, a month from its year, or the first of two dates from the dash after it. */
const PARTED = /\d\n[A-Z][a-z]{2}\b|\b[A-Z][a-z]{2}\n\d{4}|\d\n\/\d|\d\/\n\d|\n–/

function headingsThatPartADate({ rows, columns, name }: SheetPlan): string[] {
  return rows
    .filter(({ style }) => style === 'heading')
    .flatMap(({ cells }) =>
      cells.map((cell, at) => wrapped(String(cell), roomIn(columns[at]!), ROW_LETTERS.heading).join('\n')),
    )
    .filter((said) => PARTED.test(said))
    .map((said) => `${name}: ${said}`)
}

/** The sheet with its title alone: one page. */
function withoutRows(sheet: SheetPlan): SheetPlan {
  const { table: _, ...rest } = sheet
  return { ...rest, rows: sheet.rows.slice(0, 1), print: { ...sheet.print, repeatRows: 0 } }
}

function pagesOf(pdf: Buffer): number {
  return [...pdf.toString('latin1').matchAll(/\/Type *\/Page[^s]/g)].length
}

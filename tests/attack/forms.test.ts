import { beforeAll, describe, expect, it } from 'vitest'
import { releaseParts } from '../../src/api/releases/answer.ts'
import { attackReports } from '../../src/attack/attack.ts'
import { withNamesForCodes } from '../../src/attack/read/forms/codes.ts'
import { readReportCsv, readReportJson } from '../../src/attack/read/forms/data-report.ts'
import { readIati } from '../../src/attack/read/forms/iati.ts'
import { type IssuedReport, NotAReport } from '../../src/attack/read/report.ts'
import { readReport } from '../../src/attack/read/workbook.ts'
import type { ReleaseContent } from '../../src/releases/content/content.ts'
import { formOf } from '../../src/releases/forms/form.ts'
import { STANDS } from '../../src/releases/standing/standing.ts'
import { workbookOf } from '../../src/releases/workbook/assemble.ts'
import { writeXlsx } from '../../src/releases/workbook/write-xlsx.ts'
import { loadSolver } from '../../src/suppression/highs.ts'
import type { Solver } from '../../src/suppression/lp.ts'
import type { ReportForm } from '../../src/vocabulary/release.ts'
import { SMALL_IDENTITY } from '../releases/iati/identity.ts'
import { smallContent } from '../releases/workbook/small-content.ts'

let content: ReleaseContent
let workbook: IssuedReport
let solver: Solver
beforeAll(async () => {
  const made = await smallContent()
  content = { ...made, project: { ...made.project, iati: SMALL_IDENTITY } }
  workbook = await readReport('report.xlsx', new Uint8Array(await writeXlsx(workbookOf(content))))
  solver = await loadSolver()
})

const written = (form: ReportForm) => [...formOf(form, content)!].join('')
const csv = (form: Exclude<ReportForm, 'iati'>, text = written(form)) => readReportCsv(`${form}.csv`, text)!
const iati = (text = written('iati')) => readIati('report.iati.xml', text)
function json(): string {
  const { head, rows } = releaseParts(content.release, STANDS, workbookOf(content), null, content.project.terms)
  return JSON.stringify({ ...head, figures: rows })
}
const others = () => [csv('data'), csv('table-vi'), csv('table-en'), readReportJson('report.json', json()), iati()]
/** What a file tells of counts, without the cells that say so. */
const toldIn = ({ told }: IssuedReport) =>
  told
    .filter(({ isOfValues, absent }) => isOfValues && !absent)
    .map(({ indicator, part, place, breakdown, category, span, shown }) =>
      [indicator, part, place, breakdown, category, span.from, span.to, shown].join('|'),
    )
    .sort()
const worked = (reports: IssuedReport[]) =>
  attackReports(reports, solver).map(({ findings, unfit, hidden, open }) => ({ findings, unfit, hidden, open }))

describe('the other forms of a report, read as an attacker does', () => {
  it('tell the counts that the workbook’s data tells: all of them where rows are the same', () => {
    const expected = toldIn(workbook)
    expect(expected.length).toBeGreaterThan(50)
    for (const one of [csv('data'), csv('table-en'), readReportJson('report.json', json())])
      expect(toldIn(one), one.file).toEqual(expected)
  })

  it('tell in IATI what is shown, by the names that the other files have for its codes, and that the rest is hidden', () => {
    const [, named] = withNamesForCodes([workbook, iati()])
    // Where nobody stands under a quotient there is none: G has no number.
    const shown = toldIn(workbook).filter((one) => !one.startsWith('G|') || one.endsWith('|'))
    expect(toldIn(named!)).toEqual([...new Set(shown)])
    expect(toldIn(iati())).not.toEqual(toldIn(named!))
  })

  it('say which report they are and what is hidden, where they say so', () => {
    const { id, threshold } = content.release
    const said = others().map(({ file, release = null, most }) => [file, release, most])
    expect(said).toEqual([
      ['data.csv', null, null],
      ['table-vi.csv', id, threshold - 1],
      ['table-en.csv', id, threshold - 1],
      ['report.json', id, threshold - 1],
      ['report.iati.xml', id, threshold - 1],
    ])
  })

  it('give nothing away together that the workbook does not', () => {
    const [alone, together] = [worked([workbook]), worked([workbook, ...others()])]
    expect(alone[0]!.hidden).toBeGreaterThan(0)
    expect(alone[0]!.findings).toEqual([])
    expect(together[0]!.findings).toEqual([])
    expect(together[0]!.unfit).toEqual([])
  })

  it('are each looked at alone as the workbook is, and contradict themselves in nothing', () => {
    const [ofWorkbook] = worked([workbook])
    for (const one of others()) {
      const [alone] = worked([one])
      expect([alone!.findings, alone!.unfit], one.file).toEqual([[], []])
      expect(alone!.hidden, one.file).toBe(one.leavesOut ? 0 : ofWorkbook!.hidden)
    }
  })

  it('say in IATI how values add up, as the workbook does', () => {
    const rules = iati().rules
    expect(rules.size).toBeGreaterThan(3)
    for (const [indicator, said] of rules) expect(said, indicator).toEqual(workbook.rules.get(indicator))
  })

  it.each<[string, () => IssuedReport[]]>([
    ['in IATI', () => [workbook, iati(withHidden())]],
    ['in the CSV for programs', () => [workbook, csv('data', written('data').replace(/,,\[c\],/, ',3,[c],'))]],
    [
      'in JSON',
      () => [
        workbook,
        readReportJson('report.json', json().replace('"value":null,"mark":"[c]"', '"value":3,"mark":"[c]"')),
      ],
    ],
  ])('are seen through when one says a hidden number: %s', (_, reports) => {
    const [{ findings }] = worked(reports()) as [ReturnType<typeof worked>[number]]
    expect(findings.length).toBeGreaterThan(0)
  })

  it('are refused where they are none', () => {
    for (const text of ['{}', '{"figures":[]}', '{']) expect(() => readReportJson('x.json', text)).toThrow(NotAReport)
    for (const text of ['<html/>', '<html>', written('iati').replaceAll('<actual', '<target')])
      expect(() => iati(text)).toThrow(NotAReport)
    expect(readReportCsv('x.csv', 'a,b\r\n1,2\r\n')).toBeNull()
  })
})

/** The IATI file with one number more: that of a figure which the workbook hides. */
function withHidden(): string {
  const hidden = content.tables
    .flatMap(({ table }) => table.cells.flat())
    .find(({ shown, ref }) => shown.kind === 'confidential' && ref.cell === '' && ref.group !== '*')!
  const told = written('iati')
  const at = told.indexOf(`<narrative xml:lang="vi">${hidden.ref.indicator}. `)
  const period = told.indexOf('<period>', at)
  const end = told.indexOf('</period>', period)
  return `${told.slice(0, end)}<actual value="3"><location ref="${hidden.ref.group}"/></actual>${told.slice(end)}`
}

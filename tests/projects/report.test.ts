import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { attackReports } from '../../src/attack/attack.ts'
import { readReport } from '../../src/attack/read/workbook.ts'
import { quarterAt, quarterCode } from '../../src/calendar/quarter.ts'
import { ask } from '../../src/figures/ask.ts'
import { PROJECT } from '../../src/figures/question.ts'
import { projectCard } from '../../src/project/store.ts'
import { contentOf } from '../../src/releases/content/publish.ts'
import { problemFor } from '../../src/releases/content/source.ts'
import { loadSource } from '../../src/releases/content/source-load.ts'
import { draftRelease } from '../../src/releases/drafts/draft-release.ts'
import { DEFAULT_LAYOUT } from '../../src/releases/release.ts'
import { previewOf, releaseById, workbookPlanOf } from '../../src/releases/store.ts'
import { workbookOf } from '../../src/releases/workbook/assemble.ts'
import type { DataKey } from '../../src/releases/workbook/data-sheet/columns.ts'
import { placedColumns } from '../../src/releases/workbook/data-sheet/layout.ts'
import { type Cell, plainValue, type SheetPlan, type WorkbookPlan } from '../../src/releases/workbook/plan.ts'
import { writeXlsx } from '../../src/releases/workbook/write-xlsx.ts'
import { loadSolver } from '../../src/suppression/highs.ts'
import { RELEASE_LANGUAGES } from '../../src/vocabulary/release.ts'
import { layoutIn } from '../releases/forms/layout-in.ts'
import { protectNow } from '../releases/making.ts'
import { pilotWith, SMALL } from '../releases/pilot.ts'
import { dataColumn, dayIn } from '../releases/workbook/plan-rows.ts'
import { cutIn, partedIn } from '../releases/workbook/print/cut-text.ts'
import { factsOf, unsaidIn, untrueIn } from './facts.ts'
import { dbOf, PROJECTS, personOf, type TriedProject } from './projects.ts'

/** What a workbook has to say where it is so. */
const TOLD = ['what is hidden', 'rates', 'other cut-offs']

describe.each(PROJECTS)('a donor’s workbook of the $name project', (project) => {
  let db: Db
  let id: number
  let plan: WorkbookPlan
  beforeAll(async () => {
    ;({ db, id } = await reportOf(project))
    plan = workbookPlanOf(db, id)!
  })

  it('says nothing that is not so, and what is', () => {
    const facts = factsOf(db)
    const wrong = plan.sheets.flatMap(({ name, rows }) =>
      rows.flatMap(({ cells }, nth) =>
        cells.flatMap((cell) => untrueIn(textIn(cell), facts).map((saying) => `${name} ${nth + 1}: ${saying}`)),
      ),
    )
    expect(wrong).toEqual([])
    const notes = plan.sheets.find(({ key }) => key === 'notes')!
    expect(unsaidIn(notes.rows.flatMap(({ cells }) => cells.map(textIn)).join('\n'), facts, TOLD)).toEqual([])
  })

  it('is in the one language that is asked for', () => {
    const source = loadSource(db, releaseById(db, id)!, project.now)
    const { problem } = problemFor(source)
    const { suppressed } = previewOf(db, id)!
    const foreign = (['vi', 'en'] as const).flatMap((language) => {
      const release = { ...source.release, language, title: '' }
      const { sheets } = workbookOf(
        contentOf({ ...source, release }, problem, suppressed, { draft: true, at: project.now }),
      )
      const columns = placedColumns({ release, project: source.project })
      // Codes are the same in every language.
      const isCode = (key: string, at: number) => key === 'data' && columns[at]?.kind === 'code'
      const texts = sheets.flatMap(({ key, rows }) =>
        rows.flatMap(({ cells }) => cells.filter((_, at) => !isCode(key, at)).map(textIn)),
      )
      expect(texts.length).toBeGreaterThan(100)
      return texts.filter((text) => ONLY_IN[language === 'vi' ? 'en' : 'vi'].test(text))
    })
    expect(foreign).toEqual([])
  })

  it.each(LAYOUTS)(
    'can be read whole in the layout %s, in every language: nothing is cut, parted, empty or points to nothing',
    (file) => {
      const source = loadSource(db, releaseById(db, id)!, project.now)
      const { problem } = problemFor(source)
      const layout = layoutIn(file)
      const { suppressed } = previewOf(db, id)!
      for (const language of RELEASE_LANGUAGES) {
        const release = { ...source.release, language }
        const content = contentOf({ ...source, release }, problem, suppressed, { draft: true, at: project.now })
        const { sheets } = workbookOf({ ...content, layout })
        const rowsOfData = sheets.find(({ key }) => key === 'data')!.rows
        expect(sheets.flatMap((sheet) => cutIn(sheet, language === 'en' ? 'en' : 'vi'))).toEqual([])
        expect(sheets.flatMap(partedIn)).toEqual([])
        expect(unmarkedIn(sheets)).toEqual([])
        for (const { rows, name } of sheets) {
          expect(rows[0]!.style, name).toBe('title')
          expect(
            rows.filter(({ cells }) => cells.every((cell) => cell === null || cell === '')),
            name,
          ).toEqual([])
          expect(
            rows.flatMap(({ cells }) => cells.flatMap((cell) => lost(cell, rowsOfData))),
            name,
          ).toEqual([])
        }
      }
    },
  )

  it('calls stages by their names, and what was never set so', () => {
    const data = plan.sheets.find(({ key }) => key === 'data')!
    const at = (key: DataKey) => dataColumn(data, key)
    const heading = data.rows.findIndex(({ style }) => style === 'heading')
    const milestones = data.rows
      .slice(heading + 1)
      .filter(({ cells }) => /mức|stage/.test(textIn(cells[at('measure')]!)))
    expect(milestones.length).toBeGreaterThan(0)
    // Of several reporters it is a number: how many have reached the stage.
    const bare = milestones.filter(({ cells }) => {
      const value = cells[at('value')]!
      return isBareNumber(value) && !value.format.includes('/') && /^[\d–]/.test(textIn(cells[at('stage')]!))
    })
    expect(bare).toEqual([])
    // Elsewhere it stands by its name alone.
    const sheets = plan.sheets.filter(({ key }) => key === 'project' || key.startsWith('component-'))
    const named = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(isStage)))
    expect(named.length > 0).toBe(milestones.some(({ cells }) => /^[^\d–]/.test(textIn(cells[at('stage')]!))))
    const tracking = plan.sheets.find(({ key }) => key === 'tracking')!
    const { baselines } = db.$client.prepare('select count(*) baselines from baseline').get() as { baselines: number }
    if (baselines === 0)
      expect(tracking.rows.at(-1)!.cells.map(textIn)).toContain(NOT_SET[releaseById(db, id)!.language])
  })

  it('has the figures of the screen in its rows of data', () => {
    const { from, to, asAt } = releaseById(db, id)!
    const quarters = Array.from({ length: to - from + 1 }, (_, nth) => from + nth)
    const spans = quarters.map((quarter) => ({ key: quarterCode(quarter), from: quarter, to: quarter }))
    const answer = ask(db, { indicators: '*', groups: [{ key: PROJECT, places: '*' }], spans, asAt }, project.now)
    const data = plan.sheets.find(({ key }) => key === 'data')!
    const told = data.rows.flatMap(({ cells }) => {
      const of = (key: DataKey) => cells[dataColumn(data, key)] ?? null
      const value = of('value')
      const span = spans.find(({ from: quarter }) => dayIn(of('first') ?? undefined) === firstDay(quarter))
      const isWhole = of('place-code') === PROJECT && of('category-code') === 'total'
      if (!span || !isWhole || !isBareNumber(value) || dayIn(of('last') ?? undefined) !== lastDay(span.from)) return []
      const code = textIn(cells[0]!)
      const scale = answer.indicators.find((one) => one.code === code)!.scale > 100 ? 1 : null
      return scale === null ? [[code, span.key, value.number, answer.figure(code, PROJECT, span.key).value]] : []
    })
    expect(told.length).toBeGreaterThan(3)
    expect(told.filter(([, , shown, figure]) => shown !== figure)).toEqual([])
  })

  it('gives nothing away to whoever works with it alone', async () => {
    const report = await readReport('report.xlsx', await writeXlsx(plan))
    const [attack] = attackReports([report], await loadSolver())
    expect([attack!.findings, attack!.unfit]).toEqual([[], []])
  })
})

const LAYOUTS = ['fcdo', 'eu-opsys', 'usaid-iptt'] as const

/** A layout of donors as the pilot has it: any project's donor may read by it. */
/** Cells of Data that a formula takes its result from, and in which nothing stands. */
function lost(cell: Cell, rowsOfData: WorkbookPlan['sheets'][number]['rows']): string[] {
  if (typeof cell !== 'object' || cell === null || !('formula' in cell) || !cell.formula) return []
  return [...cell.formula.matchAll(/data!([A-Z]+)(\d+)/g)].flatMap(([at, letters, row]) => {
    const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    return (rowsOfData[Number(row) - 1]?.cells[column] ?? null) === null ? [at] : []
  })
}

/** Words without which hardly a sentence of a language is made, and that the other one has not. */
const ONLY_IN = {
  vi: /(?<!\p{L})(?:của|không|được|các|những|báo cáo|chỉ số|theo)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:the|of|and|is|are|which|with|by|from|not|reports?|quarters?|year)(?!\p{L})/iu,
}

const NOT_SET = { vi: 'chưa đặt', en: 'not set', both: 'chưa đặt / not set' }

/** A report that is protected: of the pilot the small one that other tests look at too. */
async function reportOf(project: TriedProject): Promise<{ db: Db; id: number }> {
  if (project.name === 'pilot') {
    const { db, release } = await pilotWith('protected', SMALL)
    return { db, id: release.id }
  }
  const db = dbOf(project)
  const { firstQuarter, donors, thresholds } = projectCard(db)!
  const asked = {
    title: 'Results',
    titleConfirmed: false,
    supersedes: null,
    donor: donors[0]!.name.en,
    donorCode: donors[0]!.code,
    audience: 'donor',
    threshold: donors[0]!.threshold ?? thresholds.donor,
    language: 'both',
    from: firstQuarter,
    to: quarterAt(project.now) - 1,
    layout: DEFAULT_LAYOUT,
    asAt: project.now,
    recipients: [personOf(db, project, 'donor').id],
  } as const
  const id = draftRelease(
    db,
    personOf(db, project, 'manager'),
    { ...asked, recipients: [...asked.recipients] },
    project.now,
  )
  const { state, failure } = await protectNow(db, id, project.now)
  if (state !== 'protected') throw new Error(`the report is ${state}: ${failure?.code}`)
  return { db, id }
}

function textIn(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  return 'text' in cell ? cell.text : 'mark' in cell ? cell.mark : ''
}

function isBareNumber(cell: Cell): cell is { number: number; format: string } {
  return typeof cell === 'object' && cell !== null && 'number' in cell
}

/** Text that follows a number of Data. */
function isStage(cell: Cell): boolean {
  return typeof cell === 'object' && cell !== null && 'text' in cell && 'formula' in cell
}

function firstDay(quarter: number): string {
  return `${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`
}

function lastDay(quarter: number): string {
  return new Date(Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3 + 3, 0)).toISOString().slice(0, 10)
}

/** Rows of headings of which no table begins, tables that share a name, and headings that are empty, parted or said twice in one. */
function unmarkedIn(sheets: readonly SheetPlan[]): string[] {
  const marked = sheets.map((sheet) => ({
    sheet,
    tables: [...(sheet.table ? [sheet.table] : []), ...(sheet.blocks ?? [])],
  }))
  const names = marked.flatMap(({ tables }) => tables.map(({ name }) => name))
  return [
    ...names.filter((name, at) => names.indexOf(name) !== at),
    ...marked.flatMap(({ sheet: { rows, name }, tables }) => [
      ...rows.flatMap(({ style }, at) =>
        style === 'heading' && !tables.some(({ headingRow }) => headingRow === at + 1) ? [`${name} ${at + 1}`] : [],
      ),
      ...tables.flatMap(({ headingRow }) => {
        const said = rows[headingRow - 1]!.cells.map((cell) => String(plainValue(cell)).toLowerCase())
        return said.filter((one, at) => one === 'null' || one === '' || one.includes('\n') || said.indexOf(one) !== at)
      }),
    ]),
  ]
}

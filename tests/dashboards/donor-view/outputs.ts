import { figuresHead } from '../../../src/api/figures/answer.ts'
import { figuresQuery } from '../../../src/api/figures/query.ts'
import { figureRows } from '../../../src/api/figures/row.ts'
import { machineCsv, regionalCsv } from '../../../src/charts/export/csv.ts'
import { slideOf } from '../../../src/charts/slide/slide.ts'
import { loadBrief } from '../../../src/dashboards/brief/load.ts'
import { briefPage } from '../../../src/dashboards/brief/page.ts'
import { loadComparison } from '../../../src/dashboards/compare/load.ts'
import { comparePage } from '../../../src/dashboards/compare/page.ts'
import { loadComponent, loadComponentTables } from '../../../src/dashboards/components/load.ts'
import { componentPage } from '../../../src/dashboards/components/page.ts'
import { componentTablePage, componentTablesOf } from '../../../src/dashboards/components/table-page.ts'
import { exportOf, type TakenTables } from '../../../src/dashboards/export/export.ts'
import { loadIndicator, loadIndicatorTable, loadIndicatorTables } from '../../../src/dashboards/indicators/load.ts'
import { indicatorPage } from '../../../src/dashboards/indicators/page.ts'
import { indicatorTablePage } from '../../../src/dashboards/indicators/table-page.ts'
import type { Request } from '../../../src/dashboards/load.ts'
import { overviewExport } from '../../../src/dashboards/overview/export.ts'
import { loadChanges } from '../../../src/dashboards/overview/lists/changes-load.ts'
import { changesPage } from '../../../src/dashboards/overview/lists/changes-page.ts'
import { loadFigures, loadOverview, loadOverviewTable } from '../../../src/dashboards/overview/load.ts'
import { overviewPage } from '../../../src/dashboards/overview/page.ts'
import { tablePage } from '../../../src/dashboards/overview/table/page.ts'
import { loadFiguresAsked } from '../../../src/dashboards/programs/load.ts'
import { loadProvince, loadProvinceTables, provinceNamed } from '../../../src/dashboards/provinces/load.ts'
import { provincePage } from '../../../src/dashboards/provinces/page.ts'
import { provinceTablePage, provinceTablesOf } from '../../../src/dashboards/provinces/table-page.ts'
import { breakdownsOf } from '../../../src/dashboards/tables/tables.ts'
import { tablesTaken } from '../../../src/dashboards/tables/tables-page.ts'
import type { PublishableTable } from '../../../src/disclosure/publishable.ts'
import { lightColour } from '../../../src/web/views/palette.ts'

/** What is compared; that of two days asks for another report. */
const COMPARISONS = ['years', 'indicators', 'areas'] as const

/** Everything that leaves a page of figures, by a name of it: what pages show, and every file of theirs. */
export type Outputs = { pages: Map<string, string>; tables: PublishableTable[] }

/** Every page of figures of a project, and every file of them, as a request asks for them. */
export function everyOutput(request: Request): Outputs {
  const outputs: Outputs = { pages: new Map(), tables: [] }
  const overview = loadOverview(request)!
  const page = (name: string, model: unknown) => outputs.pages.set(name, JSON.stringify(model))
  page('overview', overviewPage(overview))
  page('overview by change', overviewPage(loadOverview({ ...request, query: { ...request.query, sort: 'change' } })!))
  page('overview as tables', tablePage(loadOverviewTable(request)!))
  page('changes', changesPage(loadChanges(request)!))
  const { csv, machine } = overviewExport(loadFigures(request)!)
  page('overview as files', [regionalCsv(csv, request.words.language), machineCsv(machine)])
  for (const { code } of request.words.terms.components) {
    page(`component ${code}`, componentPage(loadComponent(request, code)!))
    const tables = loadComponentTables(request, code)!
    page(`tables of component ${code}`, componentTablePage(tables))
    taken(`component ${code}`, tablesTaken(tables, componentTablesOf(tables)), outputs)
  }
  for (const { slug } of overview.state.provinces) {
    page(slug, provincePage(loadProvince(request, slug)!))
    page(`brief of ${slug}`, briefPage(loadBrief(request, slug, provinceNamed)!))
    const tables = loadProvinceTables(request, slug)!
    page(`tables of ${slug}`, provinceTablePage(tables))
    taken(slug, tablesTaken(tables, provinceTablesOf(tables)), outputs)
  }
  for (const of of COMPARISONS)
    page(`compare ${of}`, comparePage(loadComparison({ ...request, query: { ...request.query, of } })!))
  for (const { code } of overview.state.indicators) ofIndicator(request, code, outputs)
  for (const asked of [{ grain: 'quarter' }, { grain: 'year', breakdown: 'sex' }]) ofPrograms(request, asked, outputs)
  return outputs
}

/** What a program is answered that asks as a donor. */
function ofPrograms(request: Request, asked: Record<string, string>, { pages }: Outputs): void {
  const query = figuresQuery.parse({ ...request.query, place: 'project,areas', ...asked })
  const found = loadFiguresAsked(request, query)!
  pages.set(`for programs by ${asked.grain}`, JSON.stringify([figuresHead(found), ...figureRows(found.answer)]))
}

function ofIndicator(request: Request, code: string, outputs: Outputs): void {
  const view = loadIndicator(request, code)!
  const model = indicatorPage(view)
  outputs.pages.set(code, JSON.stringify(model))
  for (const picture of model.pictures)
    outputs.pages.set(`slide ${code} ${picture.id}`, JSON.stringify(slideOf(picture, lightColour, 'en')))
  outputs.pages.set(`tables of ${code}`, JSON.stringify(indicatorTablePage(loadIndicatorTables(request, code)!)))
  const names = ['trend', 'provinces', 'over-time', ...breakdownsOf(view).map((one) => `by-${one.code}`)]
  for (const table of names)
    taken(`${code} ${table}`, loadIndicatorTable({ ...request, query: { ...request.query, table } }, code), outputs)
}

function taken(name: string, given: TakenTables | null, { pages, tables }: Outputs): void {
  const found = exportOf(given)
  if (!given || !found) return
  tables.push(...given.tables)
  pages.set(`files of ${name}`, JSON.stringify([machineCsv(found.machine), found.csv, found.sheets, found.pasted]))
}

import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { clipboardTable } from '../../charts/export/clipboard.ts'
import { machineCsv, regionalCsv } from '../../charts/export/csv.ts'
import { inThread } from '../../threads/thread.ts'
import type { App, AppContext, Routes } from '../../web/context.ts'
import { sendFile } from '../../web/files/attachment.ts'
import { orNotFound } from '../../web/not-found.ts'
import { renderFragment } from '../../web/views/fragment.ts'
import { choiceInAddress, type FigureRequest, figureRequest, orRefused } from '../answer-routes.ts'
import { loadComparison } from '../compare/load.ts'
import { comparedTables, titleOf } from '../compare/page.ts'
import { rowHeadings } from '../compare/table.ts'
import { loadComponentTables } from '../components/load.ts'
import { componentTablesOf } from '../components/table-page.ts'
import { loadIndicatorTable } from '../indicators/load.ts'
import type { Request } from '../load.ts'
import { overviewExport } from '../overview/export.ts'
import { loadFigures } from '../overview/load.ts'
import { oneOffered, refuseWrong } from '../parameters/parameter.ts'
import { type AreaOf, loadProvinceTables, partnerNamed, provinceNamed } from '../provinces/load.ts'
import { provinceTablesOf } from '../provinces/table-page.ts'
import { tablesTaken } from '../tables/tables-page.ts'
import { exportOf, type PageExport, type TakenTables } from './export.ts'
import {
  COMPARISON_FILES,
  COMPONENT_FILES,
  type FileAddresses,
  INDICATOR_FILES,
  OVERVIEW_FILES,
  PARTNER_FILES,
  PROVINCE_FILES,
} from './file-addresses.ts'

const CSV = 'text/csv; charset=utf-8'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** What a page is of, by the name that its address has it under. */
const params = z.record(z.string(), z.string())

/** What of a page is taken away, by its address; null where there is no such page, or table. */
type LoadExport = (asked: Request, params: Readonly<Record<string, string>>) => PageExport | null

/** Tables of pages of figures as files: the same figures, by the same filters. */
export const exportRoutes: Routes = async (app, context) => {
  tableFiles(app, context, INDICATOR_FILES, (asked, { code }) => exportOf(loadIndicatorTable(asked, String(code))))
  tableFiles(app, context, COMPARISON_FILES, (asked) => exportOf(comparedTaken(asked)))
  tableFiles(app, context, OVERVIEW_FILES, (asked) => {
    const figures = loadFigures(asked)
    return figures && overviewExport(figures)
  })
  tableFiles(app, context, COMPONENT_FILES, (asked, { component }) => {
    const view = loadComponentTables(asked, String(component))
    return view && exportOf(tablesTaken(view, componentTablesOf(view)))
  })
  tableFiles(app, context, PROVINCE_FILES, (asked, { place }) =>
    exportOf(areaTaken(asked, String(place), provinceNamed)),
  )
  tableFiles(app, context, PARTNER_FILES, (asked, { partner }) =>
    exportOf(areaTaken(asked, String(partner), partnerNamed)),
  )
}

function comparedTaken(request: Request): TakenTables | null {
  const view = loadComparison(request)
  if (!view) return null
  const panel = oneOffered(request.query, 'panel', ['1', '2'])
  refuseWrong([...view.state.wrong, ...view.wrong, ...panel.wrong])
  const { state, asked, sides } = view
  const tables = comparedTables(view, rowHeadings(sides[0], asked.kind, state), titleOf(view))
  const table = tables[panel.found === '2' ? 1 : 0]
  return table ? { state, tables: [table], span: sides[0].whole } : null
}

function areaTaken(asked: Request, slug: string, areaOf: AreaOf) {
  const view = loadProvinceTables(asked, slug, areaOf)
  return view && tablesTaken(view, provinceTablesOf(view))
}

function tableFiles(app: App, context: AppContext, files: FileAddresses, load: LoadExport): void {
  const route = { config: { may: 'figures.see' }, schema: { querystring: choiceInAddress, params } } as const
  const file = (url: string, send: (taken: PageExport, request: FigureRequest, reply: FastifyReply) => unknown) =>
    app.get(url, route, (request, reply) =>
      orRefused(request, reply, () =>
        send(orNotFound(load(figureRequest(request, context), request.params)), request, reply),
      ),
    )

  file(files.csv, ({ name, csv }, { words }, reply) =>
    sendFile(reply, { name, ending: 'csv', type: CSV, bytes: regionalCsv(csv, words.language) }),
  )
  file(files.machine, ({ name, machine }, { words }, reply) =>
    sendFile(reply, {
      name: `${name}, ${words.t('charts:export.machine-name')}`,
      ending: 'csv',
      type: CSV,
      bytes: machineCsv(machine),
    }),
  )
  file(files.xlsx, async ({ name, sheets }, _, reply) =>
    sendFile(reply, {
      name,
      ending: 'xlsx',
      type: XLSX,
      bytes: await inThread('charts/export/xlsx', { sheets, at: context.now() }).done,
    }),
  )
  file(files.table, ({ pasted }, { words }, reply) => {
    const table = clipboardTable(pasted, words.language)
    const { bytes } = renderFragment('charts/export/pasted-table', { table }, words)
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(bytes)
  })
}

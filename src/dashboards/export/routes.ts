import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { clipboardTable } from '../../charts/export/clipboard.ts'
import { machineCsv, regionalCsv } from '../../charts/export/csv.ts'
import type { TABLE_FILES } from '../../charts/export/downloads.ts'
import { pictureElement } from '../../charts/picture.ts'
import { slideOf } from '../../charts/slide/slide.ts'
import { inThread } from '../../threads/thread.ts'
import type { App, AppContext, Routes } from '../../web/context.ts'
import { sendFile } from '../../web/files/attachment.ts'
import { orNotFound } from '../../web/not-found.ts'
import { renderFragment } from '../../web/views/fragment.ts'
import { lightColour } from '../../web/views/palette.ts'
import { choiceInAddress, type FigureRequest, figureRequest, orRefused } from '../answer-routes.ts'
import { loadComparison } from '../compare/load.ts'
import { comparedTables, titleOf } from '../compare/page.ts'
import { rowHeadings } from '../compare/table.ts'
import { loadComponentTables } from '../components/load.ts'
import { componentTablesOf } from '../components/table-page.ts'
import { loadIndicator, loadIndicatorTable } from '../indicators/load.ts'
import { indicatorPage } from '../indicators/page.ts'
import type { Request } from '../load.ts'
import { overviewExport } from '../overview/export.ts'
import { loadFigures } from '../overview/load.ts'
import { refuseWrong } from '../parameters/parameter.ts'
import { type AreaOf, loadProvinceTables, partnerNamed, provinceNamed } from '../provinces/load.ts'
import { provinceTablesOf } from '../provinces/table-page.ts'
import { tablesTaken } from '../tables/tables-page.ts'
import { exportOf, fileNameOf, type PageExport, type TakenTables } from './export.ts'

const CSV = 'text/csv; charset=utf-8'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** What a page is of, by the name that its address has it under. */
const params = z.record(z.string(), z.string())

const byCode = z.object({ code: z.string() })

/** Where the files of a page's table are. */
type Addresses = Readonly<Record<keyof typeof TABLE_FILES, string>>
const COMPARISON: Addresses = {
  csv: '/compare/table.csv',
  machine: '/compare/data.csv',
  xlsx: '/compare/table.xlsx',
  table: '/compare/table.html',
}
const OVERVIEW: Addresses = {
  csv: '/overview/table.csv',
  machine: '/overview/data.csv',
  xlsx: '/overview/table.xlsx',
  table: '/overview/table.html',
}
const COMPONENT: Addresses = {
  csv: '/components/:component/table.csv',
  machine: '/components/:component/data.csv',
  xlsx: '/components/:component/table.xlsx',
  table: '/components/:component/table.html',
}
const PROVINCE: Addresses = {
  csv: '/provinces/:place/table.csv',
  machine: '/provinces/:place/data.csv',
  xlsx: '/provinces/:place/table.xlsx',
  table: '/provinces/:place/table.html',
}
const PARTNER: Addresses = {
  csv: '/partners/:partner/table.csv',
  machine: '/partners/:partner/data.csv',
  xlsx: '/partners/:partner/table.xlsx',
  table: '/partners/:partner/table.html',
}
const INDICATOR: Addresses = {
  csv: '/indicators/:code/table.csv',
  machine: '/indicators/:code/data.csv',
  xlsx: '/indicators/:code/table.xlsx',
  table: '/indicators/:code/table.html',
}

/** What of a page is taken away, by its address; null where there is no such page, or table. */
type LoadExport = (asked: Request, params: Readonly<Record<string, string>>) => PageExport | null

/** Tables of pages of figures as files: the same figures, by the same filters. */
export const exportRoutes: Routes = async (app, context) => {
  tableFiles(app, context, INDICATOR, (asked, { code }) => exportOf(loadIndicatorTable(asked, String(code))))
  tableFiles(app, context, COMPARISON, (asked) => exportOf(comparedTaken(asked)))
  tableFiles(app, context, OVERVIEW, (asked) => {
    const figures = loadFigures(asked)
    return figures && overviewExport(figures)
  })
  tableFiles(app, context, COMPONENT, (asked, { component }) => {
    const view = loadComponentTables(asked, String(component))
    return view && exportOf(tablesTaken(view, componentTablesOf(view)))
  })
  tableFiles(app, context, PROVINCE, (asked, { place }) => exportOf(areaTaken(asked, String(place), provinceNamed)))
  tableFiles(app, context, PARTNER, (asked, { partner }) => exportOf(areaTaken(asked, String(partner), partnerNamed)))
  slides(app, context)
}

function comparedTaken(request: Request): TakenTables | null {
  const view = loadComparison(request)
  if (!view) return null
  refuseWrong([...view.state.wrong, ...view.wrong])
  const { state, asked, sides } = view
  const tables = comparedTables(view, rowHeadings(sides[0], asked.kind, state), titleOf(view))
  const table = tables[request.query.panel === '2' ? 1 : 0]
  return table ? { state, tables: [table], span: sides[0].whole } : null
}

function areaTaken(asked: Request, slug: string, areaOf: AreaOf) {
  const view = loadProvinceTables(asked, slug, areaOf)
  return view && tablesTaken(view, provinceTablesOf(view))
}

/** The pictures of an indicator, each drawn for a slide. */
function slides(app: App, { db, now }: AppContext): void {
  const schema = { querystring: choiceInAddress, params: byCode }
  app.get('/indicators/:code/picture.svg', { config: { may: 'figures.see' }, schema }, (request, reply) =>
    orRefused(request, reply, () => {
      const { words, query, params } = request
      const view = orNotFound(loadIndicator(figureRequest(request, { db, now: now() }), params.code))
      refuseWrong([...view.state.wrong, ...view.unknown])
      const wanted = pictureElement(String(query.picture ?? 'trend'))
      const picture = orNotFound(indicatorPage(view).pictures.find(({ id }) => id === wanted) ?? null)
      const slide = slideOf(picture, lightColour, words.language)
      return sendFile(reply, {
        name: fileNameOf(picture.heading, view.state),
        ending: 'svg',
        type: 'image/svg+xml; charset=utf-8',
        bytes: renderFragment('charts/export/slide', { slide }, words).bytes,
        shown: true,
      })
    }),
  )
}

function tableFiles(app: App, { db, now }: AppContext, files: Addresses, load: LoadExport): void {
  const route = { config: { may: 'figures.see' }, schema: { querystring: choiceInAddress, params } } as const
  const file = (url: string, send: (taken: PageExport, request: FigureRequest, reply: FastifyReply) => unknown) =>
    app.get(url, route, (request, reply) =>
      orRefused(request, reply, () =>
        send(orNotFound(load(figureRequest(request, { db, now: now() }), request.params)), request, reply),
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
      bytes: await inThread('charts/export/xlsx', { sheets, at: now() }).done,
    }),
  )
  file(files.table, ({ pasted }, { words }, reply) => {
    const table = clipboardTable(pasted, words.language)
    const { bytes } = renderFragment('charts/export/pasted-table', { table }, words)
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(bytes)
  })
}

import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { notAmong } from '../../../forms/asked.ts'
import type { ReadSheet } from '../../../spreadsheet/read-workbook.ts'
import type { Routes } from '../../../web/context.ts'
import { personOf, personStill } from '../../../web/guard.ts'
import { redirectTo } from '../../../web/redirect.ts'
import { registerRoutes } from '../../../web/register-routes.ts'
import { page } from '../../../web/render.ts'
import { loadOpenSubmissions } from '../template/load.ts'
import { sheetOfPeople } from '../upload/filled-template.ts'
import { because, sentSheets } from '../upload/receive-routes.ts'
import type { RefusedUpload } from '../upload/refusal.ts'
import { columnsRoutes } from './choosing/columns-routes.ts'
import { addressOfKept, SheetDesk, type ToPreview } from './choosing/desk-routes.ts'
import { draftOf } from './choosing/draft.ts'
import { readReportName, reportAsked } from './choosing/form.ts'
import { countOfCells, type KeptSheets, MOST_KEPT_CELLS, reportText } from './choosing/kept-sheets.ts'
import { loadOwnReports } from './load.ts'
import { nameOfReport, type OwnRefusal, ownSheetPage } from './page.ts'
import { fitOf } from './reading/fitting.ts'
import { headingsGuessed } from './reading/headings.ts'
import { mappingsOf } from './store.ts'

/**
 * A partner's own sheet on its way in: sent, mapped once (above its columns, then beside its rows), remembered, and from then on read at
 * once. What it says goes on to the preview of an Excel form. Until then its cells are in memory alone, for whoever sent it.
 */
export function ownSheetRoutes(megabytes: number, toPreview: ToPreview): Routes {
  return async (app, context) => {
    const { db, now } = context
    const enter = { config: { may: 'submission.enter' } } as const
    const desk = new SheetDesk(context, toPreview)
    await registerRoutes(app, context, [columnsRoutes(desk)])

    app.get('/submissions/own-sheet', enter, (request, reply) => showStart(request, reply, request.query, null))

    app.post('/submissions/own-sheet', enter, async (request, reply) => {
      const named = readReportName(request.body)
      const sent = await sentOwn(request)
      const person = personStill(request)
      const reports = named && loadOwnReports(db, person, named, now())
      if (!reports) return showStart(request, reply.code(422), request.body, 'no-report')
      if ('refused' in sent) return showStart(request, reply.code(422), request.body, sent.refused)
      const { sheets } = sent
      const known = mappingsOf(db, reports[0].partner.id)
      const fit = fitOf(
        sheets,
        known.map(({ mapping }) => mapping),
        reports[0].quarter,
      )
      const at = fit ?? { sheet: 0, headings: headingsGuessed(sheets[0]!.cells) }
      const like = fit ? known[fit.mapping] : known[0]
      const draft = draftOf(sheets[at.sheet]!, at, like?.mapping ?? null, reports[0].definition)
      const report = nameOfReport(reports[0])
      const kept: KeptSheets = { personId: person.id, report, sheets, draft, known: like?.id ?? null, tried: null }
      const name = randomBytes(24).toString('base64url')
      desk.keep(name, kept)
      if (!fit || !like) return redirectTo(reply, addressOfKept(name))
      return desk.read(request, reply, { name, kept, reports }, like.mapping)
    })

    function showStart(
      request: FastifyRequest,
      reply: FastifyReply,
      sent: unknown,
      refused: RefusedUpload | OwnRefusal | null,
    ) {
      const person = personOf(request)
      const asked = reportAsked(sent)
      const named = readReportName(sent)
      const reports = loadOpenSubmissions(db, person, now())
      const remembered = person.partnerIds.flatMap((id) => mappingsOf(db, id))
      const shown = { chosen: named ? reportText(named) : '', refused, megabytes }
      const model = ownSheetPage(reports, remembered, shown, request.words)
      const offered = model.reports.map(({ value }) => value)
      return page(request, reply, 'submissions/own-sheet/start', model, notAmong('report', asked, offered))
    }
  }
}

/** The sheets of a file that may be read as somebody's own: counts, and not too many of them. */
async function sentOwn(
  request: FastifyRequest,
): Promise<{ sheets: ReadSheet[] } | { refused: RefusedUpload | OwnRefusal }> {
  const sent = await sentSheets(request)
  if ('refused' in sent) return { refused: sent }
  const people = sheetOfPeople(sent.sheets)
  if (people) return { refused: because('personal-records', people.name) }
  const sheets = sent.sheets.filter(({ cells }) => cells.length >= 2)
  if (sheets.length === 0) return { refused: 'no-table' }
  return countOfCells(sheets) > MOST_KEPT_CELLS ? { refused: 'too-many-cells' } : { sheets }
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { StillProtecting } from '../dashboards/donor-view/donor-view.ts'
import { noAnswerFor } from '../dashboards/no-answer.ts'
import { loadFiguresAsked } from '../dashboards/programs/load.ts'
import { figuresVersion } from '../dashboards/version-load.ts'
import { byId } from '../forms/params.ts'
import { historiesAsAt } from '../indicators/store.ts'
import { prospectFor } from '../releases/prospective/begin-protecting.ts'
import { loadSubmission } from '../submissions/load.ts'
import { LOOK_AGAIN } from '../threads/jobs.ts'
import type { App, AppContext, Routes } from '../web/context.ts'
import { answerNotShown } from '../web/faults/not-shown.ts'
import { personOf } from '../web/guard.ts'
import { formatOf } from '../web/machine/negotiate.ts'
import { isKnown } from '../web/machine/send-answer.ts'
import { orNotFound } from '../web/not-found.ts'
import { columnsIn, linked, routeFor, sendRows } from './answer-routes.ts'
import { ENDPOINTS, formatsOf } from './endpoints.ts'
import { figuresHead } from './figures/answer.ts'
import { figureRows } from './figures/row.ts'
import { indicatorRowOf } from './lists/indicators.ts'
import { pageAfter } from './lists/list.ts'
import { slotKey, slotsAsked, submissionDocumentOf, submissionRowOf } from './lists/submissions.ts'
import { loadSubmissionsAsked } from './lists/submissions-load.ts'
import { releaseRoutesForPrograms } from './releases/routes.ts'

/** What programs read, with a token. */
export const apiRoutes: Routes = async (app, context) => {
  /** What answers are made of besides reports, which have a version of their own. */
  const version = figuresVersion(context.db)
  releaseRoutesForPrograms(app, context)
  figureRoutes(app, context, version)
  listRoutes(app, context, version)
}

function figureRoutes(app: App, context: AppContext, version: () => string): void {
  const { db, now } = context
  const { figures } = ENDPOINTS

  app.get(figures.path, routeFor(figures), (request, reply) => {
    const { query, words } = request
    const format = formatOf(request, query.format, formatsOf(figures))
    // What a donor would see rests on reports too.
    if (isKnown(request, reply, format, query.donor ? db.dataVersion() : version())) return reply.code(304).send()
    const prospects = (donor: string, asAt: number | null) => prospectFor(context, donor, asAt)
    try {
      const asked = orNotFound(loadFiguresAsked({ db, words, now: now(), prospects }, query))
      const by = (query.breakdown ?? []).map((code) => `categories.${code}`)
      const columns = columnsIn(figures).flatMap((column) => (column === 'categories' ? by : [column]))
      return sendRows(reply, format, {
        name: 'figures',
        head: figuresHead(asked),
        rows: figureRows(asked.answer),
        columns,
      })
    } catch (error) {
      return refuseFigures(error, request, reply)
    }
  })
}

/** A question that has no answer, or none yet, is told why as pages tell it. @throws whatever else went wrong */
function refuseFigures(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { words, url } = request
  if (error instanceof StillProtecting) {
    const sentence = words.t('charts:seen.waiting', { donor: words.of(error.donor) })
    const reasons = [{ parameter: 'donor', why: 'protecting', sentence }]
    return answerNotShown(request, reply.header('retry-after', LOOK_AGAIN), 503, reasons)
  }
  const refused = noAnswerFor(error, { path: url, query: {} }, words)
  if (!refused) throw error
  return answerNotShown(request, reply, refused.status, refused.reasons)
}

function listRoutes(app: App, { db, now }: AppContext, version: () => string): void {
  const { indicators, submissions, submission } = ENDPOINTS

  app.get(indicators.path, routeFor(indicators), (request, reply) => {
    const format = formatOf(request, request.query.format, formatsOf(indicators))
    if (isKnown(request, reply, format, version())) return reply.code(304).send()
    const rows = historiesAsAt(db, now()).map(indicatorRowOf)
    return sendRows(reply, format, { name: 'indicators', rows, columns: columnsIn(indicators) })
  })

  app.get(submissions.path, routeFor(submissions), (request, reply) => {
    const { query } = request
    const format = formatOf(request, query.format, formatsOf(submissions))
    if (isKnown(request, reply, format, version())) return reply.code(304).send()
    const board = loadSubmissionsAsked(db, personOf(request), query, now())
    const page = pageAfter(slotsAsked(board, query), slotKey, query)
    const rows = page.rows.map((slot) => submissionRowOf(slot, board))
    return sendRows(linked(request, reply, page), format, {
      name: 'submissions',
      rows,
      columns: columnsIn(submissions),
    })
  })

  const one = routeFor(submission)
  app.get(submission.path, { ...one, schema: { ...one.schema, params: byId } }, (request, reply) => {
    const format = formatOf(request, undefined, formatsOf(submission))
    if (isKnown(request, reply, format, version())) return reply.code(304).send()
    return submissionDocumentOf(orNotFound(loadSubmission(db, personOf(request), request.params.id, now())))
  })
}

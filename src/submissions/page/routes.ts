import type { FastifyReply, FastifyRequest } from 'fastify'
import { notAmong } from '../../forms/asked.ts'
import { byId } from '../../forms/params.ts'
import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { NotFound, orNotFound } from '../../web/not-found.ts'
import { redirectTo } from '../../web/redirect.ts'
import { page } from '../../web/render.ts'
import { sectionsOf } from '../entry-form/definition.ts'
import { unsavedOutcome } from '../entry-form/unsaved-routes.ts'
import { namedSubmission, startQuery, submissionPageQuery, valuesQuery } from '../form.ts'
import { loadHistory, loadNamed, loadPageState, loadSubmission } from '../load.ts'
import type { LoadedSubmission, StoredSubmission } from '../page-state.ts'
import { commentName, readComment } from '../talk/form.ts'
import { type ShownTalk, WHOLE_REPORT } from '../talk/talk-page.ts'
import { addressOf } from './address.ts'
import { type FormOutcome, submissionPage } from './page.ts'
import { printPage } from './print-page.ts'
import { isNeverDue } from './standing.ts'
import { valuesPage } from './values-page.ts'

/** The page of one submission: of one that is stored, or of one that is due and has not been begun. */
export const pageRoutes: Routes = async (app, { db }) => {
  const start = { config: { may: 'submission.enter' }, schema: { querystring: startQuery } } as const
  app.get('/submissions/start', start, (request, reply) => {
    const loaded = submissionNamed(request, request.query.named)
    const { component } = request.query
    const { stored, quarter, partner, place } = loaded
    if (stored) return redirectTo(reply, addressOf({ id: stored.id, quarter }, partner.slug, place.slug, component))
    const status = isNeverDue(loaded) ? 404 : 200
    return showSubmission(request, reply, loaded, status, { section: component })
  })

  const see = { config: { may: 'submission.see' }, schema: { params: byId, querystring: submissionPageQuery } } as const
  app.get('/submissions/:id', see, (request, reply) => {
    const loaded = submissionAt(request, request.params.id)
    const { component, talk } = request.query
    return showSubmission(request, reply, loaded, 200, { section: component, ...shownTalk(request, loaded, talk) })
  })

  app.get('/submissions/:id/print', { config: see.config, schema: { params: byId } }, (request, reply) => {
    const state = loadPageState(db, submissionAt(request, request.params.id))
    return page(request, reply, 'submissions/print', printPage(state, request.words))
  })

  const values = { config: { may: 'submission.see' }, schema: { params: byId, querystring: valuesQuery } } as const
  app.get('/submissions/:id/history', values, (request, reply) => {
    const loaded = submissionAt(request, request.params.id)
    const history = loadHistory(db, loaded)
    const notThere = notAmong('indicator', request.query.indicator, codesIn(loaded))
    const model = valuesPage(loaded, history, request.query, request.words)
    return page(request, reply, 'submissions/values', model, notThere)
  })
}

function codesIn({ definition }: LoadedSubmission): string[] {
  return definition.rows.map(({ indicator }) => indicator.code)
}

/** The thread an address opens, with what came back to it. */
function shownTalk(request: FastifyRequest, { stored }: StoredSubmission, talk: string | undefined): ShownTalk {
  if (talk === undefined) return {}
  const indicator = talk === WHOLE_REPORT ? '' : talk
  const sent = request.server.context.returned.at(request, commentName(stored.id, indicator))
  if (!sent) return { talk }
  const { text, problem, asks } = readComment(sent)
  return problem ? { talk, said: { indicator, text, problem, asks } } : { talk }
}

/**
 * The submission of an address, if it is this person's to see.
 * @throws NotFound
 */
export function submissionAt(request: FastifyRequest, id: number): StoredSubmission {
  const { db, now } = request.server.context
  return orNotFound(loadSubmission(db, personOf(request), id, now()))
}

/**
 * What is named by partner, place and quarter, if it is this person's own and anything is due in it; of a quarter in which the project is
 * not at work, if it ever is.
 * @throws NotFound
 */
export function submissionNamed(request: FastifyRequest, named: unknown): LoadedSubmission {
  const { db, now } = request.server.context
  const read = namedSubmission.safeParse(named)
  if (!read.success) throw new NotFound('not a submission')
  return orNotFound(loadNamed(db, personOf(request), read.data, now()))
}

export function showSubmission(
  request: FastifyRequest,
  reply: FastifyReply,
  loaded: LoadedSubmission,
  status: number,
  shown: FormOutcome,
): FastifyReply {
  const state = loadPageState(request.server.context.db, loaded)
  const outcome = { ...unsavedOutcome(request, loaded), ...shown }
  const notThere = [
    ...notAmong('component', shown.section, sectionsOf(loaded.definition)),
    ...notAmong('talk', shown.talk, [WHOLE_REPORT, ...codesIn(loaded)]),
  ]
  const model = submissionPage(state, outcome, request.words)
  return page(request, reply.code(status), 'submissions/submission', model, notThere)
}

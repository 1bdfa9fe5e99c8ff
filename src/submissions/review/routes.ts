import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inAddress, notAmong } from '../../forms/asked.ts'
import { byId } from '../../forms/params.ts'
import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { redirectTo } from '../../web/redirect.ts'
import { page, redirectWithNotice } from '../../web/render.ts'
import { type ActionContext, refusal } from '../action.ts'
import { readVersion } from '../form.ts'
import { loadPageState } from '../load.ts'
import { namedInWords } from '../page/heading.ts'
import { showSubmission, submissionAt } from '../page/routes.ts'
import type { StoredSubmission } from '../page-state.ts'
import { nextAfter } from '../waiting/queue.ts'
import { waitingSubmissions } from '../waiting/store.ts'
import { approve } from './approve.ts'
import { emptyReturn, hasProblem, type ReturnForm, readReturn, writtenAgain } from './reasons-form.ts'
import { type ReturnShown, returnPage, SENDING_BACK, type SendingBack } from './reasons-page.ts'
import { sendSubmissionBack } from './send-back.ts'

/** What a manager does with what was handed in. */
export const reviewRoutes: Routes = async (app, { db }) => {
  const review = { config: { may: 'submission.review' }, schema: { params: byId } } as const

  app.post('/submissions/:id/approval', review, (request, reply) => {
    const loaded = submissionAt(request, request.params.id)
    const goOn = onToNext(request, reply, loaded, 'submissions:approved')
    const outcome = approve(db, contextOf(request, loaded, readVersion(request.body)), request.params.id)
    return 'done' in outcome ? goOn() : showSubmission(request, reply, loaded, 409, outcome)
  })

  const reasons = { ...review, schema: { params: byId, querystring: rowQuery } } as const
  app.get('/submissions/:id/return', reasons, (request, reply) =>
    askForReasons(request, reply, submissionAt(request, request.params.id), 'return', request.query.row),
  )
  app.post('/submissions/:id/return', review, (request, reply) =>
    sendBack(request, reply, submissionAt(request, request.params.id), 'return'),
  )
  app.get('/submissions/:id/reopening', reasons, (request, reply) =>
    askForReasons(request, reply, submissionAt(request, request.params.id), 'reopen', request.query.row),
  )
  app.post('/submissions/:id/reopening', review, (request, reply) =>
    sendBack(request, reply, submissionAt(request, request.params.id), 'reopen'),
  )
}

/** The indicator whose reason is to be written. */
const rowQuery = inAddress({ row: z.string().max(20).optional() })

/** Without a reason, or with one that may name a person, the form comes back as typed, at an address that opens again. */
function sendBack(
  request: FastifyRequest,
  reply: FastifyReply,
  loaded: StoredSubmission,
  sending: SendingBack,
): FastifyReply {
  const { db, returned } = request.server.context
  const { id } = loaded.stored
  const written = readReturn(request.body, loaded.definition)
  const { whole, rows } = written
  const refused = refusal(sending, loaded.standing)
  if (!refused && hasProblem(written)) {
    returned.give(request, reasonsName(id), writtenAgain(written))
    return redirectTo(reply, `/submissions/${id}/${SENDING_BACK[sending]}#problems`)
  }
  const reason = { reason: whole.text, keptOnWord: [whole, ...rows].some((one) => one.keptOnWord), rows }
  const context = contextOf(request, loaded, written.version)
  const goOn =
    sending === 'return'
      ? onToNext(request, reply, loaded, 'submissions:returned')
      : () => redirectWithNotice(reply, `/submissions/${id}`, 'submissions:reopened')
  const outcome = refused ? { refused } : sendSubmissionBack(db, context, id, sending, reason)
  if (!('done' in outcome)) {
    returned.give(request, reasonsName(id), writtenAgain(written))
    return showReasons(request, reply.code(409), loaded, sending, { written, outcome })
  }
  returned.forget(request, reasonsName(id))
  return goOn()
}

/** The form, with what was written into it and could not be taken. */
function askForReasons(
  request: FastifyRequest,
  reply: FastifyReply,
  loaded: StoredSubmission,
  sending: SendingBack,
  row: string | undefined,
): FastifyReply {
  const { id, version } = loaded.stored
  const sent = request.server.context.returned.at(request, reasonsName(id))
  const refused = refusal(sending, loaded.standing)
  if (refused && !sent) return redirectTo(reply, `/submissions/${id}`)
  const written: ReturnForm = sent ? readReturn(sent, loaded.definition) : emptyReturn(version)
  return showReasons(request, reply, loaded, sending, { written, row, ...(refused && { outcome: { refused } }) })
}

function showReasons(
  request: FastifyRequest,
  reply: FastifyReply,
  loaded: StoredSubmission,
  sending: SendingBack,
  shown: ReturnShown,
): FastifyReply {
  const state = { ...loadPageState(request.server.context.db, loaded), stored: loaded.stored }
  const codes = loaded.definition.rows.map(({ indicator }) => indicator.code)
  const notThere = notAmong('row', shown.row, codes)
  return page(request, reply, 'submissions/review/return', returnPage(state, sending, shown, request.words), notThere)
}

/** What waits to be shown again of reasons that could not be taken. */
function reasonsName(id: number): string {
  return `reasons ${id}`
}

function contextOf(request: FastifyRequest, { now }: StoredSubmission, version: number): ActionContext {
  return { by: personOf(request), now, version }
}

/** Whoever has decided one goes on to the next that waits, and past the last one back to their list. Asked before it is decided. */
function onToNext(
  request: FastifyRequest,
  reply: FastifyReply,
  loaded: StoredSubmission,
  done: 'submissions:approved' | 'submissions:returned',
): () => FastifyReply {
  const next = nextAfter(waitingSubmissions(request.server.context.db), loaded.stored.id)
  const what = namedInWords(loaded, request.words)
  return () => redirectWithNotice(reply, `/submissions/${next ?? 'waiting'}`, done, { what })
}

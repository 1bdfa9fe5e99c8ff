import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { page, redirectWithNotice } from '../../web/render.ts'
import { loadSubmission } from '../load.ts'
import { namedInWords } from '../page/heading.ts'
import { approveUndoubted } from './approve-undoubted.ts'
import { pageQuery, readChosen } from './form.ts'
import { loadWaiting } from './load.ts'
import { type ApprovalModel, approvalPage, waitingPage } from './page.ts'

/** What waits for approval as one list, and approving together what nothing is doubtful about. */
export const waitingRoutes: Routes = async (app, { db, now }) => {
  const review = { config: { may: 'submission.review' }, schema: { querystring: pageQuery } } as const

  app.get('/submissions/waiting', review, (request, reply) => {
    const state = loadWaiting(db, personOf(request), request.query.page, now())
    return page(request, reply, 'submissions/waiting/waiting', waitingPage(state, request.words))
  })

  app.get('/submissions/waiting/approval', review, (request, reply) => {
    const state = loadWaiting(db, personOf(request), request.query.page, now())
    return page(request, reply, 'submissions/waiting/approval', approvalPage(state, request.words))
  })

  app.post('/submissions/waiting/approval', { config: { may: 'submission.review' } }, (request, reply) => {
    const { typed, chosen, page: nth } = readChosen(request.body)
    if (chosen.length === 0) return askAgain(request, reply, 422, nth, { problem: 'none-ticked', chosen: typed })
    const { approved, left } = approveUndoubted(db, personOf(request), chosen, now())
    if (approved.length === 0) return askAgain(request, reply, 409, nth, { problem: 'all-changed' })
    const names = left.flatMap((id) => nameOf(request, id) ?? [])
    if (names.length === 0) {
      return redirectWithNotice(reply, '/submissions/waiting', 'submissions:waiting.done', { count: approved.length })
    }
    return redirectWithNotice(reply, '/submissions/waiting', 'submissions:waiting.done-but', {
      count: approved.length,
      left: names.slice(0, MOST_NAMED).join('; ') + (names.length > MOST_NAMED ? '; …' : ''),
    })
  })
}

/** What was left still stands in the list, so a few of many are named. */
const MOST_NAMED = 5

function askAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  nth: number,
  shown: { problem: ApprovalModel['problem']; chosen?: readonly string[] },
): FastifyReply {
  const { db, now } = request.server.context
  const state = loadWaiting(db, personOf(request), nth, now())
  return page(request, reply.code(status), 'submissions/waiting/approval', approvalPage(state, request.words, shown))
}

/** Null for what never was. */
function nameOf(request: FastifyRequest, id: number): string | null {
  const { db, now } = request.server.context
  const loaded = loadSubmission(db, personOf(request), id, now())
  return loaded && namedInWords(loaded, request.words)
}

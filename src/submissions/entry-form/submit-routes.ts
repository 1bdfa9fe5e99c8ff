import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../../db/connection.ts'
import { personOf } from '../../web/guard.ts'
import { redirectTo } from '../../web/redirect.ts'
import { page, redirectWithNotice } from '../../web/render.ts'
import { refusal } from '../action.ts'
import { loadBeside } from '../checks/beside-load.ts'
import { answeredDoubts, NO_ANSWERS, type SentDoubts } from '../checks/confirming/confirm-form.ts'
import { confirmPage } from '../checks/confirming/confirm-page.ts'
import { submissionDoubts } from '../checks/findings-page.ts'
import { hardFindings } from '../checks/hard.ts'
import { loadPrevious } from '../load.ts'
import { showSubmission } from '../page/routes.ts'
import type { LoadedSubmission, StoredSubmission } from '../page-state.ts'
import { submit } from '../submit.ts'

/**
 * Hands in what is saved: not while something is missing or wrong, and not before doubts have been stood by. What stands
 * in the way is shown at an address of its own, which can be opened again.
 */
export function submitForm(
  request: FastifyRequest,
  reply: FastifyReply,
  loaded: LoadedSubmission,
  sent: { version: number } & SentDoubts,
): FastifyReply {
  const { db } = request.server.context
  const { stored, standing, now } = loaded
  const refused = refusal('submit', standing)
  if (refused || !stored) return showSubmission(request, reply, loaded, 409, { refused: refused ?? 'nothing-entered' })
  if (sent.version !== stored.version) return showSubmission(request, reply, loaded, 409, { stale: true })
  const { problems, doubts } = inTheWay(db, loaded)
  const answered = answeredDoubts(doubts, sent)
  const isAnswered = answered.some(({ problem }) => problem !== 'not-asked')
  if (problems.length > 0 || (answered.length > 0 && !isAnswered))
    return redirectTo(reply, `/submissions/${stored.id}/handing-in`)
  if (answered.some(({ problem }) => problem)) {
    const model = confirmPage({ ...loaded, stored }, answered, request.words)
    return page(request, reply.code(422), 'submissions/entry-form/confirm', model)
  }
  const context = { by: personOf(request), now, version: stored.version }
  const outcome = submit(db, context, stored.id, answered)
  if ('done' in outcome) return redirectWithNotice(reply, `/submissions/${stored.id}`, 'submissions:handed-in')
  return showSubmission(request, reply, loaded, 409, outcome)
}

/** What stands in the way of handing in, as it is now: what is missing or wrong, or else what is asked about once. */
export function showHandingIn(request: FastifyRequest, reply: FastifyReply, loaded: StoredSubmission): FastifyReply {
  const { stored, standing } = loaded
  if (refusal('submit', standing)) return redirectTo(reply, `/submissions/${stored.id}`)
  const { problems, doubts } = inTheWay(request.server.context.db, loaded)
  if (problems.length > 0) return showSubmission(request, reply, loaded, 200, { problems })
  const answered = answeredDoubts(doubts, NO_ANSWERS)
  return page(request, reply, 'submissions/entry-form/confirm', confirmPage(loaded, answered, request.words))
}

function inTheWay(db: Db, loaded: LoadedSubmission) {
  const problems = hardFindings(loaded.definition, loaded.entries)
  return {
    problems,
    doubts: problems.length > 0 ? [] : submissionDoubts(loaded, loadBeside(db, loaded, loadPrevious(db, loaded))),
  }
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { personOf } from '../../web/guard.ts'
import { page, redirectWithNotice } from '../../web/render.ts'
import { refusal } from '../action.ts'
import { confirmPage } from '../checks/confirm-page.ts'
import { findingId } from '../checks/finding.ts'
import { submissionDoubts } from '../checks/findings-page.ts'
import { hardFindings } from '../checks/hard.ts'
import { loadPrevious } from '../load.ts'
import { showSubmission } from '../page/routes.ts'
import type { LoadedSubmission } from '../page-state.ts'
import { submit } from '../submit.ts'

/** Hands in what is saved: not while something is missing or wrong, and not before doubts have been stood by. */
export function submitForm(
  request: FastifyRequest,
  reply: FastifyReply,
  loaded: LoadedSubmission,
  sent: { version: number; confirmed: readonly string[] },
): FastifyReply {
  const { db } = request.server.context
  const { stored, definition, entries, standing, now } = loaded
  const refused = refusal('submit', standing)
  if (refused || !stored) return showSubmission(request, reply, loaded, 409, { refused: refused ?? 'nothing-entered' })
  if (sent.version !== stored.version) return showSubmission(request, reply, loaded, 409, { stale: true })
  const problems = hardFindings(definition, entries)
  if (problems.length > 0) return showSubmission(request, reply, loaded, 422, { problems })
  const doubts = submissionDoubts(loaded, loadPrevious(db, loaded))
  if (doubts.some((doubt) => !sent.confirmed.includes(findingId(doubt)))) {
    const model = confirmPage({ ...loaded, stored }, doubts, request.words)
    return page(request, reply, 'submissions/entry-form/confirm', model)
  }
  const context = { by: personOf(request), now, version: stored.version }
  const outcome = submit(db, context, stored.id, doubts.map(findingId))
  if ('done' in outcome) return redirectWithNotice(reply, `/submissions/${stored.id}`, 'submissions:handed-in')
  return showSubmission(request, reply, loaded, 409, outcome)
}

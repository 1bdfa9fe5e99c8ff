import type { FastifyReply, FastifyRequest } from 'fastify'
import { personOf } from '../../web/guard.ts'
import { redirectTo } from '../../web/redirect.ts'
import { page, redirectWithNotice } from '../../web/render.ts'
import { refusal } from '../action.ts'
import { loadBeside } from '../checks/beside-load.ts'
import { answeredDoubts, NO_ANSWERS, type SentDoubts } from '../checks/confirming/confirm-form.ts'
import { confirmPage } from '../checks/confirming/confirm-page.ts'
import { submissionDoubts } from '../checks/findings-page.ts'
import { readPosted } from '../entry-form/form.ts'
import { unsavedName } from '../entry-form/unsaved-form.ts'
import { problemsOf, unsavedFormOf } from '../entry-form/unsaved-routes.ts'
import { loadPrevious } from '../load.ts'
import { showSubmission } from '../page/routes.ts'
import type { LoadedSubmission, StoredSubmission } from '../page-state.ts'
import { submit } from './submit.ts'

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
  const here = `/submissions/${stored.id}/handing-in`
  const { problems, doubts } = inTheWay(request, { ...loaded, stored })
  const answered = answeredDoubts(doubts, sent)
  const isAnswered = answered.some(({ problem }) => problem !== 'not-asked')
  if (problems.length > 0 || (answered.length > 0 && !isAnswered)) return redirectTo(reply, here)
  const { returned } = request.server.context
  if (answered.some(({ problem }) => problem)) {
    const { confirmed, note, keep } = sent
    returned.give(request, notesName(stored.id), { version: String(sent.version), confirmed, note, keep })
    return redirectTo(reply, here)
  }
  const context = { by: personOf(request), now, version: stored.version }
  const outcome = submit(db, context, stored.id, answered)
  if (!('done' in outcome)) return showSubmission(request, reply, loaded, 409, outcome)
  for (const name of [notesName(stored.id), unsavedName(loaded)]) returned.forget(request, name)
  return redirectWithNotice(reply, `/submissions/${stored.id}`, 'submissions:handed-in')
}

/** What is said of doubts and could not be taken as it was. */
function notesName(id: number): string {
  return `notes ${id}`
}

/** What stands in the way of handing in, as it is now: what is missing or wrong, or else what is asked about once. */
export function showHandingIn(
  request: FastifyRequest,
  reply: FastifyReply,
  loaded: StoredSubmission,
  section: string | undefined,
): FastifyReply {
  const { stored, standing } = loaded
  if (refusal('submit', standing)) return redirectTo(reply, `/submissions/${stored.id}`)
  const unsaved = unsavedFormOf(request, loaded)
  if (unsaved && unsaved.differing.length > 0) return redirectTo(reply, `/submissions/${stored.id}/differences`)
  const { problems, doubts } = inTheWay(request, loaded)
  if (problems.length > 0) return showSubmission(request, reply, loaded, 200, { problems, section, handingIn: true })
  const sent = request.server.context.returned.at(request, notesName(stored.id))
  const notes = sent && readPosted(sent, request.words.language)
  const answered = answeredDoubts(doubts, notes?.version === stored.version ? notes : NO_ANSWERS)
  return page(request, reply, 'submissions/entry-form/confirm', confirmPage(loaded, answered, request.words))
}

function inTheWay(request: FastifyRequest, loaded: StoredSubmission) {
  const { db } = request.server.context
  const problems = problemsOf(loaded, unsavedFormOf(request, loaded))
  return {
    problems,
    doubts: problems.length > 0 ? [] : submissionDoubts(loaded, loadBeside(db, loaded, loadPrevious(db, loaded))),
  }
}

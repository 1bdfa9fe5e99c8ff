import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../../db/connection.ts'
import { byId } from '../../forms/params.ts'
import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { redirectTo } from '../../web/redirect.ts'
import { redirectWithNotice } from '../../web/render.ts'
import { type ActionContext, type Outcome, refusal } from '../action.ts'
import type { Reason } from '../change-state.ts'
import type { WordsForm } from '../form.ts'
import { namedInWords } from '../page/heading.ts'
import { showSubmission, submissionAt } from '../page/routes.ts'
import type { LoadedSubmission, StoredSubmission } from '../page-state.ts'
import { nextAfter } from '../waiting/queue.ts'
import { waitingSubmissions } from '../waiting/store.ts'
import { addComment } from './add-comment.ts'
import { approve } from './approve.ts'
import { readReview, wordsName } from './form.ts'
import { reopenSubmission } from './reopen.ts'
import { returnSubmission } from './return.ts'

/** What a manager does with what was handed in, and what both sides say about it. */
export const reviewRoutes: Routes = async (app, { db }) => {
  const review = { config: { may: 'submission.review' }, schema: { params: byId } } as const

  app.post('/submissions/:id/return', review, (request, reply) => {
    const loaded = submissionAt(request, request.params.id)
    const goOn = onToNext(request, reply, loaded, 'submissions:returned')
    return actWithReason(request, reply, loaded, 'return', returnSubmission, goOn)
  })

  app.post('/submissions/:id/reopening', review, (request, reply) => {
    const loaded = submissionAt(request, request.params.id)
    const goOn = () => redirectWithNotice(reply, `/submissions/${loaded.stored.id}`, 'submissions:reopened')
    return actWithReason(request, reply, loaded, 'reopen', reopenSubmission, goOn)
  })

  app.post('/submissions/:id/approval', review, (request, reply) => {
    const loaded = submissionAt(request, request.params.id)
    const goOn = onToNext(request, reply, loaded, 'submissions:approved')
    const { version } = readReview(request.body)
    const outcome = approve(db, contextOf(request, loaded, version), request.params.id)
    return answer(request, reply, loaded, outcome, goOn)
  })

  const comment = { config: { may: 'submission.comment' }, schema: { params: byId } } as const
  app.post('/submissions/:id/comments', comment, (request, reply) => {
    const loaded = submissionAt(request, request.params.id)
    const { text, keptOnWord, problem, indicator } = readReview(request.body)
    if (problem) return askForWordsAgain(request, reply, loaded, 'comment')
    const row = loaded.definition.rows.find((one) => one.indicator.code === indicator)
    const written = { text, indicatorId: row?.indicator.id ?? null, keptOnWord }
    const outcome = addComment(db, { by: personOf(request), now: loaded.now }, request.params.id, written)
    return answer(request, reply, loaded, outcome, () =>
      redirectWithNotice(reply, `/submissions/${loaded.stored.id}#comments`, 'submissions:commented'),
    )
  })
}

/** Without a reason, or with one that may name a person, the form comes back as typed. */
function actWithReason(
  request: FastifyRequest,
  reply: FastifyReply,
  loaded: StoredSubmission,
  action: 'return' | 'reopen',
  act: (db: Db, context: ActionContext, id: number, reason: Reason) => Outcome,
  goOn: () => FastifyReply,
) {
  const refused = refusal(action, loaded.standing)
  if (refused) return showSubmission(request, reply, loaded, 409, { refused })
  const { text, keptOnWord, problem, version } = readReview(request.body)
  if (problem) return askForWordsAgain(request, reply, loaded, action)
  const context = contextOf(request, loaded, version)
  const outcome = act(request.server.context.db, context, loaded.stored.id, { reason: text, keptOnWord })
  return answer(request, reply, loaded, outcome, goOn)
}

/** What was written comes back with the page, at an address that says which form it stands in. */
function askForWordsAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  { stored }: StoredSubmission,
  form: WordsForm,
): FastifyReply {
  const { text, indicator } = readReview(request.body)
  request.server.context.returned.give(request, wordsName(stored.id), { text, indicator })
  return redirectTo(reply, `/submissions/${stored.id}?words=${form}#form-${form}`)
}

function contextOf(request: FastifyRequest, { now }: LoadedSubmission, version: number): ActionContext {
  return { by: personOf(request), now, version }
}

/** Whoever has decided one goes on to the next that waits, and past the last one back to their list. */
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

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  loaded: LoadedSubmission,
  outcome: Outcome,
  goOn: () => FastifyReply,
) {
  return 'done' in outcome ? goOn() : showSubmission(request, reply, loaded, 409, outcome)
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Key } from '../../language/words.ts'
import type { Routes } from '../../web/context.ts'
import { redirectWithNotice, showError } from '../../web/render.ts'
import { type Body, readWords } from '../entry-form/form.ts'
import type { Folder, Shown } from '../page.ts'
import { folderAsked, showSubmission } from '../routes.ts'
import {
  addComment,
  approveSubmission,
  type Hand,
  type Outcome,
  reopenSubmission,
  returnSubmission,
} from '../store-deeds.ts'
import { type Deed, refusal } from '../submission.ts'

/** What a manager does with what was handed in, and what both sides say about it. */
export const reviewRoutes: Routes = async (app, context) => {
  const { db } = context
  const review = { config: { may: 'submission.review' } } as const

  app.post('/submissions/:id/return', review, (request, reply) =>
    inWords(request, reply, 'return', 'submissions:returned', (hand, id, said) => returnSubmission(db, hand, id, said)),
  )

  app.post('/submissions/:id/reopening', review, (request, reply) =>
    inWords(request, reply, 'reopen', 'submissions:reopened', (hand, id, said) => reopenSubmission(db, hand, id, said)),
  )

  app.post('/submissions/:id/approval', review, (request, reply) => {
    const folder = folderAsked(request, context)
    if (!folder) return showError(request, reply, 404)
    const hand = handOf(folder, (request.body ?? {}) as Body)
    const outcome = approveSubmission(db, hand, folder.subject.stored!.id)
    return after(request, reply, folder, outcome, 'submissions:approved', {})
  })

  app.post('/submissions/:id/comments', { config: { may: 'submission.comment' } }, (request, reply) => {
    const folder = folderAsked(request, context)
    if (!folder) return showError(request, reply, 404)
    const body = (request.body ?? {}) as Body
    const { text, keptOnWord, problem } = readWords(body)
    const code = String(body.indicator ?? '')
    const said = { form: 'comment', text, indicator: code } as const
    if (problem) return showSubmission(request, reply, folder, 422, { said: { ...said, problem } })
    const indicatorId = folder.sheet.rows.find((row) => row.indicator.code === code)?.indicator.id ?? null
    const hand = { by: folder.person, now: folder.now }
    const outcome = addComment(db, hand, folder.subject.stored!.id, { text, indicatorId, keptOnWord })
    return after(request, reply, folder, outcome, 'submissions:commented', {}, '#comments')
  })

  /** A deed with a reason: without one, or with one that may name a person, the form comes back as typed. */
  function inWords(
    request: FastifyRequest,
    reply: FastifyReply,
    form: 'return' | 'reopen',
    done: Key,
    act: (hand: Hand, id: number, said: { reason: string; keptOnWord: boolean }) => Outcome,
  ) {
    const folder = folderAsked(request, context)
    if (!folder) return showError(request, reply, 404)
    const body = (request.body ?? {}) as Body
    const refused = refusal(form satisfies Deed, folder.standing)
    if (refused) return showSubmission(request, reply, folder, 409, { refused })
    const { text, keptOnWord, problem } = readWords(body)
    if (problem) return showSubmission(request, reply, folder, 422, { said: { form, text, problem } })
    const outcome = act(handOf(folder, body), folder.subject.stored!.id, { reason: text, keptOnWord })
    return after(request, reply, folder, outcome, done, {})
  }

  function after(
    request: FastifyRequest,
    reply: FastifyReply,
    folder: Folder,
    outcome: Outcome,
    done: Key,
    shown: Shown,
    anchor = '',
  ) {
    if ('done' in outcome) return redirectWithNotice(request, reply, `/submissions/${outcome.id}${anchor}`, done)
    const why = 'refused' in outcome ? { refused: outcome.refused } : { stale: true }
    return showSubmission(request, reply, folder, 409, { ...shown, ...why })
  }
}

function handOf(folder: Folder, body: Body): Hand {
  const version = Number(body.version)
  return { by: folder.person, now: folder.now, version: Number.isSafeInteger(version) ? version : 0 }
}

import { byId } from '../../forms/params.ts'
import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { redirectTo } from '../../web/redirect.ts'
import { redirectWithNotice } from '../../web/render.ts'
import { showSubmission, submissionAt } from '../page/routes.ts'
import { addComment } from './add-comment.ts'
import { commentName, readComment } from './form.ts'
import { threadAddress } from './talk-page.ts'

/** What both sides say about a report, or about one indicator of it. */
export const talkRoutes: Routes = async (app, { db, returned }) => {
  const comment = { config: { may: 'submission.comment' }, schema: { params: byId } } as const
  app.post('/submissions/:id/comments', comment, (request, reply) => {
    const loaded = submissionAt(request, request.params.id)
    const { id } = loaded.stored
    const { text, keptOnWord, problem, indicator, asks } = readComment(request.body)
    const row = loaded.definition.rows.find((one) => one.indicator.code === indicator)
    const code = row?.indicator.code ?? ''
    const here = threadAddress(loaded, code)
    if (problem) {
      returned.give(request, commentName(id, code), { text, indicator: code, asks: asks ? 'yes' : '' })
      return redirectTo(reply, here)
    }
    const written = { text, indicatorId: row?.indicator.id ?? null, asks, keptOnWord }
    const outcome = addComment(db, { by: personOf(request), now: loaded.now }, id, written)
    if (!('done' in outcome)) return showSubmission(request, reply, loaded, 409, outcome)
    returned.forget(request, commentName(id, code))
    return redirectWithNotice(reply, here, 'submissions:commented')
  })
}

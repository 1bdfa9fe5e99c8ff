import { byId } from '../../forms/params.ts'
import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { redirectWithNotice } from '../../web/render.ts'
import { screenQuery } from '../form.ts'
import { showHandingIn, submitForm } from '../handing-in/submit-routes.ts'
import { withdraw } from '../handing-in/withdraw.ts'
import { showSubmission, submissionAt, submissionNamed } from '../page/routes.ts'
import { holdsValues, readPosted } from './form.ts'
import { saveForm } from './save-routes.ts'
import { showDifferences } from './unsaved-routes.ts'

/** Entering values: beginning what is due, saving a draft, handing it in, and taking that back. */
export const entryFormRoutes: Routes = async (app, { db }) => {
  const enter = { config: { may: 'submission.enter' } } as const

  app.post('/submissions', enter, (request, reply) => {
    const posted = readPosted(request.body, request.words.language)
    return saveForm(request, reply, submissionNamed(request, request.body), posted)
  })

  app.post('/submissions/:id/entries', { ...enter, schema: { params: byId } }, (request, reply) => {
    const posted = readPosted(request.body, request.words.language)
    return saveForm(request, reply, submissionAt(request, request.params.id), posted)
  })

  const shown = { ...enter, schema: { params: byId, querystring: screenQuery } } as const
  app.get('/submissions/:id/handing-in', shown, (request, reply) =>
    showHandingIn(request, reply, submissionAt(request, request.params.id), request.query.component),
  )

  app.get('/submissions/:id/differences', { ...enter, schema: { params: byId } }, (request, reply) =>
    showDifferences(request, reply, submissionAt(request, request.params.id)),
  )

  app.post('/submissions/:id/handing-in', { ...enter, schema: { params: byId } }, (request, reply) => {
    const posted = readPosted(request.body, request.words.language)
    const loaded = submissionAt(request, request.params.id)
    return holdsValues(posted)
      ? saveForm(request, reply, loaded, { ...posted, after: 'hand-in' })
      : submitForm(request, reply, loaded, posted)
  })

  app.post('/submissions/:id/withdrawal', { ...enter, schema: { params: byId } }, (request, reply) => {
    const loaded = submissionAt(request, request.params.id)
    const { version } = readPosted(request.body, request.words.language)
    const outcome = withdraw(db, { by: personOf(request), now: loaded.now, version }, loaded.stored.id)
    if (!('done' in outcome)) return showSubmission(request, reply, loaded, 409, outcome)
    return redirectWithNotice(reply, `/submissions/${loaded.stored.id}`, 'submissions:withdrawn')
  })
}

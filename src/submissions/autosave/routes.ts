import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { forgetTyped } from '../entry-form/unsaved-routes.ts'
import { submissionNamed } from '../page/routes.ts'
import { lockedAnswer } from './answer.ts'
import { readTyped } from './cells-form.ts'
import { saveTyped } from './save-typed.ts'

/**
 * Values are saved while they are typed: a few fields at a time, of a submission by its name, whether it was begun or not. The
 * page's script reads the answer; without a script nothing is sent here.
 */
export const autosaveRoutes: Routes = async (app, { db }) => {
  app.post('/submissions/cells', { config: { may: 'submission.enter' } }, (request, reply) => {
    const { words, body } = request
    const typed = readTyped(body, words.language)
    const loaded = submissionNamed(request, body)
    const answer = saveTyped(db, personOf(request), loaded, typed, words)
    if (typeof answer !== 'string' && 'kept' in answer) forgetTyped(request, loaded, answer.kept)
    const isRefused = typeof answer === 'string'
    reply.header('cache-control', 'no-store').code(isRefused ? 409 : 200)
    return isRefused ? lockedAnswer(answer, words) : answer
  })
}

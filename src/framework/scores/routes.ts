import type { FastifyReply, FastifyRequest } from 'fastify'
import { isScored } from '../../indicators/results/result.ts'
import { resultScores, results } from '../../indicators/results/result-store.ts'
import { quartersSoFar } from '../../project/project.ts'
import { projectCard } from '../../project/store.ts'
import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { orNotFound } from '../../web/not-found.ts'
import { page, redirectWithNotice } from '../../web/render.ts'
import { readScore, type ScoreErrors, type TypedScore } from './form.ts'
import { scoresPage } from './page.ts'
import { scoreResult } from './score-result.ts'

/** How results did against what was expected, as a person says: what the logframe of reports shows. */
export const scoreRoutes: Routes = async (app, { db, now }) => {
  const config = { may: 'results.score' } as const

  app.get('/scores', { config }, (request, reply) => show(request, reply, null))

  app.post('/scores', { config }, (request, reply) => {
    const all = results(db)
    const codes = all.filter((one) => isScored(one, all)).map(({ code }) => code)
    const read = readScore(request.body, codes, span())
    if ('errors' in read) return show(request, reply.code(422), read)
    scoreResult(db, personOf(request), read.given, now())
    const { result, score } = read.given
    return redirectWithNotice(reply, '/scores', 'indicators:scores.done', { result, score })
  })

  function span() {
    return orNotFound(quartersSoFar(projectCard(db), now()))
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    returned: { typed: TypedScore; errors: ScoreErrors } | null,
  ) {
    const state = { results: results(db), scores: resultScores(db), span: span() }
    return page(request, reply, 'framework/scores', scoresPage(state, returned, request.words))
  }
}

import { notAmong } from '../../forms/asked.ts'
import { byId } from '../../forms/params.ts'
import type { Routes } from '../../web/context.ts'
import { page } from '../../web/render.ts'
import { submissionAt } from '../page/routes.ts'
import { comparisonQuery } from './form.ts'
import { loadCompared } from './load.ts'
import { comparedPage } from './page.ts'

/** A report beside last time's values and its own earlier versions. */
export const comparisonRoutes: Routes = async (app, { db }) => {
  const see = { config: { may: 'submission.see' }, schema: { params: byId, querystring: comparisonQuery } } as const
  app.get('/submissions/:id/comparison', see, (request, reply) => {
    const state = loadCompared(db, submissionAt(request, request.params.id), request.query.version)
    const known = state.earlier.map(({ version }) => String(version))
    const notThere = notAmong('version', request.query.version?.toString(), known)
    const model = comparedPage(state, request.query, request.words)
    return page(request, reply, 'submissions/compare/compare', model, notThere)
  })
}

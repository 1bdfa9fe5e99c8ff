import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { page } from '../../web/render.ts'
import { notThereOn } from './filters.ts'
import { boardQuery } from './form.ts'
import { loadBoard } from './load.ts'
import { boardPage } from './page.ts'

export const boardRoutes: Routes = async (app, { db, now }) => {
  const see = { config: { may: 'submission.see' }, schema: { querystring: boardQuery } } as const
  app.get('/submissions', see, (request, reply) => {
    const { query, words } = request
    const state = loadBoard(db, personOf(request), query, now())
    const model = boardPage(state, query, words)
    return page(request, reply, 'submissions/board/board', model, notThereOn(state, query, words))
  })
}

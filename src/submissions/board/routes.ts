import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { page } from '../../web/render.ts'
import { boardQuery } from './form.ts'
import { loadBoard } from './load.ts'
import { boardPage } from './page.ts'

export const boardRoutes: Routes = async (app, { db, now }) => {
  const see = { config: { may: 'submission.see' }, schema: { querystring: boardQuery } } as const

  app.get('/submissions', see, (request, reply) => {
    const state = loadBoard(db, personOf(request), request.query, now())
    return page(request, reply, 'submissions/board/board', boardPage(state, request.query, request.words))
  })
}

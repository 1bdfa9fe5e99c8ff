import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { page } from '../../web/render.ts'
import { readBoardQuery } from './form.ts'
import { loadBoard } from './load.ts'
import { boardPage } from './page.ts'

export const boardRoutes: Routes = async (app, { db, now }) => {
  app.get('/submissions', { config: { may: 'submission.see' } }, (request, reply) => {
    const { query, unread } = readBoardQuery(request.query)
    const state = loadBoard(db, personOf(request), query, now())
    return page(request, reply, 'submissions/board/board', boardPage(state, query, request.words, unread))
  })
}

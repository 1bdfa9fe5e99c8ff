import type { App, House } from '../web/house.ts'
import { page } from '../web/render.ts'
import { VERBS } from './event.ts'
import { PAGE_ROWS, readFilter } from './form.ts'
import { readTrail } from './store.ts'

export function trailRoutes(app: App, { db }: House): void {
  app.get('/trail', { config: { may: 'trail.see' } }, (request, reply) => {
    const query = request.query as Record<string, string>
    const rows = readTrail(db, readFilter(query), PAGE_ROWS + 1)
    const more = rows.length > PAGE_ROWS ? rows[PAGE_ROWS - 1]!.id : null
    return page(request, reply, 'trail/trail', { rows: rows.slice(0, PAGE_ROWS), more, verbs: VERBS, query })
  })
}

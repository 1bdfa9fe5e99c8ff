import { may } from '../people/permissions.ts'
import type { App, House } from '../web/house.ts'
import { page } from '../web/render.ts'
import { VERBS } from './event.ts'
import { detailFor, PAGE_ROWS, readFilter } from './form.ts'
import { readTrail } from './store.ts'

export function trailRoutes(app: App, { db }: House): void {
  app.get('/trail', { config: { may: 'trail.see' } }, (request, reply) => {
    const query = request.query as Record<string, string>
    const rows = readTrail(db, readFilter(query), PAGE_ROWS + 1)
    const more = rows.length > PAGE_ROWS ? rows[PAGE_ROWS - 1]!.id : null
    const seesValues = may(request.person, 'submission.see')
    const shown = rows.slice(0, PAGE_ROWS).map((row) => ({ ...row, detail: detailFor(row, seesValues) }))
    return page(request, reply, 'trail/trail', { rows: shown, more, verbs: VERBS, query })
  })
}

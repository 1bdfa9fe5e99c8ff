import { may } from '../access/permissions.ts'
import { VERBS } from '../vocabulary/trail.ts'
import type { App, AppContext } from '../web/context.ts'
import { page } from '../web/render.ts'
import { detailFor, PAGE_ROWS, readFilter } from './form.ts'
import { readTrail } from './store.ts'

export function trailRoutes(app: App, { db }: AppContext): void {
  app.get('/trail', { config: { may: 'trail.see' } }, (request, reply) => {
    const query = request.query as Record<string, string>
    const rows = readTrail(db, readFilter(query), PAGE_ROWS + 1)
    const more = rows.length > PAGE_ROWS ? rows[PAGE_ROWS - 1]!.id : null
    const seesValues = may(request.person, 'submission.see')
    const shown = rows.slice(0, PAGE_ROWS).map((row) => ({ ...row, detail: detailFor(row, seesValues) }))
    return page(request, reply, 'trail/trail', { rows: shown, more, verbs: VERBS, query })
  })
}

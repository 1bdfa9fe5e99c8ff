import { may } from '../access/permissions.ts'
import { dayAt } from '../calendar/day.ts'
import type { Examples } from '../dashboards/examples/examples.ts'
import { loadExamples } from '../dashboards/examples/load.ts'
import { figuresVersion } from '../dashboards/version-load.ts'
import type { Routes } from '../web/context.ts'
import { page } from '../web/render.ts'
import { PageCache } from '../web/views/page-cache.ts'
import { helpPage } from './page.ts'

export const helpRoutes: Routes = async (app, { db, now }) => {
  /** Looked for once a day, language and version of the figures. */
  const kept = new PageCache<Examples | null>(figuresVersion(db), 2)

  app.get('/help', { config: { may: 'signed-in' } }, (request, reply) => {
    const { words, person } = request
    const at = now()
    const examples = may(person, 'figures.see')
      ? kept.get(`${words.language} ${dayAt(at)}`, () => loadExamples(db, words, at))
      : null
    return page(request, reply, 'help/help', helpPage(words, examples))
  })
}

import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { helpEntries } from '../help/topics.ts'
import type { Routes } from '../web/context.ts'
import { menuOf, page } from '../web/render.ts'
import { pageEntries } from './entries.ts'
import type { SearchEntry } from './entry.ts'
import { loadFigureEntries } from './load.ts'
import { offered, searchPage } from './page.ts'

/** What is asked; several at once, or none, are as if nothing were. */
const question = z.object({ q: z.string().catch('') })

/** Where a figure is found, one may look for what it is of. */
const FIGURES = '/indicators'
/** Lists to look through where a search finds nothing. */
const LISTS: readonly string[] = [
  '/indicators',
  '/components',
  '/provinces',
  '/partners',
  '/submissions',
  '/releases',
  '/help',
]

/** Search over what the person may open, and nothing else. */
export const searchRoutes: Routes = async (app, { db }) => {
  const signedIn = { config: { may: 'signed-in' }, schema: { querystring: question } } as const

  /** What the person may open, by the menu: whoever has the list of indicators has all that figures are of. */
  const entriesFor = (request: FastifyRequest): SearchEntry[] => {
    const menu = menuOf(request)
    const rooms = menu.map(({ name, href }) => ({ kind: 'page', name, href }) as const)
    const pages = [
      ...rooms,
      { kind: 'page', name: 'people:account.title', href: '/account' } as const,
      ...helpEntries(),
    ]
    const figures = menu.some(({ href }) => href === FIGURES) ? loadFigureEntries(db, request.words) : []
    return [...figures, ...pageEntries(pages, request.words)]
  }

  app.get('/search', signedIn, (request, reply) => {
    const lists = menuOf(request).flatMap(({ href, name }) =>
      LISTS.includes(href) ? [{ href, label: request.words.t(name) }] : [],
    )
    return page(request, reply, 'search/search', searchPage(entriesFor(request), request.query.q, lists, request.words))
  })

  app.get('/search/offered.json', signedIn, (request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .send({ found: offered(entriesFor(request), request.query.q, request.words) }),
  )
}

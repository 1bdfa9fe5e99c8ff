import type { App } from '../../src/web/context.ts'
import { Visitor } from './app.ts'

export type PageOf = { route: string; url: string }

/**
 * The pages a person can reach by following links from where they land: for each address the program answers, the first
 * few different ones. Links that download are left out.
 */
export async function pagesOf(app: App, personId: number | null, each = 1): Promise<PageOf[]> {
  const visitor = new Visitor(app)
  if (personId !== null) await visitor.become(personId, 'vi')
  const found: PageOf[] = []
  const waiting = personId === null ? ['/sign-in'] : ['/', '/no/such/page']
  const seen = new Set(waiting)
  const downloads = new Set<string>()
  while (waiting.length > 0) {
    const url = waiting.shift()!
    const route = routeOf(app, url)
    if (downloads.has(route) || found.filter((page) => page.route === route).length >= each) continue
    const answer = await visitor.get(url)
    if (answer.status === 303) continue
    if (!String(answer.headers['content-type']).startsWith('text/html')) {
      downloads.add(route)
      continue
    }
    found.push({ route, url })
    for (const [, link] of answer.body.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)) {
      const next = link!.replaceAll('&amp;', '&')
      if (!seen.has(next) && !next.startsWith('/assets/')) {
        seen.add(next)
        waiting.push(next)
      }
    }
  }
  return found
}

/** The address as the program names it; an address of its own comes before one that a parameter would fit. */
function routeOf(app: App, url: string): string {
  const path = url.split('?')[0]!
  const known = app.knownRoutes.filter(({ method }) => method === 'GET')
  return (known.find((route) => route.url === path) ?? known.find(({ pattern }) => pattern.test(path)))?.url ?? '404'
}

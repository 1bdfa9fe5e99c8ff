import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Readers, readers } from '../dashboards/visit.ts'
import { Visitor } from '../support/app.ts'

/** What is looked for as it is typed: nothing that is typed there is wrong. */
const FREE = ['/search q']

let pilot: Readers
beforeAll(async () => {
  pilot = await readers()
})
afterAll(() => pilot.app.close())

/** Of what goes on for ever: after the last of it there is nothing, and nothing wrong. A page that is not there is the last that is. */
const UNENDING = ['page', 'before']

/** The page behind one figure: of another period it would be another figure, so it is named and shown none. */
const ONE_FIGURE = '/figures/origin'

type Asked = { url: string; route: string; name: string }

/** Everything that links and filters of the pages themselves ask for, each with an address that asks for it; a page of each kind is read. */
async function everythingAsked(visitor: Visitor): Promise<Asked[]> {
  const asked = new Map<string, Asked>()
  const read = new Set<string>()
  const waiting = ['/']
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { body } = await visitor.get(next)
    for (const url of addressesIn(body)) {
      const { pathname, searchParams } = new URL(url, 'http://x')
      const route = routeOf(pathname)
      if (!route || /^\/(assets|api)\//.test(route)) continue
      for (const name of searchParams.keys())
        if (!asked.has(`${route} ${name}`)) asked.set(`${route} ${name}`, { url, route, name })
      const kind = `${route} ${searchParams.get('view')}`
      if (/\.\w+$/.test(route) || read.has(kind)) continue
      read.add(kind)
      waiting.push(url)
    }
  }
  return [...asked.values()]
}

function addressesIn(body: string): string[] {
  const links = [...body.matchAll(/href="(\/[^"#]*)/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))
  const forms = [...body.matchAll(/<form[^>]*method="get"[^>]*action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g)]
  const filled = forms.map(([, action, inside]) => {
    const names = [...inside!.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name!)
    return `${action}?${new URLSearchParams(names.map((name) => [name, '']))}`
  })
  return [...links, ...filled]
}

function routeOf(path: string): string | undefined {
  return pilot.app.knownRoutes.find(({ method, pattern }) => method === 'GET' && pattern.test(path))?.url
}

function withNonsense({ url, name }: Asked): string {
  const { pathname, searchParams } = new URL(url, 'http://x')
  searchParams.set(name, 'zz~')
  return `${pathname}?${searchParams}`
}

/** The same with a number in the place of one, of what nobody has; null: nothing is asked for by a number. */
function withNobodys({ url, name }: Asked): string | null {
  const { pathname, searchParams } = new URL(url, 'http://x')
  const found = /^(\w+:)?\d+$/.exec(searchParams.get(name) ?? '')
  if (!found || UNENDING.includes(name)) return null
  searchParams.set(name, `${found[1] ?? ''}987654`)
  return `${pathname}?${searchParams}`
}

it('whatever a page can be asked for is named where it makes no sense: the usual is shown, and a program gets a problem', async () => {
  const admin = await new Visitor(pilot.app).become(pilot.idOf('admin'), 'en')
  const partner = await new Visitor(pilot.app).become(pilot.idOf('dolisa.quang-ninh'), 'en')
  const found = new Set(FREE)
  const looked = new Set<string>()
  const wrong: string[] = []
  for (const visitor of [pilot.en, admin, partner]) {
    for (const one of await everythingAsked(visitor)) {
      const key = `${one.route} ${one.name}`
      if (found.has(key)) continue
      found.add(key)
      const url = withNonsense(one)
      const tried = [url, withNobodys(one)].filter((each) => each !== null)
      const [program] = await Promise.all(
        tried.map(async (each) => {
          const answer = await visitor.get(each, { accept: 'application/json' })
          const isTold =
            [400, 404].includes(answer.status) &&
            answer.body.startsWith('{') &&
            (JSON.parse(answer.body) as { errors?: { parameter: string }[] }).errors?.some(
              (e) => e.parameter === one.name,
            )
          if (!isTold) wrong.push(`${each} tells a program ${answer.status}`)
          return answer
        }),
      )
      // That people get the page all the same is seen once a page: how it names things is tried where it is written.
      if (program!.status !== 400 || /\.\w+$/.test(one.route) || looked.has(one.route)) continue
      looked.add(one.route)
      const { status, body } = await visitor.get(url, { accept: 'text/html' })
      if (status !== (one.route === ONE_FIGURE ? 400 : 200) || !body.includes(`data-parameter="${one.name}"`))
        wrong.push(`${url} tells a person ${status}`)
    }
  }
  expect(wrong).toEqual([])
  // As many as there are: a page whose links were not found would be tried for nothing.
  expect([found.size > 120, looked.size > 15]).toEqual([true, true])
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../../src/web/context.ts'
import { menuFor } from '../../../src/web/views/menu.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { DEMO_NOW, demoDb, personaId } from '../../support/demo.ts'

const db = demoDb()
let app: App
beforeAll(async () => {
  app = await testApp(db, () => DEMO_NOW)
})
afterAll(() => app.close())

describe('the menu', () => {
  it.each([
    ['dolisa.nghe-an@example.org', '/ /submissions /help'],
    [
      'iom.manager@example.org',
      '/ /submissions /overview /indicators /components /provinces /releases /compare /periods /handovers /trail /help',
    ],
    ['donor.homeoffice@example.org', '/ /releases /help'],
    ['admin@example.org', '/ /periods /handovers /people /settings /trail /help'],
  ])('leads %s to the rooms they may enter, and each lets them in', async (email, rooms) => {
    const visitor = await new Visitor(app).become(personaId(db, email), 'en')
    const { body } = await visitor.get('/help')
    const menu = /<nav class="menu".*?<\/nav>/s.exec(body)?.[0] ?? ''
    const hrefs = [...menu.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!)
    expect(hrefs.join(' ')).toBe(rooms)
    expect(menu).toContain('<a href="/help" aria-current="page">')
    for (const href of hrefs) expect((await visitor.get(href)).status, href).toBe(200)
  })

  it('is not there for nobody', async () => {
    expect((await new Visitor(app).get('/sign-in')).body).not.toContain('class="menu"')
  })

  it('says where one is: at home only at home, in a room on all its pages', () => {
    const here = (path: string) => menuFor(path, () => true, true).filter((item) => item.here)
    expect(here('/').map(({ href }) => href)).toEqual(['/'])
    expect(here('/releases/7').map(({ href }) => href)).toEqual(['/releases'])
    expect(here('/account')).toEqual([])
    expect(here('/indicators/V3').map(({ href }) => href)).toEqual(['/indicators'])
    expect(here('/settingsandmore')).toEqual([])
  })

  it('is a row of what fits; of more than eight rooms, what is read each day stays in it', () => {
    const row = (rooms: readonly string[]) =>
      menuFor('/', (address) => rooms.includes(address), true)
        .filter(({ more }) => !more)
        .map(({ href }) => href)
    const eight = ['/', '/submissions', '/periods', '/handovers', '/people', '/settings', '/trail', '/help']
    expect(row(eight)).toEqual(eight)
    expect(row(['/overview', ...eight])).toEqual(['/', '/submissions', '/overview'])
  })

  it('leads to the list of what figures are compared by', () => {
    const areas = (has: boolean) => menuFor('/', () => true, has).find(({ name }) => name === 'common:menu.areas')?.href
    expect([areas(true), areas(false)]).toEqual(['/provinces', '/partners'])
  })

  it('is there folded too, for where a row has no room: the same rooms and the account', async () => {
    const visitor = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'en')
    const { body } = await visitor.get('/trail')
    const hrefsOf = (name: string) => {
      const [menu = ''] = new RegExp(`<nav class="${name}".*?</nav>`, 's').exec(body) ?? []
      return [...menu.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    }
    expect(hrefsOf('folded-menu')).toEqual([...hrefsOf('menu'), '/account'])
    expect(body).toMatch(/<summary class="here">More<\/summary>/)
    expect(body).toMatch(/<summary>Menu <b>Trail<\/b><\/summary>/)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../db/connection.ts'
import { may } from '../src/access/permissions.ts'
import { personById } from '../src/access/person-store.ts'
import { ROLES, type Role } from '../src/vocabulary/access.ts'
import { LANGUAGES } from '../src/vocabulary/language.ts'
import type { App } from '../src/web/context.ts'
import { testApp, Visitor } from './support/app.ts'
import { emptyDb } from './support/database.ts'
import { addedPerson } from './support/people.ts'

const NOW = Date.parse('2026-11-26T10:00:00+07:00')
const NEXT = {
  en: {
    administrator: 'npm run project -- load FOLDER',
    manager: 'ask an administrator',
    partner: 'an administrator has to',
    donor: 'an administrator has to',
  },
  vi: {
    administrator: 'npm run project -- load FOLDER',
    manager: 'đề nghị quản trị viên',
    partner: 'quản trị viên cần',
    donor: 'quản trị viên cần',
  },
} as const

let db: Db
let app: App
const ids = new Map<Role, number>()
beforeAll(async () => {
  db = emptyDb()
  app = await testApp(db, () => NOW, { mode: 'demo' })
  for (const role of ROLES) ids.set(role, addedPerson(db, { email: `${role}@ngo.vn`, name: `Một ${role}`, role }, NOW))
})
afterAll(() => app.close())

/** Every page that links lead to from the first one, however deep, with where the link stands. */
async function crawl(visitor: Visitor): Promise<{ url: string; from: string; status: number; main: string }[]> {
  const found: { url: string; from: string; status: number; main: string }[] = []
  const waiting = [{ url: '/', from: '' }]
  const seen = new Set(['/'])
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { status, body } = await visitor.get(next.url)
    found.push({ ...next, status, main: /<main[^>]*>([\s\S]*)<\/main>/.exec(body)?.[1] ?? '' })
    for (const [, link] of body.matchAll(/href="(\/[^"#]*)"/g)) {
      const url = link!.replaceAll('&amp;', '&')
      // What programs read is no page.
      if (seen.has(url) || url.startsWith('/assets/') || url.endsWith('.json')) continue
      seen.add(url)
      waiting.push({ url, from: next.url })
    }
  }
  return found
}

describe.each(LANGUAGES)('an empty file, in %s', (language) => {
  it.each(ROLES)('every page of a %s says who does what next, and no link leads to nothing', async (role) => {
    const pages = await crawl(await new Visitor(app).become(ids.get(role)!, language))
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.filter(({ status }) => status !== 200)).toEqual([])
    expect(pages.filter(({ main }) => !main.includes(NEXT[language][role])).map(({ url }) => url)).toEqual([])
    // What nothing can be chosen from is not asked for; that there are no partners yet stands beside their list.
    const empty = /<select(?![^>]*name="partners")[^>]*>\s*<\/select>/
    expect(pages.filter(({ main }) => empty.test(main)).map(({ url }) => url)).toEqual([])
    if (may(personById(db, ids.get(role)!), 'release.make'))
      expect(pages.map(({ url }) => url)).not.toContain('/releases/new')
  })
})

it('before anybody has an account the page to sign in says how the first administrator is added', async () => {
  const nobody = emptyDb()
  const real = await testApp(nobody, () => NOW, { mode: 'production' })
  for (const [language, sentence] of [
    ['en', 'Whoever runs the server adds the first administrator: npm run admin'],
    ['vi', 'Người vận hành máy chủ thêm quản trị viên đầu tiên'],
  ] as const) {
    const ask = () => real.inject(`/sign-in?language=${language}`)
    expect((await ask()).body).toContain(sentence)
  }
  addedPerson(nobody, {}, NOW)
  expect((await real.inject('/sign-in?language=en')).body).not.toContain('npm run admin')
  await real.close()
})

it('somebody who is to report cannot be added yet, and the sentence says what comes first', async () => {
  const admin = await new Visitor(app).become(ids.get('administrator')!, 'en')
  const page = await admin.get('/people')
  expect(page.body).toContain('There are no reporting partners yet')
  const answer = await admin.post('/people', {
    name: 'Người Mới',
    email: 'moi@ngo.vn',
    role: 'partner',
    language: 'vi',
  })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain('they come with the project')
  expect(answer.body).not.toContain('needs at least one reporting partner from the list')
})

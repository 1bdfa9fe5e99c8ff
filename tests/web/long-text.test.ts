import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import type { App } from '../../src/web/context.ts'
import { testApp, Visitor } from '../support/app.ts'
import { DEMO_NOW, demoDb, personaId } from '../support/demo.ts'
import { type FormOf, formsOf } from '../support/forms.ts'
import { pagesOf } from '../support/pages.ts'

const PERSONAS = ['dolisa.nghe-an@example.org', 'iom.manager@example.org', 'admin@example.org', null] as const

/** Each is dear to something that reads texts: patterns that begin anywhere, numbers, house numbers, marks to put together. */
const LONG = {
  letters: 'a'.repeat(500_000),
  digits: '0'.repeat(500_000),
  fractions: '1/'.repeat(125_000),
  marks: `a${'\u0301'.repeat(41_000)}${'\u0323'.repeat(41_000)}`,
}

/** Forms that no page of the story shows on its day, with a submission or a quarter they could be about. */
const ELSEWHERE: Record<string, string[]> = {
  '/submissions/cells': ['partner', 'place', 'quarter', 'version', 'v.V3', 'b.v.V3', 'r.V3'],
  '/submissions': ['partner', 'place', 'quarter', 'v.V3', 'component'],
  '/submissions/:id/withdrawal': ['version'],
  '/submissions/:id/return': ['text', 'keep', 'version'],
  '/submissions/:id/reopening': ['text', 'keep', 'version'],
  '/submissions/:id/approval': ['version'],
  '/submissions/:id/handing-in': ['version', 'confirmed'],
  '/submissions/:id/evidence': ['indicator', 'looked', 'keep'],
  '/submissions/:id/evidence/:evidence/removal': [],
  '/submissions/upload': [],
  '/submissions/:id/upload': [],
  '/submissions/own-sheet': [],
  '/submissions/own-sheets/:kept': ['sheet', 'first', 'last', 'column.0'],
  '/submissions/own-sheets/:kept/rows': ['row.0'],
  '/submissions/uploads/:upload/saving': ['versions', 'v.V3', 'c.v.V3'],
  '/submissions/uploads/:upload/discarding': [],
  '/handovers': ['of', 'indicators', 'heir', 'place', 'from', 'assigns'],
  '/handovers/withdrawals': ['of', 'heir', 'since'],
  '/periods/:quarter/reopening': ['text', 'keep'],
  '/people/:id/unlocking': [],
  '/account/sessions/:id/ending': [],
  '/account/tokens/:id/revocation': [],
  '/people/tokens/:id/revocation': [],
  '/relations': ['indicator', 'counted'],
  '/relations/declined': ['indicator', 'counted'],
  '/scores': ['result', 'quarter', 'score', 'text', 'keep'],
  '/releases/:id/protection': [],
  '/releases/:id/agreement': [],
  '/releases/:id/issue': [],
  '/releases/:id/withdrawal': ['text', 'keep'],
  '/releases/:id/acknowledgement': [],
  '/releases/:id/explanations': ['ticked', 'checked'],
  '/releases/:id/evidence': ['evidence', 'checked'],
  '/releases/:id/reasons': ['reason', 'checked'],
  '/releases/:id/next-report': ['nextReport', 'seen'],
  '/releases/:id/deviations': ['text-en-M2', 'seen-en-M2', 'checked', 'start'],
  '/releases/:id/discarding': [],
  '/releases/:id/small-changes': ['smallChanges'],
  '/releases/:id/layout': ['project', 'province', 'breakdown', 'years'],
}

let db: Db
let app: App
let other: Visitor
beforeAll(async () => {
  db = demoDb()
  app = await testApp(db, () => DEMO_NOW)
  other = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'))
})
afterAll(() => app.close())

it('half a megabyte in any field of any form is answered at once, and so is everybody else', async () => {
  const tried = new Set<string>()
  const took: { what: string; ms: number }[] = []
  for (const email of PERSONAS) {
    const id = email && personaId(db, email)
    const visitor = new Visitor(app)
    if (id !== null) await visitor.become(id)
    for (const form of await formsSeen(id)) {
      if (tried.has(form.route)) continue
      tried.add(form.route)
      for (const field of form.texts) {
        for (const [kind, long] of Object.entries(LONG)) {
          const ms = await timeOf(visitor, form, field, long)
          took.push({ what: `${form.route} ${field} ${kind}: ${Math.round(ms)} ms`, ms })
        }
      }
    }
  }
  const usual = took.map(({ ms }) => ms).sort((a, b) => a - b)[Math.floor(took.length / 2)]!
  expect(took.filter(({ ms }) => ms > 1000 + 20 * usual).map(({ what }) => what)).toEqual([])
  const posts = app.knownRoutes.filter(({ method }) => method === 'POST').map(({ url }) => url)
  expect(posts.filter((url) => !tried.has(url))).toEqual([])
})

/** The forms a person meets by following links, and those met only on other days. */
async function formsSeen(id: number | null): Promise<FormOf[]> {
  const visitor = new Visitor(app)
  if (id !== null) await visitor.become(id)
  const forms: FormOf[] = []
  for (const { url } of await pagesOf(app, id)) forms.push(...formsOf(app, (await visitor.get(url)).body))
  for (const [route, texts] of Object.entries(ELSEWHERE)) {
    forms.push({ route, action: route.replace(':id', '1').replace(':quarter', '2021-Q3'), hidden: {}, texts })
  }
  return forms
}

/** Processor time, which is the same however busy the machine is; the one thread has no other work meanwhile. */
async function timeOf(visitor: Visitor, form: FormOf, field: string, text: string): Promise<number> {
  const start = process.cpuUsage()
  const sent = visitor.post(form.action, { ...form.hidden, [field]: text })
  const [answer, meanwhile] = await Promise.all([sent, other.get('/help')])
  expect(answer.status, `${form.route} ${field}`).toBeLessThan(500)
  expect(meanwhile.status).toBe(200)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

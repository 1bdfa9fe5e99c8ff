import { readFileSync } from 'node:fs'
import { type Profiler, Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { personByEmail } from '../../src/access/person-store.ts'
import { root } from '../../src/config/root.ts'
import { ask } from '../../src/figures/ask.ts'
import { fieldName } from '../../src/indicators/value-field.ts'
import { entriesOf } from '../../src/submissions/entries-store.ts'
import { submit } from '../../src/submissions/handing-in/submit.ts'
import { approve } from '../../src/submissions/review/approve.ts'
import { submissionById } from '../../src/submissions/store.ts'
import { testApp, Visitor } from '../support/app.ts'
import { DEMO_NOW, demoDb } from '../support/demo.ts'

/** Files of the table in CONTRIBUTING, step by step. */
function tableOfTheWay(): Record<string, string[]> {
  const rows =
    readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').match(/^\| (typed|saved|approved|asked) \|.*$/gm) ?? []
  return Object.fromEntries(
    rows.map((row) => [row.split('|')[1]!.trim(), [...row.matchAll(/`(src\/[\w/-]+\.ts)`/g)].map(([, file]) => file!)]),
  )
}

/** The files of this program in which a function was called while something was done. */
async function calledIn(session: Session, work: () => unknown): Promise<Set<string>> {
  await session.post('Profiler.takePreciseCoverage')
  await work()
  const { result } = (await session.post('Profiler.takePreciseCoverage')) as Profiler.TakePreciseCoverageReturnType
  const called = result.filter(({ functions }) =>
    functions.some(({ functionName, ranges }) => functionName !== '' && ranges[0]!.count > 0),
  )
  return new Set(called.flatMap(({ url }) => /^.*\/(src\/[^?]+\.ts)/.exec(url)?.[1] ?? []))
}

describe('the way of a value', () => {
  it('goes through the files that CONTRIBUTING names, of which ten at most come after it was saved', async () => {
    const way = tableOfTheWay()
    expect(Object.keys(way)).toEqual(['typed', 'saved', 'approved', 'asked'])
    expect([way.saved, way.approved, way.asked].flat().length).toBeLessThanOrEqual(10)

    const db = demoDb()
    const app = await testApp(db, () => DEMO_NOW)
    const partner = personByEmail(db, 'dolisa.nghe-an@example.org')!.person
    const manager = personByEmail(db, 'iom.manager@example.org')!.person
    const text = `select s.id from submission s join partner p on p.id = s.partner_id where p.slug = ? and s.state = 'returned'`
    const id = db.$client.prepare(text).pluck().get('dolisa-nghe-an') as number
    const [entry] = entriesOf(db, id).filter(({ value, base }) => value !== null && base === null)
    const visitor = await new Visitor(app).become(partner.id, 'en')
    await visitor.get(`/submissions/${id}`)
    const version = () => submissionById(db, id)!.version
    const value = entry!.value! + 1000

    const session = new Session()
    session.connect()
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
    const saving = await calledIn(session, () =>
      visitor.post(`/submissions/${id}/entries`, {
        [fieldName('v', entry!.indicator, entry!.cell)]: String(value),
        version: String(version()),
        language: 'en',
      }),
    )
    submit(db, { by: partner, now: DEMO_NOW, version: version() }, id, [])
    const approving = await calledIn(session, () => approve(db, { by: manager, now: DEMO_NOW, version: version() }, id))
    const { quarter } = submissionById(db, id)!
    const asking = await calledIn(session, () => {
      const spans = [{ key: 'quarter', from: quarter, to: quarter }]
      const groups = [{ key: 'project', places: '*' as const }]
      const question = { indicators: [entry!.indicator], groups, spans, asAt: DEMO_NOW }
      expect(ask(db, question, DEMO_NOW).figure(entry!.indicator, 'project', 'quarter').value).toBeGreaterThan(1000)
    })
    session.disconnect()
    await app.close()

    expect([...way.typed!, ...way.saved!].filter((file) => !saving.has(file))).toEqual([])
    expect(way.approved!.filter((file) => !approving.has(file))).toEqual([])
    expect(way.asked!.filter((file) => !asking.has(file))).toEqual([])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { resultScores } from '../../../src/indicators/results/result-store.ts'
import type { App } from '../../../src/web/context.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { DEMO_NOW, demoDb, personaId } from '../../support/demo.ts'

let db: Db
let app: App
beforeAll(async () => {
  db = demoDb()
  app = await testApp(db, () => DEMO_NOW)
})

const visit = (email: string, language: 'vi' | 'en' = 'en') => new Visitor(app).become(personaId(db, email), language)
const manager = () => visit('iom.manager@example.org')
const GOOD = { result: '1.1', quarter: '2021-Q3', score: 'A', text: 'Met in all provinces.', keep: '' }
const told = () =>
  db.$client.prepare("select verb, subject_id as subject, detail from trail where verb = 'result.scored'").all()

describe('the page of scores', () => {
  it('shows results with weights and risks, and which are not scored yet', async () => {
    const { status, body } = await (await manager()).get('/scores')
    expect(status).toBe(200)
    expect(body).toMatch(/id="1\.1".*Output: Behaviour-change.*15%.*medium.*not scored yet/s)
    expect(body).not.toContain('add up to')
    // Outputs are scored, not outcomes.
    expect(body).toContain('<option value="1.1"')
    expect(body).not.toContain('<option value="1"')
  })

  it('is there for managers alone', async () => {
    const partner = await visit('dolisa.nghe-an@example.org')
    expect((await partner.get('/scores')).status).toBe(404)
    expect((await partner.post('/scores', GOOD)).status).toBe(404)
  })

  it('keeps a score with its reason, the latest first, with its line in the trail', async () => {
    const visitor = await manager()
    expect((await visitor.post('/scores', GOOD)).status).toBe(303)
    expect((await visitor.post('/scores', { ...GOOD, score: 'B', text: 'One province was late.' })).status).toBe(303)
    const { body } = await visitor.get('/scores')
    expect(body).toContain('Score B of result 1.1 was saved.')
    expect(body).toMatch(/B by the end of Q3 2021: One province was late\..*A by the end of Q3 2021: Met in all/s)
    expect(told()).toEqual([
      { verb: 'result.scored', subject: '1.1', detail: '{"to":"2021-Q3","score":"A"}' },
      { verb: 'result.scored', subject: '1.1', detail: '{"to":"2021-Q3","score":"B"}' },
    ])
  })

  it.each([
    ['a result that is not scored', { result: '1' }, 'Choose a result from the list.'],
    ['a quarter that has not begun', { quarter: '2022-Q2' }, 'Choose a quarter of the project'],
    ['no score', { score: '' }, 'Choose a score.'],
    ['no reason', { text: ' ' }, 'Say why.'],
    ['a reason without end', { text: 'a'.repeat(301) }, 'The reason is too long'],
    ['a reason that names somebody', { text: 'Ask 0912 345 678.' }, 'The reason may name somebody.'],
  ])('refuses %s with a sentence, and keeps what was typed', async (_, wrong, sentence) => {
    const before = resultScores(db).length
    const typed = { ...GOOD, score: 'C', ...wrong }
    const { status, body } = await (await manager()).post('/scores', typed)
    expect(status).toBe(422)
    expect(body).toContain(sentence)
    expect(body).toContain(`>${typed.text}</textarea>`)
    expect(resultScores(db)).toHaveLength(before)
  })

  it('keeps what looks like a name on the word of its writer', async () => {
    const visitor = await manager()
    const named = { ...GOOD, text: 'Hotline 0912 345 678 is open.' }
    expect((await visitor.post('/scores', named)).body).toContain('name="keep"')
    expect((await visitor.post('/scores', { ...named, keep: 'yes' })).status).toBe(303)
    expect(resultScores(db).at(-1)?.reason).toBe(named.text)
    expect(told().at(-1)).toMatchObject({ detail: '{"to":"2021-Q3","score":"A","keptOnWord":true}' })
  })
})

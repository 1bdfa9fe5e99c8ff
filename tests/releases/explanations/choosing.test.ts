import { describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { agreeToRelease } from '../../../src/releases/issuing/agree.ts'
import { agreementsOf } from '../../../src/releases/people-store.ts'
import { listReleases, releaseById, workbookPlanOf } from '../../../src/releases/store.ts'
import { tickedIn } from '../../../src/releases/ticks/ticks-store.ts'
import type { Cell, WorkbookPlan } from '../../../src/releases/workbook/plan.ts'
import { DEMO_NOW, personaId } from '../../support/demo.ts'
import { correct, DONOR, MANAGER, type Ordered, persona, SECOND, untilIssued, untilProtected } from '../making.ts'
import { programWith, SMALL } from '../pilot.ts'

const QUARTER = 8086
/** What partners have written, all of it for a submission of Nghệ An: about an indicator or none, and its quarter. */
const COMMENTS = {
  plain: ['P1', 'Rains kept people at home', QUARTER],
  counted: ['V3', 'Only 3 came forward', QUARTER],
  named: ['P1', 'Chị Lan did not come', QUARTER],
  general: [null, 'About no indicator at all', QUARTER],
  earlier: ['P1', 'Of an earlier quarter', QUARTER - 1],
} as const

function writeComments(db: Db): void {
  const writer = personaId(db, 'dolisa.nghe-an@example.org')
  for (const [code, text, quarter] of Object.values(COMMENTS))
    db.$client
      .prepare(
        `insert into comment (submission_id, indicator_id, at, by_id, text, confirmed) values (
         (select s.id from submission s join place p on p.id = s.place_id where p.slug = 'nghe-an' and s.quarter = ? order by s.id),
         (select id from indicator where code = ?), ?, ?, ?, 1)`,
      )
      .run(quarter, code, DEMO_NOW, writer, text)
}

/** A report of one quarter that is protected, and the comments; `said` has their ids. */
async function withComments(order: Ordered = SMALL) {
  const program = await programWith(order, writeComments)
  const idOf = program.db.$client.prepare('select id from comment where text = ?').pluck()
  const ids = Object.entries(COMMENTS).map(([name, [, text]]) => [name, idOf.get(text)])
  return { ...program, said: Object.fromEntries(ids) as Record<keyof typeof COMMENTS, number> }
}

const wordsIn = (cell: Cell): string =>
  typeof cell === 'object' && cell !== null && 'text' in cell ? cell.text : String(cell ?? '')
/** Where in a workbook something is said: sheet, row's first cell and column's heading. */
function placesOf(plan: WorkbookPlan, text: string): string[] {
  return plan.sheets.flatMap(({ key, rows }) => {
    const headings = rows.find(({ style }) => style === 'heading')?.cells ?? []
    return rows.flatMap(({ cells }) =>
      cells.flatMap((cell, at) =>
        wordsIn(cell).includes(text) ? [`${key} ${wordsIn(cells[0]!)} ${wordsIn(headings[at] ?? '')}`] : [],
      ),
    )
  })
}
/** The target of P1 was changed in the story, which its row says whatever anybody ticks. */
const TARGET_CHANGED = expect.stringMatching(/^Target for 1 Jan 2020 – 31 Dec 2020: /)
/** Where an explanation of P1 stands once it is ticked: on the sheet of explanations, to which its row of the tracking table leads. */
const TICKED = ['narrative P1 Explanation, in the language of its writer']
const explanationOf = (plan: WorkbookPlan, code: string): string => {
  const { rows, table } = plan.sheets.find(({ key }) => key === 'tracking')!
  const at = rows[table!.headingRow - 1]!.cells.indexOf('Explanation of variance')
  return wordsIn(rows.find(({ cells }) => wordsIn(cells[0] ?? null) === code)!.cells[at]!)
}
const lastEvent = (db: Db, id: number) =>
  db.$client
    .prepare("select verb, detail from trail where subject_kind = 'release' and subject_id = ? order by id desc")
    .get(String(id)) as { verb: string; detail: string }
const TEXTS = ['Rains kept', 'Only 3 came', 'Chị Lan', 'About no indicator', 'Of an earlier quarter']

describe('choosing explanations', () => {
  it('offers those of the report’s quarters with code, partner, place, quarter and role, none ticked', async () => {
    const { db, release, visit } = await withComments()
    const { body } = await (await visit(MANAGER)).get(`/releases/${release.id}`)
    const section = body.slice(body.indexOf('id="explanations"'))
    expect(section).toContain('Rains kept people at home')
    expect(section).toMatch(/Nghệ An, Q3 2021. Written by: Reporting partner/)
    expect(section).not.toContain('About no indicator at all')
    expect(section).not.toContain('Of an earlier quarter')
    expect(section).not.toMatch(/name="(explanation|checked)"[^>]* checked/)
    expect(section).toContain('No explanation is in the report.')
    const writer = persona(db, 'dolisa.nghe-an@example.org').name
    expect(section).not.toContain(writer)
    expect(section.match(/name="checked"/g)).toHaveLength(
      [...section.matchAll(/<fieldset[\s\S]*?<\/fieldset>/g)].filter(([one]) => one!.includes('notice warn')).length,
    )
  })

  it('puts nothing into any cell that nobody ticked', async () => {
    const { db, release } = await withComments()
    const plan = workbookPlanOf(db, release.id)!
    for (const text of TEXTS) expect(placesOf(plan, text), text).toEqual([])
    expect(String(explanationOf(plan, 'P1')).split('\n')).toEqual([TARGET_CHANGED])
  })

  it('puts what is ticked into its place, at once and for ever, without protecting anew', async () => {
    const { db, release, visit, said } = await withComments()
    const manager = await visit(MANAGER)
    const answer = await manager.post(`/releases/${release.id}/explanations`, { explanation: String(said.plain) })
    expect(answer.status).toBe(303)
    expect(releaseById(db, release.id)!.state).toBe('protected')
    expect(tickedIn(db, release.id).explanations).toEqual([said.plain])
    const draft = workbookPlanOf(db, release.id)!
    expect(placesOf(draft, 'Rains kept')).toEqual(TICKED)
    expect(String(explanationOf(draft, 'P1')).split('\n')).toEqual([TARGET_CHANGED, 'Reporters: Narrative'])
    for (const text of TEXTS.slice(1)) expect(placesOf(draft, text), text).toEqual([])
    expect(placesOf(draft, 'DRAFT')).not.toEqual([])
    const { verb, detail } = lastEvent(db, release.id)
    expect([verb, JSON.parse(detail)]).toEqual(['release.explanations-chosen', { chosen: [said.plain] }])
    const { body } = await manager.get(`/releases/${release.id}`)
    expect(body).toContain('One explanation is in the report.')
    expect(body).toContain(`name="explanation" value="${said.plain}" checked`)

    expect((await manager.post(`/releases/${release.id}/issue`)).status).toBe(303)
    expect(await untilIssued(db, release.id)).toBeNull()
    const issued = workbookPlanOf(db, release.id)!
    expect(placesOf(issued, 'Rains kept')).toEqual(TICKED)
    for (const text of TEXTS.slice(1)) expect(placesOf(issued, text), text).toEqual([])
    const late = await manager.post(`/releases/${release.id}/explanations`, {})
    expect(late.status).toBe(409)
    expect(late.body).toContain('nor after it has been issued')
    expect(workbookPlanOf(db, release.id)).toEqual(issued)
  })

  it('takes everything out again when nothing is ticked', async () => {
    const { db, release, visit, said } = await withComments()
    const manager = await visit(MANAGER)
    await manager.post(`/releases/${release.id}/explanations`, { explanation: String(said.plain) })
    expect((await manager.post(`/releases/${release.id}/explanations`, {})).status).toBe(303)
    expect(tickedIn(db, release.id).explanations).toEqual([])
    expect(placesOf(workbookPlanOf(db, release.id)!, 'Rains kept')).toEqual([])
  })

  it.each([
    ['named', 'Tick that you have checked it'],
    ['counted', 'Tick that you have checked it'],
  ] as const)('refuses a doubtful one (%s) until it was looked at again', async (which, sentence) => {
    const { db, release, visit, said } = await withComments()
    const manager = await visit(MANAGER)
    const id = String(said[which])
    const refused = await manager.post(`/releases/${release.id}/explanations`, { explanation: id })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain(sentence)
    expect(refused.body).toContain(`name="explanation" value="${id}" checked`)
    expect(tickedIn(db, release.id).explanations).toEqual([])
    expect((await manager.post(`/releases/${release.id}/explanations`, { explanation: id, checked: id })).status).toBe(
      303,
    )
    expect(tickedIn(db, release.id).explanations).toEqual([said[which]])
    const { detail } = lastEvent(db, release.id)
    expect(JSON.parse(detail)).toEqual({ chosen: [said[which]], confirmed: [said[which]] })
    for (const text of TEXTS) expect(detail).not.toContain(text)
  })

  it('refuses what was not offered and keeps nothing of it', async () => {
    const { db, release, visit, said } = await withComments()
    const manager = await visit(MANAGER)
    for (const id of [said.general, said.earlier, 999999, 0, 'x', '', `${said.plain}; drop`]) {
      const explanation = [String(said.plain), String(id)]
      expect((await manager.post(`/releases/${release.id}/explanations`, { explanation })).status, `${id}`).toBe(422)
    }
    expect(tickedIn(db, release.id).explanations).toEqual([])
  })

  it('asks the second manager again, but not when nothing has changed', async () => {
    const { db, release, visit, said, clock } = await withComments({
      ...SMALL,
      audience: 'public',
      threshold: 10,
      recipients: [],
    })
    const manager = await visit(MANAGER)
    const agree = () => agreeToRelease(db, persona(db, SECOND), release.id, clock.now)
    agree()
    await manager.post(`/releases/${release.id}/explanations`, {})
    expect(agreementsOf(db, release.id)).toHaveLength(1)
    await manager.post(`/releases/${release.id}/explanations`, { explanation: String(said.plain) })
    expect(agreementsOf(db, release.id)).toEqual([])
    expect((await manager.post(`/releases/${release.id}/issue`)).status).toBe(409)
    agree()
    expect((await manager.post(`/releases/${release.id}/issue`)).status).toBe(303)
    expect(await untilIssued(db, release.id)).toBeNull()
  })

  it('is kept when figures have changed meanwhile, and they are protected anew', async () => {
    const { db, release, visit, said, clock } = await withComments()
    clock.now += 60_000
    const asAt = `update release set as_at = ${clock.now} where id = ${release.id}`
    correct(db, { indicator: 'V3', place: 'nghe-an', quarter: QUARTER, by: 1 }, clock.now - 1)
    db.$client.exec(asAt)
    const manager = await visit(MANAGER)
    await manager.post(`/releases/${release.id}/explanations`, { explanation: String(said.plain) })
    expect(releaseById(db, release.id)!.state).toBe('protecting')
    const during = await manager.post(`/releases/${release.id}/explanations`, {})
    expect(during.status).toBe(409)
    expect((await untilProtected(db, release.id)).state).toBe('protected')
    expect(tickedIn(db, release.id).explanations).toEqual([said.plain])
    expect(placesOf(workbookPlanOf(db, release.id)!, 'Rains kept')).toEqual(TICKED)
  })

  it('is for managers: donors are forbidden, others find nothing, nor does anybody where nothing is', async () => {
    const { db, release, visit, said } = await withComments()
    const url = `/releases/${release.id}/explanations`
    const form = { explanation: String(said.plain) }
    expect((await (await visit(DONOR)).post(url, form)).status).toBe(403)
    for (const email of ['admin@example.org', 'police.nghe-an@example.org', 'stranger@example.org'])
      expect((await (await visit(email)).post(url, form)).status, email).toBe(404)
    const manager = await visit(MANAGER)
    for (const id of ['0', '999999', 'x']) expect((await manager.post(`/releases/${id}/explanations`)).status).toBe(404)
    expect((await manager.get(url)).status).toBe(405)
    expect(tickedIn(db, release.id).explanations).toEqual([])
  })
})

describe('the title of a report', () => {
  const formFor = (db: Db, over: Record<string, string>) => ({
    title: 'Quarterly',
    from: '2021-Q3',
    to: '2021-Q3',
    language: 'en',
    audience: 'donor',
    threshold: '',
    asAt: '2022-01-20',
    project: 'quarter',
    province: 'none',
    breakdown: 'none',
    years: 'calendar',
    recipients: [String(personaId(db, DONOR))],
    ...over,
  })

  it('that may name somebody comes back with a warning, and stands only on its writer’s word', async () => {
    const { db, visit } = await withComments()
    const manager = await visit(MANAGER)
    const before = listReleases(db).length
    const title = 'The case of chị Lan'
    const refused = await manager.post('/releases', formFor(db, { title }))
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('It is shown to whoever gets the report')
    expect(refused.body).toContain('name="titleChecked"')
    expect(listReleases(db)).toHaveLength(before)
    expect((await manager.post('/releases', formFor(db, { title, titleChecked: 'yes' }))).status).toBe(303)
    const [made] = listReleases(db)
    expect(made!.title).toBe(title)
    const drafted = db.$client
      .prepare("select detail from trail where verb = 'release.drafted' and subject_id = ?")
      .pluck()
      .get(String(made!.id)) as string
    expect(JSON.parse(drafted)).toMatchObject({ confirmed: true })
    expect(drafted).not.toContain('Lan')
  })

  it('that names nobody is not asked about, nor said to have been confirmed', async () => {
    const { db, visit } = await withComments()
    const manager = await visit(MANAGER)
    expect((await manager.get('/releases/new')).body).not.toContain('name="titleChecked"')
    expect((await manager.post('/releases', formFor(db, { titleChecked: 'yes' }))).status).toBe(303)
    const drafted = db.$client
      .prepare("select detail from trail where verb = 'release.drafted' order by id desc")
      .pluck()
      .get() as string
    expect(JSON.parse(drafted)).not.toHaveProperty('confirmed')
  })
})

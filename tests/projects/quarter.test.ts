import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import type { Quarter } from '../../src/calendar/quarter.ts'
import { ask } from '../../src/figures/ask.ts'
import { auditFigures } from '../../src/figures/audit/audit-figures.ts'
import { auditTally } from '../../src/figures/tally/audit-store.ts'
import { fieldName } from '../../src/indicators/value-field.ts'
import { typed } from '../../src/language/format.ts'
import { readTrail } from '../../src/trail/store.ts'
import type { App } from '../../src/web/context.ts'
import { closeQuarter } from '../periods/closing.ts'
import { handInWith, stateOf, versionIn } from '../submissions/pilot.ts'
import { testApp, type Visitor } from '../support/app.ts'
import { dbOf, PROJECTS, personOf, visitorOf } from './projects.ts'

/** A value that is added up as it is, in an approved report of the partner who signs in. */
type Corrected = {
  id: number
  quarter: Quarter
  placeId: number
  indicator: string
  cell: string
  value: number
}

describe.each(PROJECTS)('a report of the $name project', (project) => {
  let db: Db
  let app: App
  let partner: Visitor
  let manager: Visitor
  let given: Corrected
  let clock = project.now
  beforeAll(async () => {
    db = dbOf(project)
    app = await testApp(db, () => clock++)
    partner = await visitorOf(app, db, project, 'partner', 'vi')
    manager = await visitorOf(app, db, project, 'manager', 'en')
    given = approvedValue(db, personOf(db, project, 'partner').partnerIds)
  })
  afterAll(() => app.close())

  const figure = () => {
    const span = { key: 's', from: given.quarter, to: given.quarter }
    const groups = [{ key: 'project', places: '*' as const }]
    return ask(db, { indicators: [given.indicator], groups, spans: [span] }, clock).figure(
      given.indicator,
      'project',
      's',
    ).value!
  }
  const page = async (visitor: Visitor) => (await visitor.get(`/submissions/${given.id}`)).body
  const review = async (what: string, form: Record<string, string>) => {
    const version = String(stateOf(db, given.id).submission.version)
    const answer = await manager.post(`/submissions/${given.id}/${what}`, { version, ...form })
    expect(answer.status, answer.body).toBe(303)
  }

  it('is re-opened, corrected, sent back once and approved, and only then in the figures', async () => {
    const before = figure()
    await review('reopening', { text: 'Một giá trị ghi sai.' })
    const saved = await partner.post(`/submissions/${given.id}/entries`, {
      version: versionIn(await page(partner)),
      [fieldName('v', given.indicator, given.cell)]: typed(given.value + 1, 'vi'),
    })
    expect(saved.status, saved.body).toBe(303)
    await handInWith(db, partner, given.id)
    await review('return', { text: 'Đề nghị xem lại một lần nữa.' })
    expect(await page(partner)).toContain('Đề nghị xem lại một lần nữa.')
    await handInWith(db, partner, given.id)
    expect(figure()).toBe(before)
    await review('approval', {})
    expect(figure()).toBe(before + 1)
    expect(auditFigures(db, clock).differences.map(String)).toEqual([])
    expect(auditTally(db)).toEqual([])
  })

  it('leaves each step in the trail, with who took it', () => {
    const told = readTrail(db, { subject: ['submission', String(given.id)], from: project.now }, 20)
    expect(told.map(({ verb }) => verb).reverse()).toEqual([
      'submission.reopened',
      'submission.saved',
      'submission.submitted',
      'submission.returned',
      'submission.submitted',
      'submission.approved',
    ])
    const people = [personOf(db, project, 'manager'), personOf(db, project, 'partner')]
    expect(new Set(told.map(({ by }) => by))).toEqual(new Set(people.map(({ name }) => name)))
  })

  it('is frozen with its quarter when that is closed, and open again with it', async () => {
    const { indicator, cell, value, id, quarter } = given
    const code = `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`
    const body = () => ({
      version: String(stateOf(db, id).submission.version),
      [fieldName('v', indicator, cell)]: typed(value, 'vi'),
    })
    await review('reopening', { text: 'Một giá trị ghi sai.' })
    expect((await closeQuarter(manager, code)).status).toBe(303)
    expect((await partner.post(`/submissions/${id}/entries`, body())).status).toBe(409)
    expect((await manager.post(`/periods/${code}/reopening`, { text: 'Còn một báo cáo.' })).status).toBe(303)
    expect((await partner.post(`/submissions/${id}/entries`, body())).status).toBe(303)
  })
})

function approvedValue(db: Db, partnerIds: readonly number[]): Corrected {
  const row = db.$client
    .prepare(
      `select s.id, s.quarter, s.place_id placeId, i.code indicator, c.key cell, e.value
       from submission s join entry e on e.submission_id = s.id join indicator i on i.id = e.indicator_id
         join cell c on c.id = e.cell_id join indicator_definition d on d.indicator_id = i.id
       where s.state = 'approved' and s.partner_id in (${partnerIds.join()}) and e.state = 'reported'
         and d.measure = 'count' and d.over_time = 'sum' and d.over_places in ('sum', 'project') and d.frequency = 'quarterly'
         and (select count(*) from scheme where indicator_id = i.id) <= 1
       order by s.quarter desc, i.position, c.key limit 1`,
    )
    .get() as Corrected | undefined
  if (!row) throw new Error('nothing of this partner is approved')
  return row
}

import { expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { listCategory } from '../../../src/framework/definitions/change-category.ts'
import { redefineIndicator } from '../../../src/framework/definitions/redefine.ts'
import { changePlace } from '../../../src/framework/places/change-place.ts'
import { replanProject } from '../../../src/framework/plan/replan-project.ts'
import { correctPerson } from '../../../src/people/correct-person.ts'
import { listedPerson } from '../../../src/people/store.ts'
import { workbookPlanOf } from '../../../src/releases/store.ts'
import { verifyRelease } from '../../../src/releases/verifying/verify-load.ts'
import { plainValue } from '../../../src/releases/workbook/plan.ts'
import { DEMO_NOW } from '../../support/demo.ts'
import { correct, issueNow, make, persona } from '../making.ts'
import { pilotWith, SMALL } from '../pilot.ts'
import { tamper } from './tamper.ts'

const DAY = 86_400_000
const LATER = DEMO_NOW + 9 * DAY
const NEW = 'Đổi tên sau khi phát hành'
const name = { vi: NEW, en: NEW }

/** A report that says as many names as a report can: who approved what has changed since the one before among them. */
async function reportWithNames() {
  const { db } = await pilotWith('issued', SMALL)
  correct(db, { indicator: 'P1', place: 'hai-phong', quarter: SMALL.to!, by: 40 }, DEMO_NOW + DAY)
  const at = DEMO_NOW + 2 * DAY
  const layout = { ...SMALL.layout!, breakdown: 'year' } as const
  const { id } = await make(db, { ...SMALL, layout, language: 'both', asAt: at }, at)
  expect(await issueNow(db, id, at)).toBe('issued')
  return { db, id }
}

/** What is written in the report before anything is called otherwise: each of these stands in it. */
const SAID = [
  "select name from person where email = 'wv.manager@example.org'",
  "select name_vi from place_definition d join place p on p.id = d.place_id where p.slug = 'hai-phong'",
  'select n.name_vi from partner_name n join partner p on p.id = n.partner_id where p.cut_off_day is not null',
  "select name_vi from indicator_definition d join indicator i on i.id = d.indicator_id where i.code = 'P1'",
  "select name_vi from category_definition d join category c on c.id = d.category_id where c.code = 'female'",
  "select name_vi from breakdown where code = 'sex'",
  'select name_vi from project',
  "select name_vi from donor where code = 'uk-home-office'",
  'select name_vi from component',
  'select statement_vi from result',
]

/** By the pages and commands there are. */
function renameByItsDoors(db: Db): void {
  const everybody = db.$client.prepare('select id from person').pluck().all() as number[]
  for (const one of everybody.map((id) => listedPerson(db, id)!).filter(({ role }) => role !== 'administrator')) {
    const after = { ...one, name: `${NEW} ${one.id}` }
    expect(correctPerson(db, persona(db, 'admin@example.org'), one.id, after, LATER)).toHaveProperty('name')
  }
  const since = { from: quarterOf(2019, 1), to: null }
  expect(changePlace(db, null, 'hai-phong', { name }, LATER)).toBeNull()
  expect(redefineIndicator(db, null, 'P1', { ...since, changes: { name, countingUnit: name } }, LATER)).toBeNull()
  expect(listCategory(db, null, { breakdown: 'sex', category: 'female' }, { ...since, name }, LATER)).toBeNull()
  const phases = [{ code: 'one', name, from: quarterOf(2019, 1), to: quarterOf(2021, 4) }]
  expect(replanProject(db, null, { phases }, LATER)).toBeNull()
}

/** By no door there is yet: of these no record keeps what they were called before. */
function renameTheRest(db: Db): void {
  const names = `set name_vi = '${NEW}', name_en = '${NEW}'`
  tamper(db, 'partner_name', `update partner_name ${names}`)
  tamper(db, 'project', `update project ${names}, short_vi = '${NEW}', iati = null`)
  tamper(db, 'donor', `update donor ${names}, rag_green = 99, rag_amber = 98`)
  tamper(db, 'component', `update component ${names}`)
  tamper(db, 'breakdown', `update breakdown ${names}`)
  tamper(db, 'result', `update result set statement_vi = '${NEW}', statement_en = '${NEW}'`)
  tamper(db, 'result', "update result set weight = 1 where level = 'output'")
}

it('a report says what it said, whatever is called otherwise after it was issued', async () => {
  const { db, id } = await reportWithNames()
  const plan = workbookPlanOf(db, id)
  const texts = plan!.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(plainValue))).join('\n')
  const said = SAID.map((sql) => db.$client.prepare(sql).pluck().get() as string)
  expect(said.filter((one) => !texts.includes(one))).toEqual([])
  for (const rename of [renameByItsDoors, renameTheRest]) {
    rename(db)
    expect([rename.name, verifyRelease(db, id)]).toMatchObject([rename.name, { differences: [], forms: [] }])
  }
})

import { beforeEach, describe, expect, it } from 'vitest'
import { closeQuarter } from '../../periods/closing.ts'
import type { Visitor } from '../../support/app.ts'
import { eachPilot, sentBack, stateOf, submissionId, versionIn } from '../pilot.ts'

const pilot = eachPilot()

/** What is typed and can't be saved, on the two screens of one report. */
describe('what was typed and is not saved', () => {
  let id: number
  let url: string
  let police: Visitor
  beforeEach(async () => {
    id = submissionId(pilot.db, 'police-nghe-an')
    url = `/submissions/${id}`
    police = await pilot.as('police.nghe-an')
  })
  const page = async (component: string) => (await police.get(`${url}?component=${component}`)).body
  const save = async (component: string, fields: Record<string, string>) =>
    sentBack(police, `${url}/entries`, { version: versionIn(await page(component)), component, ...fields })

  it('waits on every page of the report until it is right, whatever is saved on another screen', async () => {
    await save('prosecution', { 'v.J1.sex=male': 'x1', 'v.J1.sex=female': '7' })
    const [, cell] = /name="(v\.V2\.[^"]+)"/.exec(await page('protection'))!
    expect((await save('protection', { 's.V2': 'reported', [cell!]: '12' })).body).toContain(
      `name="${cell}" value="12"`,
    )
    expect(await page('prosecution')).toMatch(/name="v\.J1\.sex=male" value="x1"[\s\S]*aria-invalid/)
    const right = await save('prosecution', { 'v.J1.sex=male': '5' })
    expect(right.body).not.toContain('id="problems"')
    expect(await page('prosecution')).toMatch(/name="v\.J1\.sex=male" value="5"/)
  })

  it('is listed with what is missing on both screens, each with the way to its cell', async () => {
    await save('prosecution', { 'v.J1.sex=male': 'x1' })
    const listed = await sentBack(police, `${url}/handing-in`, {
      version: versionIn(await page('protection')),
      component: 'protection',
      'v.V2': '',
      's.V2': 'reported',
    })
    const links = [...listed.body.matchAll(/<li><a href="([^"]+)">([^<]+)<\/a>/g)].map(([, href, where]) => [
      where,
      href,
    ])
    expect(links).toContainEqual(['J1, Nam', '#v.J1.sex%3Dmale'])
    const first = 'v.V2.age=0-15|sex=male'
    expect(links).toContainEqual(['V2', `${url}/handing-in?component=protection#${encodeURIComponent(first)}`])
    const there = await police.get(`${url}/handing-in?component=protection`)
    expect(there.body).toContain(`id="${first}"`)
    expect(there.body).toContain(`href="${url}/handing-in?component=prosecution#v.J1.sex%3Dmale"`)
    expect(stateOf(pilot.db, id).submission.state).toBe('draft')
  })

  it('waits no longer where something was saved while it was typed', async () => {
    const saved = pilotValue(id, 'male')
    await save('prosecution', { 'v.J1.sex=male': 'x1', 'v.J3': 'x3', 'd.J3': '4' })
    const where = { partner: 'police-nghe-an', place: 'nghe-an', quarter: '2021-Q4', language: 'vi' }
    const typed = { 'v.J1.sex=male': '5', 'b.v.J1.sex=male': saved }
    const version = versionIn(await page('prosecution'))
    expect((await police.post('/submissions/cells', { ...where, version, ...typed })).status).toBe(200)
    const after = await page('prosecution')
    expect(after).toMatch(/name="v\.J1\.sex=male" value="5"/)
    expect(after).toMatch(/name="v\.J3" value="x3"/)
  })

  it('is nobody else’s: another person of the partner and another session see what is saved', async () => {
    await save('prosecution', { 'v.J1.sex=male': 'x1' })
    const elsewhere = await pilot.as('police.nghe-an')
    expect((await elsewhere.get(`${url}?component=prosecution`)).body).not.toContain('value="x1"')
    await police.post('/sign-out')
    expect((await (await pilot.as('police.nghe-an')).get(`${url}?component=prosecution`)).body).not.toContain(
      'value="x1"',
    )
  })

  it('is told of where somebody else has saved something else, until it is chosen', async () => {
    const version = versionIn(await page('prosecution'))
    const other = await pilot.as('police.nghe-an')
    const typed = { component: 'prosecution', 'v.J3': '63,5', 'd.J3': '8' }
    await other.post(`${url}/entries`, { version, ...typed })
    const asked = await sentBack(police, `${url}/entries`, { version, ...typed, 'v.J3': '64,5' })
    expect(asked.body).toContain(`name="back" value="${url}/differences"`)
    expect(asked.body).toContain('name="c.v.J3" value="mine" checked')
    const form = await page('prosecution')
    expect(form).toContain(`href="${url}/differences"`)
    expect(form).toContain('name="v.J3" value="63,5"')
    expect(await police.get(`${url}/handing-in`)).toMatchObject({ status: 303, location: `${url}/differences` })
    await sentBack(police, `${url}/entries`, {
      ...typed,
      version: versionIn(asked.body),
      'v.J3': '64,5',
      'c.v.J3': 'mine',
    })
    expect(await page('prosecution')).toContain('name="v.J3" value="64,5"')
    expect(await police.get(`${url}/differences`)).toMatchObject({ status: 303, location: url })
  })

  it('is listed where nothing can be entered any more', async () => {
    const body = { version: versionIn(await page('prosecution')), component: 'prosecution', 'v.J1.sex=male': '41' }
    await closeQuarter(pilot.manager, '2021-Q4')
    expect(await police.post(`${url}/entries`, body)).toMatchObject({ status: 409 })
    expect(await page('prosecution')).toContain('<li>J1, Nam: 41</li>')
  })
})

function pilotValue(id: number, sex: string): string {
  const value = pilot.db.$client
    .prepare(
      `select e.value from entry e join indicator i on i.id = e.indicator_id join cell c on c.id = e.cell_id
       where e.submission_id = ? and i.code = 'J1' and c.key = ?`,
    )
    .pluck()
    .get(id, `sex=${sex}`)
  return value === undefined ? '' : String(value)
}

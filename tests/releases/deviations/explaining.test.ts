import { describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { explainDeviations } from '../../../src/releases/deviations/explain.ts'
import { deviationTextsOf } from '../../../src/releases/deviations/store.ts'
import { agreeToRelease } from '../../../src/releases/issuing/agree.ts'
import { agreementsOf } from '../../../src/releases/people-store.ts'
import { previewOf, releaseById, workbookPlanOf } from '../../../src/releases/store.ts'
import type { WorkbookPlan } from '../../../src/releases/workbook/plan.ts'
import { DEMO_NOW } from '../../support/demo.ts'
import { DONOR, issueNow, MANAGER, persona, runningOn, SECOND, untilIssued } from '../making.ts'
import { programWith, SMALL } from '../pilot.ts'
import { saidOf } from '../said.ts'

/** What is far from its plan in the report of one quarter. */
const ASKED = ['M2', 'P11', 'P13', 'J3']

/** A report of one quarter of which nobody has explained anything yet. */
const unexplained = (order = SMALL, write: (db: Db) => void = () => {}) =>
  programWith(order, (db) => {
    db.$client.exec('delete from release_deviation')
    write(db)
  })

const textOf = (cell: unknown): string =>
  typeof cell === 'object' && cell !== null && 'text' in cell ? String(cell.text) : String(cell)
/** What stands in the column of explanations. */
function explanationIn({ sheets }: WorkbookPlan, code: string): string {
  const { rows, table } = sheets.find(({ key }) => key === 'tracking')!
  const at = rows[table!.headingRow - 1]!.cells.indexOf('Explanation of variance')
  return textOf(rows.find(({ cells }) => textOf(cells[0]) === code)!.cells[at])
}
const form = (texts: Record<string, string>, more: Record<string, string | string[]> = {}) => ({
  ...Object.fromEntries(Object.entries(texts).map(([code, text]) => [`text-en-${code}`, text])),
  ...more,
})
const everything = form(Object.fromEntries(ASKED.map((code) => [code, saidOf(code).en])))
const trailOf = (db: Db, verb: string) =>
  (db.$client.prepare('select detail from trail where verb = ? order by id').pluck().all(verb) as string[]).map(
    (detail) => JSON.parse(detail),
  )

describe('explaining deviations', () => {
  it('asks for them on the page of the report, and leads to the fields from where it is issued', async () => {
    const { db, release, visit } = await unexplained()
    expect(previewOf(db, release.id)!.deviations!.map(({ indicator }) => indicator)).toEqual(ASKED)
    const manager = await visit(MANAGER)
    const { body } = await manager.get(`/releases/${release.id}`)
    expect(body).toContain('4 of 4 are not explained yet.')
    for (const code of ASKED) {
      expect(body).toContain(`id="deviation-${code}"`)
      expect(body).toContain(`<a href="#deviation-${code}">${code}</a>`)
    }
    expect(body).not.toContain(`action="/releases/${release.id}/issue"`)
  })

  it('refuses to issue without them, and says where they are to be written', async () => {
    const { db, release, visit } = await unexplained()
    const refused = await (await visit(MANAGER)).post(`/releases/${release.id}/issue`)
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('Some indicators are far from their plan and not explained yet')
    expect(refused.body).toContain('<a href="#deviation-M2">M2</a>')
    expect(await issueNow(db, release.id)).toBe('unexplained')
    expect(releaseById(db, release.id)!.state).toBe('protected')
  })

  it('keeps some, then all; what is written goes out with the report and stands for ever', async () => {
    const { db, release, visit } = await unexplained()
    const manager = await visit(MANAGER)
    const url = `/releases/${release.id}`
    expect((await manager.post(`${url}/deviations`, form({ M2: 'Waiting for the ministry' }))).status).toBe(303)
    const draft = workbookPlanOf(db, release.id)!
    expect(explanationIn(draft, 'M2')).toBe('Waiting for the ministry')
    expect(explanationIn(draft, 'P11')).toBe('to be explained before the report is issued')
    expect(explanationIn(draft, 'P2')).toBe('–')
    expect((await manager.get(url)).body).toContain('3 of 4 are not explained yet.')
    expect((await manager.post(`${url}/issue`)).status).toBe(409)

    expect(
      (await manager.post(`${url}/deviations`, { ...everything, 'seen-en-M2': 'Waiting for the ministry' })).status,
    ).toBe(303)
    expect((await manager.get(url)).body).toContain('All 4 are explained.')
    expect(trailOf(db, 'release.deviations-explained')).toEqual([{ indicators: ['M2'] }, { indicators: ASKED }])
    // Of what is not asked for nothing is left to go out with it.
    db.$client.exec(
      `insert into release_deviation select ${release.id}, id, null, 'Not asked for', 0, 1, null from indicator where code = 'P1'`,
    )
    expect((await manager.post(`${url}/issue`)).status).toBe(303)
    expect(await untilIssued(db, release.id)).toBeNull()
    const issued = workbookPlanOf(db, release.id)!
    for (const code of ASKED) expect(explanationIn(issued, code)).toBe(saidOf(code).en)
    expect(JSON.stringify(issued)).not.toContain('Not asked for')
    expect([...deviationTextsOf(db, release.id).keys()].sort()).toEqual([...ASKED].sort())
    expect(() => db.$client.exec("update release_deviation set text_en = 'x'")).toThrow()
    const late = await manager.post(`${url}/deviations`, everything)
    expect(late.status).toBe(409)
    expect(late.body).toContain('until it is issued')
  })

  it('gives back what was typed with what is wrong, and keeps nothing', async () => {
    const { db, release, visit } = await unexplained()
    const manager = await visit(MANAGER)
    const url = `/releases/${release.id}/deviations`
    const typed = form({ M2: 'Chị Lan did not come', P11: 'y'.repeat(501), P13: 'Kept as typed' })
    const refused = await manager.post(url, typed)
    expect(refused.status).toBe(422)
    for (const said of [...Object.values(typed), 'At most 500 letters', 'This may give somebody away'])
      expect(refused.body).toContain(said)
    expect(refused.body).toContain('<a href="#deviation-P11">P11</a>')
    expect(deviationTextsOf(db, release.id).size).toBe(0)
    const onWord = form({ M2: 'Chị Lan did not come' }, { checked: 'M2' })
    expect((await manager.post(url, onWord)).status).toBe(303)
    expect(trailOf(db, 'release.deviations-explained')).toEqual([{ indicators: ['M2'], keptOnWord: true }])
    expect((await manager.get(`/releases/${release.id}`)).body).toMatch(/name="checked" value="M2" checked/)
    expect((await manager.post(url, form({ M2: '' }, { 'seen-en-M2': 'Chị Lan did not come' }))).status).toBe(303)
    expect(deviationTextsOf(db, release.id).size).toBe(0)
  })

  it('offers what reporters wrote of the same figure to begin with', async () => {
    const { db, release, visit } = await unexplained(SMALL, (copy) => {
      copy.$client.exec(
        `insert into comment (submission_id, indicator_id, at, by_id, text, confirmed) select s.id, i.id, ${DEMO_NOW}, s.changed_by,
           'Models stopped in the floods', 0 from submission s join place p on p.id = s.place_id, indicator i
         where p.slug = 'nghe-an' and s.quarter = 8086 and i.code = 'P13' limit 1`,
      )
    })
    const manager = await visit(MANAGER)
    const { body } = await manager.get(`/releases/${release.id}`)
    const id = /name="start" value="(\d+)"/.exec(body)![1]!
    const begun = await manager.post(
      `/releases/${release.id}/deviations`,
      form({ P13: 'So far.', M2: 'Typed' }, { start: id }),
    )
    expect(begun.status).toBe(200)
    expect(begun.body).toMatch(
      /<textarea id="text-en-P13"[^>]*autofocus[^>]*>So far.\nModels stopped in the floods<\/textarea>/,
    )
    expect(begun.body).toContain('>Typed</textarea>')
    expect(deviationTextsOf(db, release.id).size).toBe(0)
  })

  it('tells of a text that somebody else has written meanwhile, and puts the other in its place only when asked again', async () => {
    const { db, release, visit } = await unexplained()
    const [manager, second] = [await visit(MANAGER), await visit(SECOND)]
    const url = `/releases/${release.id}/deviations`
    await second.post(url, form({ M2: 'Theirs', P11: 'Theirs too' }))
    const stale = await manager.post(url, form({ M2: 'Mine', P11: '' }))
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('Somebody else has written another explanation')
    expect(stale.body).toContain('>Mine</textarea>')
    expect(stale.body).toContain('value="Theirs"')
    expect(deviationTextsOf(db, release.id).get('M2')!.en).toBe('Theirs')
    expect((await manager.post(url, form({ M2: 'Mine', P11: '' }, { 'seen-en-M2': 'Theirs' }))).status).toBe(303)
    const texts = deviationTextsOf(db, release.id)
    expect([texts.get('M2')!.en, texts.get('P11')!.en]).toEqual(['Mine', 'Theirs too'])
    const before = new Map([['M2', { vi: null, en: 'Of yesterday' }]])
    const running = runningOn(db)
    const given = { texts: new Map(), confirmed: [], before }
    expect(await explainDeviations(running, () => persona(db, MANAGER), release.id, given)).toBe('overtaken')
    await running.jobs.close()
  })

  it('asks the second manager again, but not when nothing has changed', async () => {
    const { db, release, visit, clock } = await unexplained({
      ...SMALL,
      audience: 'public',
      threshold: 10,
      recipients: [],
    })
    const manager = await visit(MANAGER)
    const url = `/releases/${release.id}/deviations`
    const asked = previewOf(db, release.id)!.deviations!.map(({ indicator }) => indicator)
    const texts = Object.fromEntries(asked.map((code) => [code, 'Explained']))
    await manager.post(url, form(texts))
    agreeToRelease(db, persona(db, SECOND), release.id, clock.now)
    const seen = Object.fromEntries(asked.map((code) => [`seen-en-${code}`, 'Explained']))
    await manager.post(url, form(texts, seen))
    expect(agreementsOf(db, release.id)).toHaveLength(1)
    await manager.post(url, form({ ...texts, [asked[0]!]: 'Otherwise' }, seen))
    expect(agreementsOf(db, release.id)).toEqual([])
  })

  it('of a report in both languages has to be written in both', async () => {
    const { release, visit } = await unexplained({ ...SMALL, language: 'both' })
    const manager = await visit(MANAGER)
    const url = `/releases/${release.id}`
    await manager.post(`${url}/deviations`, everything)
    const { body } = await manager.get(url)
    expect(body).toContain('4 of 4 are not explained yet.')
    expect(body).toContain('Explanation in Vietnamese')
    const vi = Object.fromEntries(ASKED.map((code) => [`text-vi-${code}`, saidOf(code).vi]))
    const seen = Object.fromEntries(ASKED.map((code) => [`seen-en-${code}`, saidOf(code).en]))
    await manager.post(`${url}/deviations`, { ...everything, ...vi, ...seen })
    expect((await manager.get(url)).body).toContain('All 4 are explained.')
  })

  it('is for managers: donors are forbidden, others find nothing, nor does anybody where nothing is', async () => {
    const { db, release, visit } = await unexplained()
    const url = `/releases/${release.id}/deviations`
    expect((await (await visit(DONOR)).post(url, everything)).status).toBe(403)
    for (const email of ['admin@example.org', 'police.nghe-an@example.org', 'stranger@example.org'])
      expect((await (await visit(email)).post(url, everything)).status, email).toBe(404)
    const manager = await visit(MANAGER)
    for (const id of ['0', '999999', 'x']) expect((await manager.post(`/releases/${id}/deviations`)).status).toBe(404)
    expect((await manager.get(url)).status).toBe(405)
    expect(deviationTextsOf(db, release.id).size).toBe(0)
  })

  it('asks of a report that was protected before anything was asked for, once it is to be issued', async () => {
    const { db, release } = await unexplained()
    db.$client.exec(`update release set preview = json_remove(preview, '$.deviations')`)
    expect(await issueNow(db, release.id)).toBe('changed')
    expect(releaseById(db, release.id)!.state).toBe('protecting')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { quarterCode } from '../../src/calendar/quarter.ts'
import { donorThresholds } from '../../src/project/donor.ts'
import { projectCard } from '../../src/project/store.ts'
import { contentOf } from '../../src/releases/content/publish.ts'
import { problemFor } from '../../src/releases/content/source.ts'
import { loadSource } from '../../src/releases/content/source-load.ts'
import { releaseById } from '../../src/releases/store.ts'
import { workbookOf } from '../../src/releases/workbook/assemble.ts'
import type { App } from '../../src/web/context.ts'
import { dbOf, PROJECTS, personOf, visitorOf } from '../projects/projects.ts'
import { testApp, type Visitor } from '../support/app.ts'

const water = PROJECTS.find(({ name }) => name === 'water')!

describe('a project of two donors that have nothing in common', () => {
  let db: Db
  let app: App
  let manager: Visitor
  beforeAll(async () => {
    db = dbOf(water)
    app = await testApp(db, () => water.now)
    manager = await visitorOf(app, db, water, 'manager', 'en')
  })
  afterAll(() => app.close())

  /** Of the form, which stands after the one that changes the language of the page. */
  const chosenIn = (body: string, name: string) =>
    /<option value="([^"]*)" selected/.exec(body.slice(body.lastIndexOf(`name="${name}"`)))?.[1]

  it.each([
    { donor: 'april', name: 'April Fund', month: 'April', k: 8, language: 'en' },
    { donor: 'july', name: 'July Trust', month: 'July', k: 6, language: 'vi' },
  ])('begins the form for $name with its language, its year and its threshold', async (wanted) => {
    const { body } = await manager.get(`/releases/new?donor=${wanted.donor}`)
    expect(body).toContain(`fiscal years of the donor (from ${wanted.month})`)
    expect(body).toContain(`Blank: ${wanted.k} for this donor, 12 for the public.`)
    expect(chosenIn(body, 'language')).toBe(wanted.language)
    expect(body).toMatch(new RegExp(`aria-current="true">${wanted.name}`))
  })

  it('begins it for the first one where none is named, or one that is not there', async () => {
    for (const address of ['/releases/new', '/releases/new?donor=nobody'])
      expect((await manager.get(address)).body).toContain('<input type="hidden" name="donor" value="april">')
  })

  it.each([
    {
      donor: 'april',
      k: 8,
      says: [/April Fund/, /Counts of 1 to 7 /, /from 1 April to 31 March/, /at least 95% of/, /FY2024\/25/],
    },
    {
      donor: 'july',
      k: 6,
      says: [/July Trust/, /Counts of 1 to 5 /, /from 1 July to 30 June/, /at least 80% of/, /FY2023\/24/],
    },
  ])('makes the report of $donor by its own years, threshold and limits', async ({ donor, k, says }) => {
    const { firstQuarter } = projectCard(db)!
    const answer = await manager.post('/releases', {
      ...{ title: '', donor, audience: 'donor', threshold: '', language: 'en', asAt: '2026-08-10' },
      ...{ from: quarterCode(firstQuarter), to: quarterCode(firstQuarter + 7), recipients: [recipient()] },
      ...{ project: 'quarter', province: 'year', breakdown: 'year', years: 'fiscal' },
    })
    expect(answer.status, answer.body).toBe(303)
    const release = releaseById(db, Number(/\d+$/.exec(answer.location)![0]))!
    expect([release.donorCode, release.threshold]).toEqual([donor, k])
    const source = loadSource(db, release, water.now)
    const plan = workbookOf(contentOf(source, problemFor(source).problem, {}, { draft: true, at: water.now }))
    const text = plan.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(textIn))).join('\n')
    expect(says.filter((one) => !one.test(text))).toEqual([])
  })

  it('marks for staff what is small to either, and takes the public to have seen what the less strict one has', () => {
    expect(donorThresholds(projectCard(db)!)).toEqual({ everyone: 6, anyone: 8 })
    expect(donorThresholds({ donors: [], thresholds: { donor: 5, public: 10 } })).toEqual({ everyone: 5, anyone: 5 })
  })

  function recipient(): string {
    return String(personOf(db, water, 'donor').id)
  }
})

function textIn(cell: unknown): string {
  return typeof cell === 'object' && cell !== null && 'text' in cell ? String(cell.text) : String(cell)
}

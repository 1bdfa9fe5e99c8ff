import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { ask } from '../../src/figures/ask.ts'
import { auditFigures } from '../../src/figures/audit/audit-figures.ts'
import { auditTally } from '../../src/figures/tally/audit-store.ts'
import { removeTally } from '../../src/figures/tally/store.ts'
import { historiesAsAt } from '../../src/indicators/store.ts'
import { projectCard } from '../../src/project/store.ts'
import { dbOf, PROJECTS } from './projects.ts'

describe.each(PROJECTS)('the figures of the $name project', (project) => {
  let db: Db
  beforeAll(() => {
    db = dbOf(project)
  })
  afterAll(() => {
    db.$client.close()
  })

  it('come out the same when they are worked out again row by row, from the tally and from the facts', () => {
    const told = auditFigures(db, project.now)
    expect(told.differences.map(String)).toEqual([])
    expect(told.compared).toBeGreaterThan(project.name === 'pilot' ? 2000 : 40)
    expect(auditTally(db)).toEqual([])
    const untold = dbOf(project)
    for (const { id } of historiesAsAt(untold)) removeTally(untold, id)
    untold.$client.exec('insert into tally_stale (indicator_id) select id from indicator')
    expect(auditFigures(untold, project.now).differences.map(String)).toEqual([])
    untold.$client.close()
  })

  it('add up to the project what each of its partners reports', () => {
    const slugs = db
      .prepared('select slug from partner')
      .all()
      .map((row) => (row as [string])[0])
    const { firstQuarter: from, lastQuarter: to } = projectCard(db)!
    const groups = [
      { key: 'project', places: '*' as const },
      ...slugs.map((slug) => ({ key: slug, places: '*' as const, partner: slug })),
    ]
    const answer = ask(db, { indicators: '*', groups, spans: [{ key: 's', from, to }] }, project.now)
    const added = answer.indicators.filter(
      ({ measure, overPlaces, overTime }) => measure === 'count' && overPlaces === 'sum' && overTime === 'sum',
    )
    expect(added.length).toBeGreaterThan(1)
    for (const { code } of added) {
      const figures = slugs.map((slug) => answer.figure(code, slug, 's'))
      const sum = figures.reduce((all, figure) => all + (figure.value ?? 0), 0)
      const [k, n] = figures.reduce(([k, n], { coverage }) => [k + coverage[0], n + coverage[1]], [0, 0])
      const whole = answer.figure(code, 'project', 's')
      if (whole.value !== null) expect([code, sum, k, n]).toEqual([code, whole.value, ...whole.coverage])
    }
  })
})

import { describe, expect, it } from 'vitest'
import { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import { rebuildTally } from '../../../src/figures/tally/rebuild.ts'
import { ALL, NOW, span } from '../../support/world.ts'
import { CHANGING_QUARTERS, changingProject } from './changing-project.ts'

/** Every span of quarters there is. */
const SPANS = CHANGING_QUARTERS.flatMap((from, i) => CHANGING_QUARTERS.slice(i).map((to) => span(from, to)))

describe('a project in which places merge, duties are handed over, definitions change and work pauses', () => {
  it('is the same a second time, in every span: no figure differs', () => {
    const { db } = changingProject()
    const facts = auditFigures(db, NOW, SPANS)
    expect(facts.differences.map(String)).toEqual([])
    expect(facts.compared).toBeGreaterThan(10_000)
    rebuildTally(db)
    expect(auditFigures(db, NOW, SPANS).differences.map(String)).toEqual([])
    db.$client.close()
  })

  it('holds every case of a line: carried, ended, missing, split, without a total', () => {
    const world = changingProject()
    const answer = world.ask({ groups: [ALL, { key: 'na', places: ['na'] }], spans: SPANS })
    const seen = new Set<string>([...answer].flatMap(({ figure }) => [figure.state, ...figure.flags]))
    for (const one of [
      'carried',
      'ended',
      'partial',
      'break',
      'revised',
      'not additive',
      'not reported',
      'not due',
      'reported',
    ])
      expect(seen).toContain(one)
    const whole = answer.figure('added-then-latest', '*', '2024-Q3..2026-Q4')
    expect(whole).toMatchObject({ state: 'not additive', why: 'definitions', flags: expect.arrayContaining(['break']) })
    expect(answer.figure('retired', '*', '2025-Q3').state).toBe('not due')
    expect(answer.figure('flow', '*', '2026-Q2').state).toBe('not due')
    const value = (code: string, to: string) => answer.figure(code, '*', `2024-Q3..${to}`).value
    // A flow keeps what everybody said; a stock is never more than that, and since the beginning nothing is lost but for heirs.
    for (const to of CHANGING_QUARTERS.slice(1)) {
      expect(value('stock', to)!).toBeLessThanOrEqual(value('flow', to)!)
      expect(value('stock', to)!).toBeLessThanOrEqual(value('life', to)!)
    }
  })
})

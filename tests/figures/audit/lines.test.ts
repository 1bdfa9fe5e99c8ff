import { describe, expect, it } from 'vitest'
import { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import { rebuildTally } from '../../../src/figures/tally/rebuild.ts'
import { ALL, NOW, span } from '../../support/world.ts'
import { CHANGING_QUARTERS, changingProject } from './changing-project.ts'

/** Every span of quarters there is. */
const SPANS = CHANGING_QUARTERS.flatMap((from, i) => CHANGING_QUARTERS.slice(i).map((to) => span(from, to)))

describe('a project in which places merge and duties are handed over', () => {
  it('is the same a second time, in every span: no figure differs', () => {
    const { db } = changingProject()
    const facts = auditFigures(db, NOW, SPANS)
    expect(facts.differences.map(String)).toEqual([])
    expect(facts.compared).toBeGreaterThan(2000)
    rebuildTally(db)
    expect(auditFigures(db, NOW, SPANS).differences.map(String)).toEqual([])
    db.$client.close()
  })

  it('holds every case of a line: carried, ended, missing, split, without a total', () => {
    const world = changingProject()
    const answer = world.ask({ groups: [ALL, { key: 'na', places: ['na'] }], spans: SPANS })
    const seen = new Set<string>([...answer].flatMap(({ figure }) => [figure.state, ...figure.flags]))
    for (const one of ['carried', 'ended', 'partial', 'not additive', 'not reported', 'reported'])
      expect(seen).toContain(one)
    const value = (code: string, to: string) => answer.figure(code, '*', `2024-Q3..${to}`).value
    // A flow keeps what everybody said; a stock is never more than that, and since the beginning nothing is lost but for heirs.
    for (const to of CHANGING_QUARTERS.slice(1)) {
      expect(value('stock', to)!).toBeLessThanOrEqual(value('flow', to)!)
      expect(value('stock', to)!).toBeLessThanOrEqual(value('life', to)!)
    }
  })
})

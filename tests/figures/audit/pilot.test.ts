import { describe, expect, it } from 'vitest'
import { loadPilot } from '../../../fixtures/load.ts'
import { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import { auditTally } from '../../../src/figures/tally/audit-store.ts'
import { rebuildTally } from '../../../src/figures/tally/rebuild.ts'
import { emptyDb } from '../../support/database.ts'

describe('every figure of the pilot', () => {
  it('comes out the same when it is worked out again row by row, from the tally and from the facts', () => {
    const now = Date.UTC(2022, 0, 19, 12)
    const db = emptyDb()
    loadPilot(db, { now, passwordHash: () => '' })
    const raw = auditFigures(db, now)
    expect(raw.differences.map(String)).toEqual([])
    expect(raw.compared).toBeGreaterThan(2000)
    console.log(`the pilot: ${raw.compared} figures compared`)
    rebuildTally(db)
    expect(auditFigures(db, now).differences.map(String)).toEqual([])
    expect(auditTally(db)).toEqual([])
    db.$client.close()
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../../../db/connection.ts'
import { previousRelease } from '../../../../src/releases/content/earlier/previous-load.ts'
import { draftRelease } from '../../../../src/releases/drafts/draft-release.ts'
import { insertLedger } from '../../../../src/releases/protection/ledger-store.ts'
import { releaseById } from '../../../../src/releases/store.ts'
import { DEMO_NOW, demoDb, personaId } from '../../../support/demo.ts'
import { MANAGER, type Ordered, ordered, persona } from '../../making.ts'

let db: Db
let made: number
beforeEach(() => {
  db = demoDb()
  made = 0
})

const homeOffice = () => personaId(db, 'donor.homeoffice@example.org')
const second = () => personaId(db, 'donor.second@example.org')

/** A report of these people, as if it had been issued with one figure for each of these spans. */
function issued(recipients: number[], spans: readonly string[], shown: number | null = 9, over: Ordered = {}): number {
  made += 1
  const id = draftRelease(db, persona(db, MANAGER), ordered(db, { recipients, ...over }), DEMO_NOW + made)
  const figures = spans.map((span) => ({
    figureId: `V3|project|${span}||value`,
    indicatorId: 1,
    atoms: [],
    shown,
    mark: shown === null ? '[x]' : null,
  }))
  insertLedger(db, id, { atoms: '[]', figures: JSON.stringify(figures) })
  db.$client
    .prepare(
      "update release set state = 'issued', plan = '{}', preview = '{}', issued_at = ?, issued_by = created_by where id = ?",
    )
    .run(DEMO_NOW + made, id)
  return id
}

function comparedWith(recipients: number[], spans: readonly string[], over: Ordered = {}): number | null {
  const id = draftRelease(db, persona(db, MANAGER), ordered(db, { recipients, ...over }), DEMO_NOW + 99)
  return previousRelease(db, releaseById(db, id)!, new Set(spans))?.id ?? null
}

describe('a report is compared with', () => {
  it('the last that its recipient has had, and none that went to somebody else', () => {
    const own = issued([homeOffice()], ['2021-Q1'])
    issued([second()], ['2021-Q1'])
    expect(comparedWith([homeOffice()], ['2021-Q1'])).toBe(own)
  })

  it('the last that shows a figure for one of its spans', () => {
    const years = issued([homeOffice()], ['2021-Q1', '2021-Q2'])
    issued([homeOffice()], ['2020-Q1'])
    expect(comparedWith([homeOffice()], ['2021-Q2', '2021-Q3'])).toBe(years)
    expect(comparedWith([homeOffice()], ['2019-Q2'])).toBeNull()
  })

  it('never one without a number in it', () => {
    const full = issued([homeOffice()], ['2021-Q1'])
    issued([homeOffice()], ['2021-Q1'], null)
    issued([homeOffice()], [])
    expect(comparedWith([homeOffice()], ['2021-Q1'])).toBe(full)
  })

  it('one that all its recipients have had rather than a later one of some', () => {
    const both = issued([homeOffice(), second()], ['2021-Q1'])
    const later = issued([second()], ['2021-Q1', '2021-Q2'])
    expect(comparedWith([homeOffice(), second()], ['2021-Q1'])).toBe(both)
    expect(comparedWith([homeOffice(), second()], ['2021-Q2'])).toBe(later)
  })

  it('one of the same audience', () => {
    const forPublic = issued([], ['2021-Q1'], 12, { audience: 'public', threshold: 10 })
    issued([homeOffice()], ['2021-Q1'])
    expect(comparedWith([], ['2021-Q1'], { audience: 'public', threshold: 10 })).toBe(forPublic)
    expect(comparedWith([second()], ['2021-Q1'])).toBeNull()
  })
})

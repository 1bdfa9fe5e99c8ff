import { describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { discardRelease } from '../../../src/releases/discard.ts'
import { draftRelease } from '../../../src/releases/drafts/draft-release.ts'
import { issuedBefore, issuedReleases, releasesIssuedTo, setIssued } from '../../../src/releases/store.ts'
import { record } from '../../../src/trail/store.ts'
import { DEMO_NOW, demoDb } from '../../support/demo.ts'
import { DONOR, MANAGER, ordered, persona } from '../making.ts'

const drafted = (db: Db) => draftRelease(db, persona(db, MANAGER), ordered(db), DEMO_NOW)

/** As issuing writes it, without a file and without figures. */
function issuedAt(db: Db, id: number, at: number): void {
  const manager = persona(db, MANAGER)
  db.$client.prepare("update release set state = 'protected' where id = ?").run(id)
  setIssued(db, id, { issuedAt: at, issuedBy: manager.id, preview: '{}' })
  record(db, { at, by: manager, verb: 'release.issued', subject: ['release', id], detail: {} })
}

describe('the number of a report', () => {
  it('is never given again, though the report was discarded', () => {
    const db = demoDb()
    expect([drafted(db), drafted(db)]).toEqual([1, 2])
    discardRelease(db, persona(db, MANAGER), 2, DEMO_NOW)
    expect(drafted(db)).toBe(3)
    for (const id of [1, 3]) discardRelease(db, persona(db, MANAGER), id, DEMO_NOW)
    expect(drafted(db)).toBe(4)
  })
})

describe('the order of issued reports', () => {
  it.each([
    ['in one millisecond', [DEMO_NOW, DEMO_NOW, DEMO_NOW]],
    ['by a clock that went back', [DEMO_NOW, DEMO_NOW - 3_600_000, DEMO_NOW - 1800_000]],
  ])('is that in which they were issued, %s', (_, clock) => {
    const db = demoDb()
    for (const id of [1, 2, 3]) expect(drafted(db)).toBe(id)
    for (const [nth, id] of [3, 1, 2].entries()) issuedAt(db, id, clock[nth]!)
    expect(issuedReleases(db).map(({ id }) => id)).toEqual([3, 1, 2])
    expect(issuedBefore(db, { id: 2 }).map(({ id }) => id)).toEqual([3, 1])
    expect(issuedBefore(db, { id: 3 })).toEqual([])
    expect(releasesIssuedTo(db, persona(db, DONOR).id).map(({ id }) => id)).toEqual([2, 1, 3])
  })
})

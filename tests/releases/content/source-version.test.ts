import { describe, expect, it } from 'vitest'
import { mayChange } from '../../../src/releases/content/source-version.ts'
import { isStillAt, sourceVersion } from '../../../src/releases/content/source-version-load.ts'
import { record } from '../../../src/trail/store.ts'
import { VERBS, type Verb } from '../../../src/vocabulary/trail.ts'
import { emptyDb } from '../../support/database.ts'

const release = { id: 7, asAt: 1000 }
const event = (verb: Verb, at: number, subjectId = '1') => ({ verb, at, subjectKind: 'release', subjectId }) as const

describe('an event after a release was read', () => {
  it.each([
    ['project.loaded', 2000, '1', true],
    ['release.issued', 2000, '8', true],
    ['submission.approved', 1001, '1', false],
    ['submission.approved', 1000, '1', true],
    ['submission.approved', 999, '1', true],
    ['setting.changed', 1001, 'contact', true],
    ['setting.changed', 1000, 'rag', true],
    ['release.explanations-chosen', 2000, '7', true],
    ['release.explanations-chosen', 2000, '8', false],
    ['release.protected', 2000, '7', true],
    ['release.protected', 2000, '70', false],
    ['release.downloaded', 2000, '7', false],
    ['release.approved', 2000, '7', false],
    ['submission.saved', 1, '7', false],
    ['person.signed-in', 1, '7', false],
  ] as const)('%s at %d about %s: %s', (verb, at, subject, changes) => {
    expect(mayChange(event(verb, at, subject), release)).toBe(changes)
  })

  it('can matter only when it is about what is measured, figures, settings or releases', () => {
    const mattering = VERBS.filter((verb) => mayChange(event(verb, 0, '7'), release))
    expect(mattering).toEqual([
      'project.loaded',
      'project.replanned',
      'project.published',
      'place.changed',
      'indicator.redefined',
      'indicator.retired',
      'indicator.breakdown-changed',
      'indicator.related',
      'indicator.unrelated',
      'breakdown.category-listed',
      'breakdown.category-ended',
      'assignment.handed-over',
      'assignment.handover-withdrawn',
      'person.corrected',
      'submission.approved',
      'submission.evidence-removed',
      'result.scored',
      'setting.changed',
      'release.protected',
      'release.protection-failed',
      'release.protection-restarted',
      'release.explanations-chosen',
      'release.deviations-explained',
      'release.evidence-chosen',
      'release.reasons-chosen',
      'release.next-report-set',
      'release.small-changes-chosen',
      'release.issued',
      'release.withdrawn',
      'release.discarded',
    ])
  })
})

describe('the version of what a release is made from', () => {
  const done = (db: ReturnType<typeof emptyDb>, verb: Verb, at: number) =>
    record(db, { at, by: null, verb, subject: ['release', 1], detail: {} })

  it('stands while nothing is written, and while nothing is that matters', () => {
    const db = emptyDb()
    done(db, 'project.loaded', 1)
    const version = sourceVersion(db)
    expect(isStillAt(db, version, release)).toBe(true)
    done(db, 'submission.saved', 2)
    done(db, 'submission.approved', 1001)
    expect(isStillAt(db, version, release)).toBe(true)
  })

  it.each([
    ['submission.approved', 1000],
    ['release.issued', 5000],
  ] as const)('is another one after %s at %d, whatever is done after it', (verb, at) => {
    const db = emptyDb()
    const version = sourceVersion(db)
    done(db, verb, at)
    done(db, 'person.signed-in', 6000)
    expect(isStillAt(db, version, release)).toBe(false)
  })

  it('is another one after a change of the framework, which has no event of its own', () => {
    const db = emptyDb()
    const version = sourceVersion(db)
    db.$client.exec("insert into partner (slug, position) values ('x', 1)")
    expect(isStillAt(db, version, release)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import type { Person } from '../../src/access/person.ts'
import { mayAgree, needsAgreement, obstacleToIssuing } from '../../src/releases/release.ts'

const NOTHING = { agreed: [], recipients: [], brokenLayout: false, unexplained: 0, removedEvidence: 0 }

describe('issuing', () => {
  const ready = { state: 'protected', audience: 'donor', threshold: 5, createdBy: 1, uncovers: 0 } as const
  it.each([
    ['a donor’s report at 5', ready, [], [9], null],
    ['without anybody to receive it', ready, [], [], 'nobody-to-receive'],
    ['while it is protected', { ...ready, state: 'protecting' }, [], [9], 'not-protected'],
    ['after protecting failed', { ...ready, state: 'failed' }, [], [9], 'not-protected'],
    ['a second time', { ...ready, state: 'issued' }, [], [9], 'already-issued'],
    ['to the public', { ...ready, audience: 'public', threshold: 10 }, [], [], 'needs-agreement'],
    [
      'to the public with the maker’s own agreement',
      { ...ready, audience: 'public', threshold: 10 },
      [1],
      [],
      'needs-agreement',
    ],
    ['to the public with another’s agreement', { ...ready, audience: 'public', threshold: 10 }, [2], [], null],
    ['that uncovers something', { ...ready, uncovers: 2 }, [], [9], 'needs-agreement'],
    ['that uncovers something, with the maker’s own agreement', { ...ready, uncovers: 2 }, [1], [9], 'needs-agreement'],
    ['that uncovers something, with another’s agreement', { ...ready, uncovers: 2 }, [2], [9], null],
    ['to the public at 5', { ...ready, audience: 'public' }, [], [], 'needs-agreement'],
  ] as const)('%s', (_, release, agreed, recipients, obstacle) => {
    expect(obstacleToIssuing(release, { ...NOTHING, agreed, recipients })).toBe(obstacle)
  })

  it('with figures far from their plan that nobody has explained, whoever agreed', () => {
    const unexplained = { ...NOTHING, agreed: [2], recipients: [9], unexplained: 1, removedEvidence: 1 }
    expect(obstacleToIssuing(ready, unexplained)).toBe('unexplained')
    expect(obstacleToIssuing({ ...ready, state: 'protecting' }, unexplained)).toBe('not-protected')
    expect(obstacleToIssuing({ ...ready, state: 'issued' }, unexplained)).toBe('already-issued')
  })

  it('that names a file which was removed', () => {
    const removed = { ...NOTHING, removedEvidence: 1 }
    expect(obstacleToIssuing(ready, removed)).toBe('evidence-removed')
  })

  it('whose workbook is laid out by what is not there, before anything else is asked for', () => {
    const broken = { ...NOTHING, brokenLayout: true, unexplained: 1, removedEvidence: 1 }
    expect(obstacleToIssuing(ready, broken)).toBe('layout-broken')
    expect(obstacleToIssuing({ ...ready, state: 'protecting' }, broken)).toBe('not-protected')
  })

  it('needs a second manager for the public, and below the usual number', () => {
    expect(needsAgreement({ audience: 'donor', threshold: 5, uncovers: 0 })).toBe(false)
    expect(needsAgreement({ audience: 'donor', threshold: 11, uncovers: 0 })).toBe(false)
    expect(needsAgreement({ audience: 'public', threshold: 10, uncovers: 0 })).toBe(true)
    expect(needsAgreement({ audience: 'public', threshold: 5, uncovers: 0 })).toBe(true)
    expect(needsAgreement({ audience: 'donor', threshold: 5, uncovers: 1 })).toBe(true)
  })

  it('lets anybody agree once, but not the maker and not too early', () => {
    const person = (id: number) => ({ id }) as Person
    expect(mayAgree(ready, person(2), [])).toBe(true)
    expect(mayAgree(ready, person(2), [2])).toBe(false)
    expect(mayAgree(ready, person(1), [])).toBe(false)
    expect(mayAgree({ ...ready, state: 'protecting' }, person(2), [])).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { figuresVersion } from '../../src/dashboards/version-load.ts'
import { record } from '../../src/trail/store.ts'
import type { SubjectKind, Verb } from '../../src/vocabulary/trail.ts'
import { emptyDb } from '../support/database.ts'

type Subject = [kind: SubjectKind, id: string | number]
const db = () => emptyDb()
const done = (on: ReturnType<typeof db>, verb: Verb, subject: Subject) =>
  record(on, { at: 1, by: null, verb, subject, detail: {} })

describe('what pages of figures are kept by', () => {
  it('stands while nothing is written', () => {
    const on = db()
    done(on, 'period.closed', ['period', '2021-Q1'])
    const version = figuresVersion(on)
    expect(version()).toBe(version())
  })

  it('stands when a report is made, and is another one with the next write of something else', () => {
    const on = db()
    const version = figuresVersion(on)
    const before = version()
    done(on, 'release.drafted', ['release', 1])
    expect(version()).toBe(before)
    done(on, 'release.protected', ['release', 1])
    done(on, 'release.issued', ['release', 1])
    expect(version()).toBe(before)
    done(on, 'submission.approved', ['submission', 1])
    const after = version()
    expect(after).not.toBe(before)
    done(on, 'release.downloaded', ['release', 1])
    expect(version()).toBe(after)
  })

  it.each<[Verb, Subject]>([
    ['submission.saved', ['submission', 1]],
    ['setting.changed', ['setting', 'rag']],
    ['period.reopened', ['period', '2021-Q1']],
    ['person.signed-in', ['person', 1]],
  ])('is another one after %s, though a report is issued beside it', (verb, subject) => {
    const on = db()
    const version = figuresVersion(on)
    const before = version()
    done(on, 'release.issued', ['release', 1])
    done(on, verb, subject)
    done(on, 'release.downloaded', ['release', 1])
    expect(version()).not.toBe(before)
  })

  it('is another one after a write that nothing is told of, and after one of the framework beside a report', () => {
    const on = db()
    const version = figuresVersion(on)
    const before = version()
    on.$client.exec('update framework_version set nth = nth')
    const untold = version()
    expect(untold).not.toBe(before)
    done(on, 'release.issued', ['release', 1])
    on.$client.exec("insert into partner (slug, position) values ('x', 1)")
    expect(version()).not.toBe(untold)
  })
})

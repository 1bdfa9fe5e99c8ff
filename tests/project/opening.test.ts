import { beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { belongsToOrganisation, type FileHistory, holdsDemo } from '../../src/project/opening.ts'
import { fileHistory, noteOpening } from '../../src/project/opening-store.ts'
import { emptyDb } from '../support/database.ts'
import { addedPerson } from '../support/people.ts'

const NEW: FileHistory = { demo: null, production: null, illustrative: null, strangers: 0 }

describe('whose a file is', () => {
  it.each<[string, Partial<FileHistory>, boolean]>([
    ['a new file is nobody’s', {}, false],
    ['opened for real, it is an organisation’s', { production: 5 }, true],
    ['so it is when it was a demo before', { demo: 1, production: 5 }, true],
    ['a demo to which visitors added people stays one', { demo: 1, strangers: 2, illustrative: true }, false],
    ['an earlier version’s demo is one', { illustrative: true }, false],
    ['people that no demo invites are real', { strangers: 1 }, true],
    ['also beside made-up figures, where no version noted how they came', { strangers: 1, illustrative: true }, true],
    ['a project whose figures are not made up is real', { illustrative: false }, true],
  ])('%s', (_, known, real) => {
    expect(belongsToOrganisation({ ...NEW, ...known })).toBe(real)
  })

  it('nobody real is added to what holds a demo', () => {
    const none = { demo: null, production: null, illustrative: null }
    expect(holdsDemo(none)).toBe(false)
    expect(holdsDemo({ ...none, illustrative: false })).toBe(false)
    expect(holdsDemo({ ...none, demo: 7 })).toBe(true)
    expect(holdsDemo({ ...none, demo: 7, production: 8 })).toBe(true)
    expect(holdsDemo({ ...none, illustrative: true })).toBe(true)
    expect(holdsDemo({ ...none, illustrative: true, production: 8 })).toBe(false)
  })
})

describe('the mark in a file', () => {
  let db: Db
  beforeEach(() => {
    db = emptyDb()
  })
  const history = () => fileHistory(db, new Set(['an@example.org']))
  const changes = () => db.$client.prepare('select total_changes()').pluck().get()

  it('is the first time it was opened as what, and later times write nothing', () => {
    noteOpening(db, 'production', 10)
    const before = changes()
    noteOpening(db, 'production', 20)
    expect(changes()).toBe(before)
    expect(history()).toMatchObject({ production: 10, demo: null })
  })

  it.each([
    "delete from opening where mode = 'production'",
    "update opening set mode = 'demo'",
    "insert or replace into opening (mode, at) values ('production', 99)",
  ])('stands for ever: %s', (statement) => {
    noteOpening(db, 'production', 10)
    expect(() => db.$client.exec(statement)).toThrow('append-only')
  })

  it('counts as strangers whom no demo invites', () => {
    for (const email of ['an@example.org', 'real@ngo.vn'])
      addedPerson(db, { email, name: email, role: 'donor', passwordHash: '' }, 1)
    expect(history().strangers).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/language/words.ts'
import { readFilter } from '../../src/trail/form.ts'
import { detailFor } from '../../src/trail/page.ts'
import { readTrail, record } from '../../src/trail/store.ts'
import { VERBS } from '../../src/vocabulary/trail.ts'
import { testApp, Visitor } from '../support/app.ts'
import { emptyDb } from '../support/database.ts'
import { addedPerson } from '../support/people.ts'
import { NAMES } from './names.ts'

const midnight = Date.parse('2021-10-05T00:00:00+07:00')

describe('reading what the address asks for', () => {
  it.each([
    [{}, {}],
    [{ verb: 'person.added' }, { verb: 'person.added' }],
    [{ verb: 'nonsense', from: '5/10/2021', before: '-1', by: 'x', subject: 'a b' }, {}],
    [{ subject: 'submission:12' }, { subject: ['submission', '12'] }],
    [
      { from: '2021-10-05', to: '2021-10-05' },
      { from: midnight, before: midnight + 86_400_000 },
    ],
    [
      { before: '50', by: '3' },
      { beforeId: 50, byId: 3 },
    ],
  ])('%j', (query, filter) => {
    expect(readFilter(query).filter).toEqual(filter)
  })
})

describe('what a line tells', () => {
  const saved = {
    subjectKind: 'submission' as const,
    subjectId: '354',
    detail: {
      version: 3,
      changes: [
        { field: 'v.V3', from: 4, to: 6 },
        { field: 'v.V5', from: null, to: 0 },
      ],
    },
  }

  const told = (row: Parameters<typeof detailFor>[0], seesValues: boolean) =>
    detailFor(row, seesValues, NAMES, wordsFor('en'))

  it('shows values to those who read submissions', () => {
    expect(told(saved, true)).toBe('changes: V3: 4 → 6; V5: blank → 0')
  })

  it('shows others only how many were changed', () => {
    expect(told(saved, false)).toBe('changes: 2')
    expect(told({ subjectKind: 'setting', subjectId: 'rag', detail: { value: { green: 90 } } }, false)).toBe('now: 90')
  })
})

describe('the trail', () => {
  it('has a sentence for every deed, in both languages', () => {
    for (const language of ['vi', 'en'] as const) {
      for (const verb of VERBS) expect(wordsFor(language).t(`trail:did.${verb}`)).not.toContain('did.')
    }
  })

  it('is shown newest first, filtered, a page at a time', async () => {
    const db = emptyDb()
    const manager = addedPerson(db, { name: 'Quản Lý', role: 'manager', language: 'en' }, midnight)
    for (let nth = 1; nth <= 120; nth++) {
      const verb = nth % 2 ? 'submission.saved' : 'submission.submitted'
      record(db, {
        at: midnight + nth * 3_600_000,
        by: { id: manager },
        verb,
        subject: ['submission', nth],
        detail: { nth },
      })
    }
    const visitor = await new Visitor(await testApp(db)).become(manager)
    const first = (await visitor.get('/trail?verb=submission.saved')).body
    expect(first.match(/<tr id="e/g)).toHaveLength(50)
    expect(first).toContain('Saved a submission that is not there any more')
    expect(first.indexOf('subject=submission%3A119')).toBeLessThan(first.indexOf('subject=submission%3A117'))
    expect(first).not.toMatch(/>submission \d/)
    const next = /href="(\/trail\?[^"]*before=\d+)"/.exec(first)![1]!.replaceAll('&amp;', '&')
    expect((await visitor.get(next)).body.match(/<tr id="e/g)).toHaveLength(10)
    expect((await visitor.get('/trail?subject=submission:7')).body.match(/<tr id="e/g)).toHaveLength(1)
    expect((await visitor.get('/trail?subject=setting:rag')).body).toContain('Nothing matches')
    expect(readTrail(db, { from: midnight, before: midnight + 3 * 3_600_000 }, 99)).toHaveLength(3)
  })

  it('is not narrowed to somebody or something that nobody knows: it names them, and shows the rest as asked', async () => {
    const db = emptyDb()
    const manager = addedPerson(db, { name: 'Quản Lý', role: 'manager', language: 'en' }, midnight)
    const visitor = await new Visitor(await testApp(db)).become(manager)
    for (const [asked, named] of [
      ['by=999', 'by'],
      ['subject=submission:999', 'subject'],
      ['subject=person:0', 'subject'],
      ['subject=indicator:ZZ', 'subject'],
    ] as const) {
      const { body } = await visitor.get(`/trail?${asked}`)
      expect([asked, body.includes(`data-parameter="${named}"`), body.includes('Nothing matches')]).toEqual([
        asked,
        true,
        false,
      ])
      expect(body.match(/<tr id="e/g)!.length, asked).toBeGreaterThan(0)
      const program = await visitor.get(`/trail?${asked}`, { accept: 'application/json' })
      expect([program.status, JSON.parse(program.body).errors[0].parameter]).toEqual([400, named])
    }
    const { body } = await visitor.get(`/trail?by=${manager}&subject=person:${manager}`)
    expect(body).not.toContain('data-parameter')
  })
})

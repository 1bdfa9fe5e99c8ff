import { describe, expect, it } from 'vitest'
import type { Permission } from '../../src/access/permissions.ts'
import { notShownInWords } from '../../src/forms/asked.ts'
import { wordsFor } from '../../src/language/words.ts'
import type { TrailRow } from '../../src/trail/event.ts'
import { verbNow } from '../../src/trail/event.ts'
import { readFilter } from '../../src/trail/form.ts'
import { detailFor, PAGE_ROWS, trailModel } from '../../src/trail/page.ts'
import { SUBJECT_KINDS, VERBS } from '../../src/vocabulary/trail.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'
import { NAMES } from './names.ts'

const row = (id: number, over: Partial<TrailRow> = {}): TrailRow => ({
  id,
  at: id,
  by: null,
  verb: 'submission.saved',
  subjectKind: 'submission',
  subjectId: '1',
  detail: { changes: [1, 2] },
  ...over,
})
const words = wordsFor('en', PILOT_TERMS)
const asked = readFilter({ verb: 'submission.saved', subject: 'submission:354' })
const people = [{ id: 7, name: 'Max' }]
const pageOf = (rows: readonly TrailRow[], may: (permission: Permission) => boolean = () => true, query = asked) =>
  trailModel({ rows, people, names: NAMES, unknown: [] }, query.typed, may, words)

describe('a page of the trail', () => {
  it('holds fifty rows, and leads to older ones when there are more', () => {
    const rows = Array.from({ length: PAGE_ROWS + 1 }, (_, nth) => row(1000 - nth))
    const model = pageOf(rows)
    expect(PAGE_ROWS).toBe(50)
    expect(model.rows.map(({ id }) => id)).toEqual(rows.slice(0, 50).map(({ id }) => id))
    expect(model.older).toBe('/trail?verb=submission.saved&subject=submission%3A354&before=951')
    expect(pageOf(rows.slice(0, 50)).older).toBeNull()
    expect(model).toMatchObject({ query: asked.typed, newest: null })
    expect(model.verbs.map(({ value }) => value)).toEqual(['', ...VERBS])
  })

  it('leads back to the newest ones from older ones', () => {
    const older = readFilter({ by: '7', before: '951' })
    expect(pageOf([row(1)], () => true, older).newest).toBe('/trail?by=7')
    expect(pageOf([row(1)], () => true, readFilter({ before: '951' })).newest).toBe('/trail')
  })

  it('is asked for by person, by kind of object or one object, which is named', () => {
    const { people: who, subjects, isFiltered } = pageOf([])
    expect(who.map(({ label }) => label)).toEqual(['Anybody', 'Max'])
    expect(subjects.slice(0, 2)).toEqual([
      { value: '', label: 'Anything' },
      { value: 'submission:354', label: 'Q4 2021 of Police – Nghe An' },
    ])
    expect(subjects.slice(2).map(({ value }) => value)).toEqual([...SUBJECT_KINDS])
    expect(isFiltered).toBe(true)
    const older = pageOf([], () => true, readFilter({ before: '951' }))
    expect([older.isFiltered, older.subjects[0]!.value]).toEqual([false, ''])
    // A kind alone is in the list already.
    expect(pageOf([], () => true, readFilter({ subject: 'person' })).subjects.map(({ value }) => value)).toEqual([
      '',
      ...SUBJECT_KINDS,
    ])
    const all = pageOf([], () => true, readFilter({}))
    expect([all.subjects.length, all.isFiltered]).toEqual([SUBJECT_KINDS.length + 1, false])
  })

  it('names what of the address makes no sense', () => {
    expect(readFilter({ verb: 'nonsense', from: '2021-02-31', by: '7', subject: '' }).misread).toEqual([
      { parameter: 'verb', value: 'nonsense' },
      { parameter: 'from', value: '2021-02-31' },
    ])
    const day = { from: '2021-02-01', to: '2021-02-01' }
    expect([readFilter(day).misread, readFilter({ to: '2021-01-01' }).misread]).toEqual([[], []])
    // Nothing can match it: everything is shown, and why is said.
    const { filter, misread, typed } = readFilter({ ...day, to: '2021-01-31' })
    expect([filter.from, filter.before, typed.to]).toEqual([undefined, undefined, '2021-01-31'])
    expect(notShownInWords(misread[0]!, words)).toEqual({
      parameter: 'from',
      label: 'From',
      why: 'empty-span',
      sentence: '“2021-02-01 – 2021-01-31” ends before it begins. Choose again on this page.',
    })
    expect(readFilter({ by: 'x'.repeat(99) }).misread).toEqual([{ parameter: 'by', value: 'x'.repeat(40) }])
  })

  it('leads from each event to what it is about, and to everything done to that', () => {
    const [told] = pageOf([row(1, { verb: 'submission.approved', subjectId: '354', detail: { version: 1 } })]).rows
    expect(told).toMatchObject({
      did: 'Approved Q4 2021 of Police – Nghe An',
      href: '/submissions/354',
      trail: '/trail?subject=submission%3A354',
      detail: '',
    })
  })

  it('shows values to those alone who may read submissions', () => {
    expect(pageOf([row(1)]).rows[0]!.detail).toBe('changes: 1; 2')
    const withoutValues = (detail: Record<string, unknown>) =>
      pageOf([row(1, { detail })], (permission) => permission !== 'submission.see').rows[0]!.detail
    expect(withoutValues({ changes: [1, 2] })).toBe('changes: 2')
    expect(withoutValues({ version: 3, note: 'typed', nothing: null })).toBe('')
  })

  it.each([
    [{ role: 'partner', partnerIds: [3, 4] }, 'role: Reporting partner · partners: Women’s Union; 4'],
    [{ changed: ['email', 'partnerIds'], partnerIds: [] }, 'corrected: e-mail; partners · partners: nothing'],
    [{ value: { green: 90, amber: 70 } }, 'now: green from 90%, amber from 70%'],
    [{ value: null }, 'now: nothing'],
    [{ from: '2020-Q4', to: null, last: '2021-Q1' }, 'from: Q4 2020 · to: nothing · last quarter: Q1 2021'],
    [{ from: 8083, recipients: [7, 9], draft: false }, 'from: Q4 2020 · recipients: Max; 9 · draft: no'],
    [{ language: 'vi' }, 'language: Tiếng Việt'],
    [{ language: 'both' }, 'language: both'],
    [{ list: [null, { a: 1, b: 'x' }] }, 'list: nothing; 1 x'],
    [{}, ''],
  ])('puts %j into words', (detail, said) => {
    expect(detailFor({ subjectKind: 'person', subjectId: '7', detail }, false, NAMES, words)).toBe(said)
  })
})

it('what was written under a former name is called what it is called today', () => {
  expect(verbNow('release.narrative-chosen')).toBe('release.explanations-chosen')
  expect(verbNow('submission.saved')).toBe('submission.saved')
})

describe('what the address asks for', () => {
  it.each([
    ['person:3', ['person', '3']],
    ['setting:rag', ['setting', 'rag']],
    ['period:2021-Q4', ['period', '2021-Q4']],
    ['nobody:3', undefined],
    ['person', ['person']],
    ['persons', undefined],
    ['person:', undefined],
    ['person:3 or 1', undefined],
    ['x person:3', undefined],
  ])('is a subject as in %s', (subject, found) => {
    expect(readFilter({ subject }).filter.subject).toEqual(found)
    expect(readFilter({ subject }).typed.subject).toBe(subject)
  })

  it('is from the first instant of a day to the last of another, in Viet Nam', () => {
    const { filter } = readFilter({ from: '2021-03-01', to: '2021-03-31', by: '7', before: '99' })
    expect(filter).toEqual({
      from: Date.parse('2021-03-01T00:00:00+07:00'),
      before: Date.parse('2021-04-01T00:00:00+07:00'),
      byId: 7,
      beforeId: 99,
    })
  })

  it('is nothing where days are none', () => {
    expect(readFilter({ from: '2021-02-31', to: '9999-99-99' }).filter).toEqual({})
  })
})

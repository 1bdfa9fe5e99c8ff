import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/language/words.ts'
import type { TrailRow } from '../../src/trail/event.ts'
import { verbNow } from '../../src/trail/event.ts'
import { readFilter } from '../../src/trail/form.ts'
import { detailFor, PAGE_ROWS, trailModel } from '../../src/trail/page.ts'
import { VERBS } from '../../src/vocabulary/trail.ts'

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
const NAMES = {
  partners: new Map([[3, { vi: 'Hội Phụ nữ', en: 'Women’s Union' }]]),
  people: new Map([[7, 'Max']]),
}
const words = wordsFor('en')
const { typed } = readFilter({ verb: 'submission.saved', subject: 'submission:1' })

describe('a page of the trail', () => {
  it('holds fifty rows, and leads to older ones when there are more', () => {
    const rows = Array.from({ length: PAGE_ROWS + 1 }, (_, nth) => row(1000 - nth))
    const model = trailModel(rows, typed, true, NAMES, words)
    expect(PAGE_ROWS).toBe(50)
    expect(model.rows.map(({ id }) => id)).toEqual(rows.slice(0, 50).map(({ id }) => id))
    expect(model.older).toBe('/trail?verb=submission.saved&subject=submission%3A1&before=951')
    expect(trailModel(rows.slice(0, 50), typed, true, NAMES, words).older).toBeNull()
    expect(model).toMatchObject({ query: typed, verbs: VERBS })
  })

  it('shows values to those alone who may read submissions', () => {
    expect(trailModel([row(1)], typed, true, NAMES, words).rows[0]!.detail).toBe('changes: 1; 2')
    expect(trailModel([row(1)], typed, false, NAMES, words).rows[0]!.detail).toBe('changes: 2')
  })

  it.each([
    [{ role: 'partner', partnerIds: [3, 4] }, 'role: Reporting partner · partners: Women’s Union; 4'],
    [{ changed: ['email', 'partnerIds'], partnerIds: [] }, 'corrected: e-mail; partners · partners: nothing'],
    [{ value: { green: 90, amber: 70 } }, 'now: 90 70'],
    [{ value: null }, 'now: nothing'],
    [{ from: '2020-Q4', to: null, last: '2021-Q1' }, 'from: Q4 2020 · to: nothing · last quarter: Q1 2021'],
    [{ from: 8083, recipients: [7, 8], draft: false }, 'from: Q4 2020 · recipients: Max; 8 · draft: no'],
    [{ language: 'vi' }, 'language: Tiếng Việt'],
    [{ language: 'both' }, 'language: both'],
    [{ list: [null, { a: 1, b: 'x' }] }, 'list: nothing; 1 x'],
    [{}, ''],
  ])('puts %j into words', (detail, said) => {
    expect(detailFor({ subjectKind: 'person', detail }, false, NAMES, words)).toBe(said)
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

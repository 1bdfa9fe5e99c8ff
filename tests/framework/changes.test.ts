import { describe, expect, it } from 'vitest'
import { checkProject } from '../../src/framework/check.ts'
import type { ChangeRow } from '../../src/framework/lists/changes.ts'
import { problemLine } from '../../src/framework/problem.ts'
import { readProject } from '../../src/framework/read.ts'
import { saveProject } from '../../src/framework/save.ts'
import { historiesAsAt } from '../../src/indicators/store.ts'
import { emptyDb } from '../support/database.ts'
import { q } from '../support/small-project.ts'
import { small, smallData, texts } from './small.ts'

const NOW = Date.parse('2022-06-01T09:00:00+07:00')
const text = (one: string) => ({ vi: one, en: one })
const written = { known: '2022-02-01' }
const redefine = { ...written, change: 'redefine', indicator: 'V1', from: '2022-Q1', set: { name: text('new') } }
const retire = { ...written, change: 'retire', indicator: 'V1', last: '2022-Q2' }
const list = {
  ...written,
  change: 'list-category',
  breakdown: 'sex',
  category: 'other',
  from: '2022-Q1',
  name: text('x'),
}
const end = { ...written, change: 'end-category', breakdown: 'sex', category: 'female', last: '2022-Q2' }
const split = { ...written, change: 'split', indicator: 'V1', from: '2022-Q1', breakdowns: ['age'] }

const ended = { ...written, change: 'place', place: 'nghe-an', lastDay: '2022-06-30' }
const plan = { ...written, change: 'plan', last: '2023-Q4' }

const problemsOf = (...changes: object[]) => {
  const read = readProject(texts({ ...small(), changes } as unknown as ReturnType<typeof small>))
  return ('problems' in read ? read.problems : checkProject(read.data)).map(problemLine)
}

describe('changes of what is measured, as they are written', () => {
  it('are none, or fit', () => {
    expect(problemsOf()).toEqual([])
    expect(problemsOf(redefine, { ...retire, known: '2022-03-01' }, list, end, split)).toEqual([])
    expect(problemsOf(list, { ...end, category: 'other', known: '2022-03-01' })).toEqual([])
    expect(problemsOf(ended, { ...ended, lastDay: null, known: '2022-03-01' }, plan)).toEqual([])
  })

  it.each<[string, object[], string]>([
    ['an end before the beginning', [{ ...redefine, to: '2021-Q4' }], 'changes.json, row 1 (V1), to: ends-first'],
    ['of a category', [{ ...list, to: '2021-Q4' }], 'changes.json, row 1 (sex=other), to: ends-first'],
    ['of a split', [{ ...split, to: '2021-Q4' }], 'changes.json, row 1 (V1), to: ends-first'],
    ['no such indicator', [{ ...retire, indicator: 'V9' }], 'changes.json, row 1 (V9), indicator: unknown "V9"'],
    ['no such list', [{ ...list, breakdown: 'hair' }], 'changes.json, row 1 (hair=other), breakdown: unknown "hair"'],
    ['no such category', [{ ...end, category: 'cat' }], 'changes.json, row 1 (sex=cat), category: unknown "cat"'],
    [
      'no such breakdown',
      [{ ...split, breakdowns: ['age', 'hair'] }],
      'changes.json, row 1 (V1), breakdowns.1: unknown "hair"',
    ],
    [
      'one breakdown twice',
      [{ ...split, breakdowns: ['age', 'age'] }],
      'changes.json, row 1 (V1), breakdowns.1: twice "age"',
    ],
    ['two at once', [redefine, { ...redefine, from: '2022-Q2' }], 'changes.json, row 2 (V1): overlaps'],
    ['something new and the end at once', [redefine, retire], 'changes.json, row 2 (V1): overlaps'],
    [
      'a category that comes and goes at once',
      [list, { ...end, category: 'other' }],
      'changes.json, row 2 (sex=other): overlaps',
    ],
    [
      'no such place',
      [{ ...written, change: 'place', place: 'hue', lastDay: null }],
      'changes.json, row 1 (hue), place: unknown "hue"',
    ],
    [
      'no such heir',
      [{ ...ended, became: ['ky-son', 'hue'] }],
      'changes.json, row 1 (nghe-an), became.1: unknown "hue"',
    ],
    ['no such parent', [{ ...ended, parent: 'hue' }], 'changes.json, row 1 (nghe-an), parent: unknown "hue"'],
    [
      'an end that is no day',
      [{ ...ended, lastDay: '2022-02-30' }],
      'changes.json, row 1 (nghe-an), lastDay: not-a-day "2022-02-30"',
    ],
    ['two ends of a place at once', [ended, { ...ended, lastDay: null }], 'changes.json, row 2 (nghe-an): overlaps'],
    ['two plans at once', [plan, plan], 'changes.json, row 2 (X): overlaps'],
    ['a quarter that is none', [{ ...plan, last: '2023' }], 'changes.json, row 1, last: not-a-quarter "2023"'],
  ])('say %s', (_, changes, line) => {
    expect(problemsOf(...changes)).toEqual([line])
  })

  it('may be known at once where they hold one after the other', () => {
    expect(problemsOf({ ...redefine, to: '2022-Q1' }, { ...redefine, from: '2022-Q2' })).toEqual([])
    expect(problemsOf({ ...redefine, to: '2022-Q2' }, retire)).toEqual([])
  })
})

describe('a change that the file refuses', () => {
  it.each<[string, ChangeRow, string]>([
    ['a retirement before it began', { ...retire, known: 1, last: 7959 - 1 } as ChangeRow, 'ends-first'],
    ['the end of a category before it began', { ...end, known: 1, last: 7959 - 1 } as ChangeRow, 'ends-first'],
  ])('is told with its row, and nothing was written: %s', (_, change, code) => {
    const db = emptyDb()
    const outcome = saveProject(db, null, { ...smallData(), changes: [change] }, NOW)
    expect(outcome).toMatchObject({ row: 1, refused: { code } })
    expect(historiesAsAt(db)).toEqual([])
  })

  it('leaves an indicator and its last quarter as they were said', () => {
    const db = emptyDb()
    const changes = [{ ...retire, known: NOW, last: q('2022-Q2') }] as ChangeRow[]
    expect(saveProject(db, null, { ...smallData(), changes }, NOW)).toBe('saved')
    expect(
      historiesAsAt(db)
        .find(({ code }) => code === 'V1')!
        .definitions.at(-1)!.to,
    ).toBe(q('2022-Q2'))
  })
})

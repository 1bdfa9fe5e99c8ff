import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/language/words.ts'
import { detailFor } from '../../src/trail/page.ts'
import type { SubjectKind } from '../../src/vocabulary/trail.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'
import { NAMES } from './names.ts'

const words = wordsFor('en', PILOT_TERMS)
const told = (kind: SubjectKind, subjectId: string, detail: Record<string, unknown>) =>
  detailFor({ subjectKind: kind, subjectId, detail }, true, NAMES, words)

describe('what is told of an event', () => {
  it.each([
    [{ predecessor: 'womens-union / ha-tinh' }, 'handed over by: Women’s Union – Ha Tinh'],
    [{ heir: 'police / nowhere' }, 'taken over by: Police – nowhere'],
    [{ heir: 'police' }, 'taken over by: police'],
    [{ heir: 'nobody / ha-tinh / x' }, 'taken over by: nobody / ha-tinh / x'],
    [{ parent: 'nghe-an', became: ['ha-tinh', 'gone'] }, 'lies in: Nghe An · became: Ha Tinh; gone'],
    [{ lastDay: '2025-06-30' }, 'last day: 30 Jun 2025'],
    [{ text: 'x2025-06-30', more: '2025-06-30x' }, 'text: x2025-06-30 · more: 2025-06-30x'],
  ])('of places and partners: %j is %s', (detail, said) => {
    expect(told('partner', 'womens-union', detail)).toBe(said)
  })

  it.each([
    [
      { base: 'V3', indicators: ['V3', 'ZZ'], counted: 'V3' },
      'rests on: V3 Clients · indicators: V3 Clients; ZZ · count: V3 Clients',
    ],
    [{ breakdowns: ['sex', 'no-such'] }, 'split by: Sex; no-such'],
    [{ changes: ['name', 'measure', 'overTime', 'unheard-of'] }, 'changes: Name; How it adds up; unheard-of'],
    [{ changes: 'x' }, 'changes: x'],
  ])('of what is measured: %j is %s', (detail, said) => {
    expect(told('indicator', 'V5', detail)).toBe(said)
  })

  it.each([
    ['sex', 'Female'],
    ['age', 'female'],
    ['no-such', 'female'],
  ])('a category of the breakdown %s alone has its name: %s', (breakdown, said) => {
    expect(told('breakdown', breakdown, { category: 'female' })).toBe(`category: ${said}`)
  })

  it.each([
    [{ language: 'en', audience: 'public', form: 'iati' }, 'language: English · audience: The public · file: IATI'],
    [{ language: 'both' }, 'language: Vietnamese and English'],
    [{ smallChanges: 'hide', failure: 'disk-full' }, 'small changes: hidden · reason: the disk was full'],
    [
      { layout: { project: 'quarter', province: 'year', breakdown: 'to-date', years: 'fiscal' } },
      'layout: Whole project, by quarter; Each province, by year; Sex, age, form and other breakdowns of the whole project, by whole period; fiscal years of the donor',
    ],
    [{ layout: { project: 'century', province: 'year', years: 'moons' } }, 'layout: Each province, by year'],
    [{ layout: { project: 'century' } }, 'layout: century'],
    [{ layout: null }, 'layout: nothing'],
    [{ layout: 'x' }, 'layout: x'],
    [{ confirmed: [1, 2], keptOnWord: true, chosen: [] }, 'confirmed: 2 · kept on their word: yes · chosen: 0'],
    [
      { from: 8083, to: 8084, figures: 1234.567, draft: false },
      'from: Q4 2020 · to: Q1 2021 · figures: 1,234.57 · draft: no',
    ],
    [{ about: { a: 1 }, uncovers: [true, 2.5] }, 'about: 1 · counts told that were hidden: yes; 2.5'],
  ])('of a report: %j is %s', (detail, said) => {
    expect(told('release', '9', detail)).toBe(said)
  })

  it.each([
    [{ language: 'both' }, 'language: both'],
    [{ reminder: 'overdue', declined: ['to-approve', 'x'] }, 'about: overdue · not wanted: to approve; x'],
    [{ scopes: ['figures', 'y'] }, 'may read: Figures; y'],
  ])('of a person: %j is %s', (detail, said) => {
    expect(told('person', '7', detail)).toBe(said)
  })

  it.each([
    [{ value: 4 }, 'April'],
    [{ value: { vi: 'Văn phòng', en: 'Office' } }, 'Office'],
    [{ value: { vi: 'Văn phòng' } }, 'Văn phòng'],
    [{ value: { en: 'Office' } }, 'Office'],
    [{ value: { green: 90, amber: 70 } }, 'green from 90%, amber from 70%'],
    [{ value: { green: 90 } }, '90'],
    [{ value: { amber: 70 } }, '70'],
    [{ value: 'x' }, 'x'],
  ])('of a setting: %j is %s', (detail, said) => {
    expect(told('setting', 'rag', detail)).toBe(`now: ${said}`)
  })

  it.each([
    [{ code: 'first', from: '2019-Q1', to: '2020-Q4' }, 'Phase one (1 Jan 2019 – 31 Dec 2020)'],
    [{ code: 'other', from: '2021-Q1', to: '2021-Q4' }, '1 Jan 2021 – 31 Dec 2021'],
    [{ code: 'x', from: '2021-Q1', to: 'open' }, 'x Q1 2021 open'],
    [{ code: 'x', from: 'long ago', to: '2021-Q1' }, 'x long ago Q1 2021'],
    [null, 'nothing'],
    ['y', 'y'],
  ])('a phase is its name with its days, as far as it is known: %j is %s', (phase, said) => {
    expect(told('project', 'p', { phases: [phase] })).toBe(`phases: ${said}`)
  })
})

describe('what was typed into a report', () => {
  const typed = (changes: unknown) => told('submission', '12', { changes })

  it.each([
    ['a number and a blank', 'v.V3', [null, 6], 'V3: blank → 6'],
    ['nothing that was there before', 'v.V3', [undefined, 0.5], 'V3: blank → 0.5'],
    ['a category', 'v.V3.sex=female', [1234.5, 2], 'V3, Female: 1234.5 → 2'],
    ['what a value rests on', 'd.V5', [40, 41], 'V5, denominator: 40 → 41'],
    ['a stage by its name, and one that is none by its number', 'v.M1', [1, 9], 'M1: draft → 9'],
    ['a state', 's.V3', ['not reported', 'not applicable'], 'V3: not reported → not applicable'],
    ['words', 'r.V3', ['before', 'after'], 'V3: before → after'],
    ['a field of another version', 'elsewhere', [1, 2], 'elsewhere: 1 → 2'],
  ])('tells of %s', (_, field, change, said) => {
    expect(typed({ [field]: change })).toBe(`changes: ${said}`)
  })

  it('lists six fields, and says how many more there are', () => {
    const six = Array.from({ length: 6 }, (_, nth) => [`v.V${nth}`, [nth, nth + 1]])
    const listed = six.map((_, nth) => `V${nth}: ${nth} → ${nth + 1}`).join('; ')
    expect(typed(Object.fromEntries(six))).toBe(`changes: ${listed}`)
    expect(typed(Object.fromEntries([...six, ['v.V6', [0, 1]], ['v.V7', [0, 1]]]))).toBe(
      `changes: ${listed}; … and 2 more`,
    )
  })

  it('is told as it stands where it is none of the ways in which it was ever kept', () => {
    expect(typed([{ field: 'v.V3', from: 1, to: 2 }, { field: 'v.V5' }])).toBe('changes: V3: 1 → 2; V5: blank → blank')
    expect(typed([{ field: 'v.V3' }, null])).toBe('changes: v.V3; nothing')
    expect(typed([{ field: 'v.V3' }, 7])).toBe('changes: v.V3; 7')
    expect(typed([{ other: 'v.V3' }])).toBe('changes: v.V3')
    expect([typed(null), typed('x')]).toEqual(['changes: nothing', 'changes: x'])
  })
})

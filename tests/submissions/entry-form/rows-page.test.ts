import { describe, expect, it } from 'vitest'
import { type Entry, remarked, reported } from '../../../src/submissions/entry.ts'
import type { FieldContext } from '../../../src/submissions/entry-form/field-page.ts'
import type { Target } from '../../../src/targets/target.ts'
import { lastQuarter, marked, QUARTER } from './definitions.ts'
import { cellOf, drawn } from './drawn-row.ts'

type Given = Parameters<typeof drawn>[0]

describe('the cells of a row', () => {
  it('are one list of an undivided value or of one breakdown, named in words', () => {
    const [grid] = drawn(['V1', 'count']).grids
    expect(grid).toMatchObject({ kind: 'primary', title: null, columns: [], lines: [], totalled: false, total: null })
    expect(grid!.list.map(({ key, label }) => [key, label])).toEqual([['', 'V1']])
    const [byAge] = drawn(['V1', 'count', [['primary', 'age']]]).grids
    expect(byAge).toMatchObject({ title: 'age', lines: [], columns: [] })
    expect(byAge!.list.map(({ label }) => label)).toEqual(['child', 'adult'])
  })

  it.each([[['age', 'sex']], [['sex', 'age']]])('of %o are a table, the longer breakdown down', (crossed) => {
    const [grid] = drawn(['V1', 'count', [['primary', ...crossed]]], {
      entries: [reported('V1', 'age=adult|sex=female', 5)],
    }).grids
    expect(grid!.title).toBe(crossed.join(' × '))
    expect(grid!.columns.map(({ label }) => label)).toEqual(['child', 'adult'])
    expect(grid!.list).toEqual([])
    expect(
      grid!.lines.map(({ label, cells }) => [label, cells.map(({ key }) => key), cells.map(({ shown }) => shown)]),
    ).toEqual([
      ['male', ['age=child|sex=male', 'age=adult|sex=male'], [null, null]],
      ['female', ['age=child|sex=female', 'age=adult|sex=female'], [null, '5']],
      ['not-recorded', ['age=child|sex=not-recorded', 'age=adult|sex=not-recorded'], [null, null]],
    ])
  })

  it('of two breakdowns of one length keep their order', () => {
    const [grid] = drawn(['V1', 'count', [['primary', 'status', 'age']]]).grids
    expect(grid!.lines.map(({ label }) => label)).toEqual(['victim', 'other'])
    expect(grid!.columns.map(({ label }) => label)).toEqual(['child', 'adult'])
  })

  it('of three breakdowns are one long list', () => {
    const [grid] = drawn(['V1', 'count', [['primary', 'sex', 'age', 'status']]]).grids
    expect(grid!.lines).toEqual([])
    expect(grid!.list).toHaveLength(12)
    expect(grid!.list[0]!.label).toBe('male, child, victim')
  })

  it('are summed where they add up, and never where one person may be in several rows', () => {
    const given: Given = [
      'V1',
      'count',
      [
        ['primary', 'age'],
        ['partition', 'status'],
        ['multiple', 'service'],
      ],
    ]
    const entries = ['age=child', 'age=adult', 'status=victim', 'service=legal', 'service=health'].map((cell) =>
      reported('V1', cell, 3),
    )
    expect(drawn(given, { entries }).grids.map(({ kind, totalled, total }) => [kind, totalled, total])).toEqual([
      ['primary', true, '6'],
      ['partition', true, '3'],
      ['multiple', false, null],
    ])
    expect(drawn(given).grids.map(({ totalled, total }) => [totalled, total])).toEqual([
      [true, null],
      [true, null],
      [false, null],
    ])
  })
})

describe('one cell', () => {
  it('holds what is saved as its person writes it, and in words for whoever only reads', () => {
    const cell = cellOf(['V1', 'count'], { entries: [reported('V1', '', 1234)] })
    expect(cell).toMatchObject({ value: { name: 'v.V1', text: '1234', error: null, unit: 'person' }, base: null })
    expect(cell.shown).toBe('1,234')
    expect(cellOf(['V1', 'count'])).toMatchObject({
      value: { text: '' },
      shown: null,
      last: null,
      inForce: null,
      quotient: '',
    })
  })

  it('of a ratio has two numbers and what they come to', () => {
    const cell = cellOf(['V1', 'ratio', [], { baseUnit: { vi: '', en: 'courses' } }], {
      entries: [reported('V1', '', 9, 20)],
    })
    expect(cell.value).toMatchObject({ name: 'v.V1', text: '9', unit: 'person' })
    expect(cell.base).toMatchObject({ name: 'd.V1', text: '20', unit: 'courses' })
    expect([cell.shown, cell.quotient]).toEqual(['45% (9 ÷ 20)', '= 45%'])
    expect(cellOf(['V1', 'ratio'], { entries: [reported('V1', '', 0, 0)] }).quotient).toBe('')
    expect(cellOf(['V1', 'mean'], { entries: [reported('V1', '', 2.5, 4)] }).quotient).toBe('')
  })

  it('says what it asks for to those who hear the page', () => {
    const cell = cellOf(['V1', 'mean', [['primary', 'age']], { baseUnit: { vi: '', en: 'learners' } }])
    expect(cell.value.label).toBe('V1 child mean (person)')
    expect(cell.base!.label).toBe('V1 child n (learners)')
    expect(cell.base!.name).toBe('d.V1.age=child')
    expect(cellOf(['V1', 'count']).value.label).toBe('V1 (person)')
    expect(cellOf(['V1', 'ratio']).base).toMatchObject({ label: 'V1 denominator', unit: '' })
  })

  it('shows what was typed in place of what is saved, with the sentence beside it', () => {
    const problems = [{ field: 'v.V1', indicator: 'V1', code: 'negative' as const, numbers: {} }]
    const cell = cellOf(['V1', 'ratio'], {
      entries: [reported('V1', '', 1, 2)],
      typed: { 'v.V1': '-3', 'd.V1': '' },
      problems,
    })
    expect(cell.value).toMatchObject({ text: '-3', error: "This can't be below 0." })
    expect(cell.base).toMatchObject({ text: '', error: null })
    expect(cell.shown).toBe('50% (1 ÷ 2)')
  })

  it('stands beside what it was last time, in the same cell', () => {
    const previous = lastQuarter(reported('V1', 'age=adult', 8))
    const [child, adult] = drawn(['V1', 'count', [['primary', 'age']]], { previous }).grids[0]!.list
    expect([child!.last, adult!.last]).toEqual([null, '8'])
  })

  it.each<[string, Entry | null, string | null]>([
    ['is the same', reported('V1', '', 5, 10), null],
    ['has another value', reported('V1', '', 6, 10), '50% (5 ÷ 10)'],
    ['has another base', reported('V1', '', 5, 12), '50% (5 ÷ 10)'],
    ['has become blank', null, '50% (5 ÷ 10)'],
    ['is not reported any more', marked('V1', 'not reported'), '50% (5 ÷ 10)'],
  ])('names the approved value where it %s', (_, entry, inForce) => {
    const entries = entry ? [entry] : []
    expect(cellOf(['V1', 'ratio'], { entries, inForce: [reported('V1', '', 5, 10)] }).inForce).toBe(inForce)
  })

  it('takes nothing from other indicators, and nothing without a number', () => {
    const other = reported('V2', '', 3)
    const previous = lastQuarter(marked('V1', 'not reported'))
    const cell = cellOf(['V1', 'count'], {
      entries: [other],
      inForce: [other, marked('V1', 'not applicable', 'why')],
      previous,
    })
    expect(cell).toMatchObject({ shown: null, inForce: null, last: null, value: { text: '' } })
  })
})

describe('a row', () => {
  it('says what state it is in: as stored, as typed, as stored again where what was typed is no state', () => {
    const stored = { entries: [marked('V1', 'not applicable', 'No course')] }
    const state = (more: Partial<FieldContext>) => drawn(['V1', 'count'], more).state
    expect(state({})).toBe('reported')
    expect(state(stored)).toBe('not applicable')
    expect(state({ ...stored, typed: { 's.V1': 'not reported' } })).toBe('not reported')
    expect(state({ ...stored, typed: { 's.V1': 'gone' } })).toBe('not applicable')
  })

  it('names the states with their signs, and gives the reason back', () => {
    const model = drawn(['V1', 'count'], { entries: [marked('V1', 'not applicable', 'No course')] })
    expect(model.stateName).toBe('[z] not applicable')
    expect(model.blank).toBe('[x] not reported')
    expect(model.states).toEqual([
      { value: 'reported', label: 'reported' },
      { value: 'not reported', label: '[x] not reported' },
      { value: 'not applicable', label: '[z] not applicable' },
    ])
    expect(model.stateField).toMatchObject({ name: 's.V1', text: 'not applicable', label: 'State', error: null })
    expect(model.reason).toMatchObject({
      name: 'r.V1',
      text: 'No course',
      label: 'Remarks (the reason, if not applicable)',
    })
    expect(drawn(['V1', 'count']).reason.text).toBe('')
    expect(drawn(['V1', 'count']).stateField.text).toBe('reported')
    const alone = drawn(['V1', 'count'], { entries: [remarked('V1', 'Nobody came')] })
    expect([alone.reason.text, alone.state, alone.untouched]).toEqual(['Nobody came', 'reported', true])
  })

  it('asks whether to keep a reason that seems to name a person, and only then', () => {
    const asks = (field: string, code: 'may-identify' | 'too-long') =>
      drawn(['V1', 'count'], { problems: [{ field, indicator: 'V1', code, numbers: {} }] }).mayIdentify
    expect(asks('r.V1', 'may-identify')).toBe(true)
    expect(asks('r.V1', 'too-long')).toBe(false)
    expect(asks('r.V2', 'may-identify')).toBe(false)
    expect(drawn(['V1', 'count'])).toMatchObject({ mayIdentify: false, keptField: 'k.V1' })
  })

  it.each<[Given, boolean]>([
    [['V1', 'count'], false],
    [['V1', 'count', [['primary', 'age']]], true],
    [['V1', 'count', [['primary', 'age', 'sex']]], true],
    [['V1', 'count', [['multiple', 'service']]], true],
    [['V1', 'milestone'], false],
    [['V1', 'milestone', [['primary', 'age']]], false],
  ])('%o offers to fill its blanks with zeros: %s', (given, fillable) => {
    expect(drawn(given).fillable).toBe(fillable)
  })

  it('of stages lists them to choose from', () => {
    expect(drawn(['V1', 'milestone']).stages).toEqual([
      { value: '0', name: 'none' },
      { value: '1', name: 'draft' },
      { value: '2', name: 'issued' },
    ])
    expect(drawn(['V1', 'count']).stages).toEqual([])
  })

  const base = { baseUnit: { vi: '', en: 'learners' } }
  it.each<[Given, object]>([
    [['V1', 'count'], { paired: false, joins: '', nUnit: null, totalUnit: 'person' }],
    [['V1', 'ratio', [], base], { paired: true, joins: 'of', nUnit: null, totalUnit: null }],
    [['V1', 'mean', [], base], { paired: true, joins: 'n =', nUnit: 'learners', totalUnit: 'person' }],
    [['V1', 'mean'], { paired: true, joins: 'n =', nUnit: null, totalUnit: 'person' }],
    [['V1', 'median', [], base], { paired: true, joins: 'n =', nUnit: 'learners', totalUnit: 'person' }],
  ])('%o says what stands between and behind its numbers', (given, units) => {
    expect(drawn(given)).toMatchObject(units)
  })

  it('says what it came to last time, and when that was', () => {
    const previous = (cell: string) => lastQuarter(reported('V1', cell, 1200), reported('V1', `${cell}x`, 34))
    expect(drawn(['V1', 'count', [['primary', 'age']]], { previous: previous('sex=male') }).last).toEqual({
      when: 'Last time, Q2 2021 (1 Apr 2021 – 30 Jun 2021)',
      total: '1,234',
    })
    expect(drawn(['V1', 'count']).last).toBeNull()
    const blank = lastQuarter(marked('V1', 'not reported'))
    expect(drawn(['V1', 'count'], { previous: blank }).last).toBeNull()
  })

  it.each<[Target['kind'], number | null, string]>([
    ['quarter', 3, 'Target this quarter: 1,500'],
    ['year', 3, 'Target this year: 1,500'],
    ['project', 3, 'Target for the life of the project: 1,500'],
    ['quarter', null, 'Target this quarter, whole project: 1,500'],
    ['year', null, 'Target this year, whole project: 1,500'],
    ['project', null, 'Target of the whole project by its end: 1,500'],
  ])('names the target of the %s of place %s', (kind, placeId, text) => {
    const target: Target = { indicatorId: 1, placeId, kind, from: QUARTER, to: QUARTER, value: 1500 }
    expect(drawn(['V1', 'count'], { targets: new Map([[1, target]]) }).target).toBe(text)
    expect(drawn(['V2', 'count'], { targets: new Map([[1, target]]) }).target).toBeNull()
  })

  it.each<[string, number, number | null, 'sum' | 'project', string]>([
    ['of a place is a stage', 2, 3, 'sum', 'Target for the life of the project: issued'],
    ['of one reporter for all is a stage', 2, null, 'project', 'Target of the whole project by its end: issued'],
    [
      'of all is how many',
      16,
      null,
      'sum',
      'Target of the whole project by its end: 16 reporters at “drafted” or further',
    ],
    [
      'of all may be one',
      1,
      null,
      'sum',
      'Target of the whole project by its end: one reporter at “drafted” or further',
    ],
  ])('names what is to be reached: a target %s', (_, value, placeId, overPlaces, text) => {
    const stages = ['none', 'drafted', 'issued'].map((name) => ({ vi: name, en: name }))
    const target: Target = { indicatorId: 1, placeId, kind: 'project', from: QUARTER, to: QUARTER, value }
    const given = drawn(['V1', 'milestone', [], { stages, targetStage: 1, overPlaces }], {
      targets: new Map([[1, target]]),
    })
    expect(given.target).toBe(text)
  })

  it('says that nothing has been entered in it', () => {
    expect(drawn(['V1', 'count']).untouched).toBe(true)
    expect(drawn(['V1', 'count'], { entries: [marked('V1', 'not reported')] }).untouched).toBe(false)
    expect(drawn(['V1', 'count'], { entries: [reported('V2', '', 1)] }).untouched).toBe(true)
  })

  it('names what is still blank where numbers are asked for', () => {
    const blanksOf = (given: Parameters<typeof drawn>[0], entries: Parameters<typeof drawn>[1] = {}) =>
      drawn(given, entries).blanks
    expect(blanksOf(['V1', 'ratio'])).toEqual(['v.V1', 'd.V1'])
    expect(blanksOf(['V1', 'ratio'], { entries: [reported('V1', '', 1, 4)] })).toEqual([])
    expect(blanksOf(['V1', 'count', [['primary', 'age']]])).toEqual(['v.V1.age=child', 'v.V1.age=adult'])
    expect(blanksOf(['V1', 'count', [['primary', 'age']]], { typed: { 'v.V1.age=child': ' 7' } })).toEqual([
      'v.V1.age=adult',
    ])
    expect(blanksOf(['V1', 'count'], { entries: [marked('V1', 'not reported')] })).toEqual([])
  })
})

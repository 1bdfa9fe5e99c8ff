import { describe, expect, it } from 'vitest'
import type { Pair } from '../../../src/figures/sums.ts'
import type { ValueRange } from '../../../src/indicators/indicator.ts'
import * as en from '../../../src/language/en/index.ts'
import { HARD, hardFindings, hardFindingsBeside, wrongTogether } from '../../../src/submissions/checks/hard.ts'
import { SOFT } from '../../../src/submissions/checks/soft.ts'
import { type Entry, remarked, reported } from '../../../src/submissions/entry.ts'
import { FIELD_PROBLEMS } from '../../../src/submissions/entry-form/parsed-form.ts'
import type { Measure } from '../../../src/vocabulary/indicator.ts'
import { definition, indicator, marked } from '../entry-form/definitions.ts'

const hard = (what: Parameters<typeof indicator>, ...entries: Entry[]) =>
  hardFindings(definition(indicator(...what)), entries).map(({ code, field, numbers }) => [code, field, numbers])

describe('what must be mended before handing in', () => {
  it.each<[string, Parameters<typeof indicator>, Entry[], unknown[]]>([
    ['nothing at all', ['V1', 'count'], [], [['nothing', 'v.V1', {}]]],
    ['a remark alone', ['V1', 'count'], [remarked('V1', 'Later')], [['nothing', 'v.V1', {}]]],
    ['a remark beside a value', ['V1', 'count'], [reported('V1', '', 3), remarked('V1', 'Late')], []],
    ['a remark beside a state', ['V1', 'count'], [marked('V1', 'not reported'), remarked('V1', 'Late')], []],
    ['a true zero is whole', ['V1', 'count'], [reported('V1', '', 0)], []],
    ['marked as not reported', ['V1', 'count', [['primary', 'sex']]], [marked('V1', 'not reported')], []],
    ['not applicable with a reason', ['V1', 'count'], [marked('V1', 'not applicable', 'No course')], []],
    [
      'not applicable without one',
      ['V1', 'count'],
      [marked('V1', 'not applicable', ' ')],
      [['needs-reason', 'r.V1', {}]],
    ],
    [
      'some cells blank',
      ['V1', 'count', [['primary', 'sex']]],
      [reported('V1', 'sex=male', 2)],
      [['blank-cells', 'v.V1.sex=female', { count: 2 }]],
    ],
    ['below zero', ['V1', 'count'], [reported('V1', '', -1)], [['negative', 'v.V1', {}]]],
    ['half a person', ['V1', 'count'], [reported('V1', '', 1.5)], [['not-whole', 'v.V1', {}]]],
    ['a ratio without denominator', ['V1', 'ratio'], [reported('V1', '', 1)], [['needs-base', 'd.V1', {}]]],
    ['a ratio of nothing', ['V1', 'ratio'], [reported('V1', '', 0, 0)], []],
    [
      'more than all',
      ['V1', 'ratio'],
      [reported('V1', '', 5, 4)],
      [['numerator-larger', 'v.V1', { value: 5, base: 4 }]],
    ],
    ['a rate may exceed one', ['V1', 'ratio', [], { scale: 1000 }], [reported('V1', '', 5, 4)], []],
    ['a rate on nobody', ['V1', 'ratio', [], { scale: 1000 }], [reported('V1', '', 5, 0)], [['zero-base', 'd.V1', {}]]],
    ['a mean without n', ['V1', 'mean'], [reported('V1', '', 7.5)], [['needs-base', 'd.V1', {}]]],
    ['a mean may have decimals and fall', ['V1', 'mean'], [reported('V1', '', -7.5, 3)], []],
    ['half a person behind a mean', ['V1', 'mean'], [reported('V1', '', 7.5, 2.5)], [['not-whole', 'd.V1', {}]]],
    ['a stage', ['V1', 'milestone'], [reported('V1', '', 2)], []],
    ['no such stage', ['V1', 'milestone'], [reported('V1', '', 3)], [['not-in-list', 'v.V1', {}]]],
  ])('%s', (_, what, entries, findings) => {
    expect(hard(what, ...entries)).toEqual(findings)
  })

  it('names both numbers where a partition does not sum to the total, and lets multiples alone', () => {
    const what: Parameters<typeof indicator> = [
      'V1',
      'count',
      [
        ['primary', 'age'],
        ['partition', 'status'],
        ['multiple', 'service'],
      ],
    ]
    const cells = (victim: number) => [
      reported('V1', 'age=child', 1),
      reported('V1', 'age=adult', 2),
      reported('V1', 'status=victim', victim),
      reported('V1', 'status=other', 1),
      reported('V1', 'service=legal', 3),
      reported('V1', 'service=health', 3),
    ]
    expect(hard(what, ...cells(2))).toEqual([])
    expect(hard(what, ...cells(4))).toEqual([['partition', 'v.V1.status=victim', { parts: 5, total: 3 }]])
  })

  it('takes a mean whose parts come to it but for the last binary digit', () => {
    const what: Parameters<typeof indicator> = ['V1', 'mean', [['partition', 'sex']]]
    const cells = (whole: number) => [
      reported('V1', '', whole, 10),
      reported('V1', 'sex=male', 0.1, 1),
      reported('V1', 'sex=female', 0.2, 2),
      reported('V1', 'sex=not-recorded', 0.7, 7),
    ]
    expect(hard(what, ...cells(0.54))).toEqual([])
    expect(hard(what, ...cells(0.55))).toEqual([['partition', 'v.V1.sex=male', { parts: 0.54, total: 0.55 }]])
    const other = cells(0.54).map((entry) => (entry.cell === '' ? { ...entry, base: 11 } : entry))
    expect(hard(what, ...other)).toEqual([['partition', 'v.V1.sex=male', { parts: 10, total: 11 }]])
  })

  it('lays a crossed breakdown out as every combination', () => {
    const [found] = hard(['V1', 'count', [['primary', 'sex', 'age']]], reported('V1', 'age=child|sex=male', 1))
    expect(found).toEqual(['blank-cells', 'v.V1.age=adult|sex=male', { count: 5 }])
  })
})

describe('a value between bounds', () => {
  const found = (value: number, range: ValueRange | null) =>
    hardFindings(definition(indicator('V1', 'mean', [], { range })), [reported('V1', '', value, 9)]).map(
      ({ code, field, numbers }) => [code, field, numbers],
    )
  it.each<[number, ValueRange | null, unknown[]]>([
    [0, { least: 0, most: 1 }, []],
    [1, { least: 0, most: 1 }, []],
    [1.01, { least: 0, most: 1 }, [['above-most', 'v.V1', { most: 1 }]]],
    [63, { least: 0, most: 1 }, [['above-most', 'v.V1', { most: 1 }]]],
    [-0.01, { least: 0, most: 1 }, [['below-least', 'v.V1', { least: 0 }]]],
    [-101, { least: -100, most: null }, [['below-least', 'v.V1', { least: -100 }]]],
    [9_000, { least: -100, most: null }, []],
    [9_000, { least: null, most: 8 }, [['above-most', 'v.V1', { most: 8 }]]],
    [-9_000, { least: null, most: 8 }, []],
    [-9_000, null, []],
  ])('%d of %j', (value, range, findings) => {
    expect(found(value, range)).toEqual(findings)
  })
})

describe('a value and the number behind it', () => {
  it.each<[Pair, Measure, number, ReturnType<typeof wrongTogether>]>([
    [{ value: 5, base: 4 }, 'ratio', 100, 'numerator-larger'],
    [{ value: 4, base: 4 }, 'ratio', 100, null],
    [{ value: 5, base: 4 }, 'ratio', 1000, null],
    [{ value: 5, base: 4 }, 'mean', 100, null],
    [{ value: 1, base: 0 }, 'mean', 1, 'zero-base'],
    [{ value: 1, base: 0 }, 'ratio', 1000, 'zero-base'],
    [{ value: 0, base: 0 }, 'ratio', 100, null],
    [{ value: 5, base: null }, 'ratio', 100, null],
  ])('%j of a %s', (given, measure, scale, wrong) => {
    expect(wrongTogether(given, { measure, scale })).toBe(wrong)
  })
})

it('has a sentence for every finding', () => {
  const sentences = (tree: object) =>
    [...new Set(Object.keys(tree).map((key) => key.replace(/_(one|other)$/, '')))].sort()
  expect(sentences(en.submissions.problem)).toEqual([...new Set<string>([...HARD, ...FIELD_PROBLEMS])].sort())
  expect(sentences(en.submissions.doubt)).toEqual([...SOFT].sort())
})

describe('what must be mended beside fields that could not be read', () => {
  const form = definition(
    indicator('V1', 'count', [['primary', 'sex']]),
    indicator('V2', 'ratio'),
    indicator('V3', 'count'),
  )
  const beside = (fields: string[], ...entries: Entry[]) => {
    const unread = fields.map((field) => ({ field, indicator: field.split('.')[1]! }))
    return hardFindingsBeside(unread, form, entries).map(({ code, field, numbers }) => [code, field, numbers])
  }

  it('counts such a field as filled, and says nothing else of its indicator', () => {
    expect(beside(['v.V1.sex=male'])).toEqual([
      ['blank-cells', 'v.V1.sex=female', { count: 2 }],
      ['nothing', 'v.V2', {}],
      ['nothing', 'v.V3', {}],
    ])
    expect(beside(['v.V2'], reported('V2', '', 5, 4), reported('V3', '', -1))).toEqual([
      ['nothing', 'v.V1.sex=male', {}],
      ['negative', 'v.V3', {}],
    ])
    expect(beside(['d.V2', 'r.V3'])).toEqual([['nothing', 'v.V1.sex=male', {}]])
  })
})

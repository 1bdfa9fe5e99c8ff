import { describe, expect, it } from 'vitest'
import type { ValidationRule } from '../../../src/indicators/validation/validation-rule.ts'
import { amountOf, boundFindings } from '../../../src/submissions/checks/bounds.ts'
import { findingId } from '../../../src/submissions/checks/finding.ts'
import { type Entry, reported } from '../../../src/submissions/entry.ts'
import { definition, indicator, QUARTER } from '../entry-form/definitions.ts'

const why = { vi: 'Vì sao', en: 'Why' }
const rule = (more: Partial<ValidationRule> = {}): ValidationRule => ({
  lesser: 'V2',
  part: 'base',
  greater: 'V1',
  within: 'reporter',
  over: 'quarter',
  why,
  ...more,
})

describe('two indicators held against each other', () => {
  const form = definition(indicator('V1', 'count', [['primary', 'age']]), indicator('V2', 'ratio'))
  const found = (lesser: number, greater: number, more: Partial<ValidationRule> = {}, what = form) =>
    boundFindings(what, [{ rule: rule(more), lesser, greater, isOwn: true }]).map(({ code, field, numbers }) => [
      code,
      field,
      numbers,
    ])

  it.each([
    [20, 20, []],
    [19, 20, []],
    [21, 20, [['more-than-other', 'd.V2', { now: 21, other: 20 }]]],
    // 0.1 + 0.2 is no more than 0.3.
    [0.1 + 0.2, 0.3, []],
    [1, 0, [['more-than-other', 'd.V2', { now: 1, other: 0 }]]],
  ])('%d and at most %d', (lesser, greater, findings) => {
    expect(found(lesser, greater)).toEqual(findings)
  })

  it('is asked about at the lesser one, and at the greater where the form does not ask for the lesser', () => {
    expect(found(2, 1, { over: 'to-date' })).toEqual([['more-than-other-so-far', 'd.V2', { now: 2, other: 1 }]])
    expect(found(2, 1, { lesser: 'V1', part: 'value', greater: 'V9' })).toMatchObject([
      ['more-than-other', 'row.V1', {}],
    ])
    expect(found(2, 1, { lesser: 'V9' })).toMatchObject([['more-than-other', 'row.V1', {}]])
    expect(found(2, 1, { lesser: 'V9', greater: 'V8' })).toEqual([])
    const other = definition(indicator('V2', 'ratio'))
    expect(found(2, 1, { lesser: 'V9', greater: 'V2' }, other)).toMatchObject([['more-than-other', 'v.V2', {}]])
  })

  it('is named by both, so that two rules of one indicator are two questions', () => {
    const held = (greater: string) => ({ rule: rule({ greater }), lesser: 2, greater: 1, isOwn: true })
    const ids = boundFindings(form, [held('V1'), held('V7')]).map(findingId)
    expect(new Set(ids).size).toBe(2)
  })
})

describe('what several reporters gave of an indicator', () => {
  const split = indicator('V1', 'count', [
    ['primary', 'age'],
    ['multiple', 'service'],
  ])
  const quarters = (...given: [back: number, ...Entry[]][]) =>
    new Map(given.map(([back, ...entries]) => [QUARTER - back, entries]))
  const cells = (child: number, adult: number, service = 99) => [
    reported('V1', 'age=child', child),
    reported('V1', 'age=adult', adult),
    reported('V1', 'service=legal', service),
  ]

  it('is the cells of the total, of one quarter or of all', () => {
    const given = [quarters([0, ...cells(1, 2)], [1, ...cells(10, 20)]), quarters([0, ...cells(100, 200)])]
    expect(amountOf(given, split, 'value', QUARTER)).toBe(303)
    expect(amountOf(given, split, 'value', null)).toBe(333)
    expect(amountOf(given, split, 'value', QUARTER - 1)).toBe(30)
  })

  it('of a stock is the last of each reporter', () => {
    const stock = { ...split, overTime: 'latest' as const }
    const given = [quarters([0, ...cells(1, 2)], [1, ...cells(10, 20)]), quarters([2, ...cells(100, 200)])]
    expect(amountOf(given, stock, 'value', null)).toBe(303)
    expect(amountOf([quarters()], stock, 'value', null)).toBeNull()
  })

  it('may be what stands under the values', () => {
    const ratio = indicator('V2', 'ratio')
    expect(amountOf([quarters([0, reported('V2', '', 3, 8)])], ratio, 'base', QUARTER)).toBe(8)
  })

  it('is nothing where nobody gave any, and 0 where 0 was given', () => {
    expect(amountOf([quarters()], split, 'value', QUARTER)).toBeNull()
    expect(amountOf([quarters([1, ...cells(1, 1)])], split, 'value', QUARTER)).toBeNull()
    expect(amountOf([quarters([0, ...cells(0, 0)])], split, 'value', QUARTER)).toBe(0)
  })
})

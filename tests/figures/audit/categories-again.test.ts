import { describe, expect, it } from 'vitest'
import { categoryAgain, wholeAgain } from '../../../src/figures/audit/categories-again.ts'
import type { AuditListed } from '../../../src/figures/audit/ground.ts'
import type { Scheme } from '../../../src/indicators/breakdown.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import type { SchemeKind } from '../../../src/vocabulary/indicator.ts'

let ids = 0
const scheme = (kind: SchemeKind, breakdowns: string[], from: number, to: number | null = null): Scheme => ({
  id: ++ids,
  kind,
  breakdowns,
  from,
  to,
})
const indicator = (...schemes: Scheme[]) => ({ schemes }) as unknown as DefinedIndicator
const listed = (breakdown: string, category: string, from: number, to: number | null = null): AuditListed => ({
  breakdown,
  category,
  from,
  to,
})
const span = (from: number, to = from) => ({ from, to })

describe('the undivided figure, a second time', () => {
  const schemes = indicator(scheme('primary', ['sex'], 10), scheme('partition', ['form'], 10, 14))

  it('holds all values but those of an extra breakdown, while that is in force', () => {
    const whole = wholeAgain(schemes)
    expect(['', 'sex=female', 'form=labour|sex=female'].map((cell) => whole.holds({ cell, quarter: 12 }))).toEqual([
      true,
      true,
      true,
    ])
    expect([9, 10, 14, 15].map((quarter) => whole.holds({ cell: 'form=labour', quarter }))).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  it('is there and asked for at all times, and never turns', () => {
    const whole = wholeAgain(schemes)
    expect([whole.isThere(1), whole.isAsked(span(1)), whole.turns(span(9, 15), [9, 15]), whole.besidesOthers]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('one category, a second time', () => {
  const LISTS = [
    listed('sex', 'female', 1),
    listed('sex', 'male', 1, 14),
    listed('age', 'other', 1),
    listed('sex', 'other', 15, 20),
    listed('sex', 'male', 15),
  ]
  const both = indicator(scheme('partition', ['sex'], 10), scheme('primary', ['age', 'sex'], 12, 19))
  const of = (category: string, given = both, breakdown = 'sex') => categoryAgain(given, { breakdown, category }, LISTS)
  const held = (cell: string, quarter: number, category = 'female') => of(category).holds({ cell, quarter })

  it('holds what was typed in the crossed breakdown or, where that has it not, in the extra one', () => {
    expect([held('sex=female', 11), held('age=0-17|sex=female', 11)]).toEqual([true, false])
    expect([held('sex=female', 12), held('age=0-17|sex=female', 12)]).toEqual([false, true])
    expect([held('sex=female', 20), held('age=0-17|sex=female', 20)]).toEqual([true, false])
    expect([held('sex=female', 9), held('', 12), held('sex=male', 11), held('sex=male', 11, 'male')]).toEqual([
      false,
      false,
      false,
      true,
    ])
    expect(of('female').besidesOthers).toBe(true)
  })

  it('holds, of two extra breakdowns, what was typed in the first', () => {
    const two = indicator(scheme('partition', ['sex'], 10), scheme('multiple', ['sex', 'age'], 10))
    const cells = ['sex=female', 'age=0-17|sex=female']
    expect(cells.map((cell) => of('female', two).holds({ cell, quarter: 12 }))).toEqual([true, false])
  })

  it('is there in the quarters in which it is on its own list', () => {
    expect([14, 15, 20, 21].map(of('other').isThere)).toEqual([false, true, true, false])
    expect([14, 15, 20, 21].map(of('male').isThere)).toEqual([true, true, true, true])
    expect([0, 1].map(of('female').isThere)).toEqual([false, true])
  })

  it('does not turn where a category is called something else', () => {
    const lists = [listed('sex', 'male', 1, 14), listed('sex', 'female', 1), listed('sex', 'male', 15)]
    const renamed = categoryAgain(both, { breakdown: 'sex', category: 'female' }, lists)
    expect(renamed.turns(span(14, 15), [14, 15])).toBe(false)
  })

  it('is asked for where it is there, and a breakdown has it', () => {
    expect(of('other').isAsked(span(9, 14))).toBe(false)
    expect(of('other').isAsked(span(14, 15))).toBe(true)
    expect(of('other').isAsked(span(20, 30))).toBe(true)
    expect(of('female').isAsked(span(5, 9))).toBe(false)
    expect(of('female').isAsked(span(5, 10))).toBe(true)
    const late = indicator(scheme('partition', ['sex'], 21))
    expect(of('other', late).isAsked(span(15, 25))).toBe(false)
  })

  it.each<[what: string, given: DefinedIndicator, span: [number, number], due: number[], turns: boolean]>([
    ['nothing before it, nothing due', indicator(), [5, 9], [], false],
    ['the same throughout', both, [10, 14], [10, 11, 12, 13, 14], false],
    ['another crossed breakdown of the same sense', both, [11, 13], [11, 12, 13], false],
    ['a list that is another within', both, [14, 15], [14, 15], true],
    ['a list that is another from just before', both, [15, 16], [15, 16], true],
    ['a list that is another before what was due there', both, [16, 20], [16, 20], false],
    ['a list that is another at the end', both, [20, 21], [20, 21], true],
    ['a breakdown that begins: nothing was asked before', both, [10, 11], [10, 11], false],
    ['a breakdown that begins within', both, [9, 11], [9, 10, 11], true],
    ['a breakdown that begins within, and nothing due before', both, [9, 11], [10, 11], false],
    ['a list that is another where nothing is due', both, [13, 14], [13], false],
    [
      'added, then of several',
      indicator(scheme('partition', ['sex'], 1, 4), scheme('multiple', ['sex'], 5)),
      [4, 5],
      [4, 5],
      true,
    ],
    [
      'of several since just before',
      indicator(scheme('partition', ['sex'], 1, 4), scheme('multiple', ['sex'], 5)),
      [5, 6],
      [5, 6],
      true,
    ],
    [
      'of several throughout',
      indicator(scheme('multiple', ['sex'], 1, 4), scheme('multiple', ['sex'], 5)),
      [4, 6],
      [4, 5, 6],
      false,
    ],
    [
      'there, then not',
      indicator(scheme('primary', ['sex'], 1, 4), scheme('primary', ['age'], 5)),
      [5, 6],
      [5, 6],
      true,
    ],
    [
      'never there',
      indicator(scheme('primary', ['age'], 1, 4), scheme('primary', ['age'], 5)),
      [4, 6],
      [4, 5, 6],
      false,
    ],
  ])('turns or not: %s', (_, given, [from, to], due, turns) => {
    expect(of('female', given).turns(span(from, to), due)).toBe(turns)
  })
})

import { describe, expect, it } from 'vitest'
import { heldAgain, isCutAgain } from '../../../src/figures/audit/dates-again.ts'
import { definedAgain, isAskedIn } from '../../../src/figures/audit/definitions-again.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import type { Frequency, YearStart } from '../../../src/vocabulary/indicator.ts'

/** The first quarter of a year is a multiple of four. */
const Y = 8080
const text = (one: string) => ({ vi: one, en: one })
const defined = (given: Partial<DefinedIndicator> = {}) =>
  ({
    ...{ from: 7960, to: null, measure: 'count', overPlaces: 'sum', overTime: 'sum', targetStage: null, stages: [] },
    ...{ frequency: 'quarterly', yearStart: 1, rounds: [], disjointReporters: false },
    ...{ countingUnit: text('person'), baseUnit: null, definition: text('all') },
    ...given,
  }) as unknown as DefinedIndicator
const span = (from: number, to = from) => ({ from, to })

describe('when a value is asked for, a second time', () => {
  const rounds = [{ from: Y, to: Y + 2 }] as unknown as DefinedIndicator['rounds']
  it.each<[Frequency, YearStart, number[]]>([
    ['quarterly', 1, [0, 1, 2, 3]],
    ['half-yearly', 1, [1, 3]],
    ['half-yearly', 4, [0, 2]],
    ['half-yearly', 10, [0, 2]],
    ['annual', 1, [3]],
    ['annual', 4, [0]],
    ['annual', 7, [1]],
    ['annual', 10, [2]],
    ['survey', 1, [2]],
  ])('%s, of years from month %i: in quarters %j', (frequency, yearStart, quarters) => {
    const asked = [0, 1, 2, 3].filter((nth) => isAskedIn(defined({ frequency, yearStart, rounds }), Y + nth))
    expect(asked).toEqual(quarters)
  })
})

describe('whether a period cuts the span of a value, a second time', () => {
  const always = { begins: [], works: () => true }
  const halves = [defined({ frequency: 'half-yearly' })]
  const years = [defined({ frequency: 'annual', yearStart: 4 })]
  const rounds = [
    { from: Y, to: Y + 2 },
    { from: Y + 4, to: Y + 6 },
  ] as unknown as DefinedIndicator['rounds']
  const surveys = [defined({ frequency: 'survey', rounds })]
  // Quarterly values until the half-year in which half-yearly ones begin.
  const changed = [defined({ to: Y }), defined({ from: Y + 1, frequency: 'half-yearly' })]
  const moved = [
    defined({ to: Y + 3, frequency: 'annual' }),
    defined({ from: Y + 4, frequency: 'annual', yearStart: 4 }),
  ]
  const later = [defined({ from: Y + 1, frequency: 'half-yearly' })]

  it.each<[what: string, DefinedIndicator[], from: number, to: number, cut: boolean]>([
    ['quarters are never cut', [defined()], Y + 1, Y + 2, false],
    ['a half-year is cut by its second quarter', halves, Y + 1, Y + 1, true],
    ['and by what begins there', halves, Y + 1, Y + 4, true],
    ['not by its first', halves, Y, Y + 1, false],
    ['nor where it is not due', halves, Y + 2, Y + 2, false],
    ['a year from April is cut by calendar years', years, Y, Y + 3, true],
    ['and not by its own', years, Y + 1, Y + 4, false],
    ['a survey round is cut after its first quarter', surveys, Y + 1, Y + 2, true],
    ['and not before', surveys, Y, Y + 2, false],
    ['nor is another round by the beginning of its own', surveys, Y + 4, Y + 6, false],
    ['a half-year that follows a quarterly value covers what is left of it', changed, Y + 1, Y + 1, false],
    ['years that begin otherwise begin anew: there is nothing before', moved, Y + 4, Y + 4, false],
    ['but the next one is whole', moved, Y + 6, Y + 8, true],
    ['one without anything before begins with its definition', later, Y + 1, Y + 1, false],
    [
      'nothing is asked for where nothing is defined',
      [defined({ from: Y + 8, frequency: 'annual' })],
      Y + 1,
      Y + 3,
      false,
    ],
  ])('%s', (_, definitions, from, to, cut) => {
    expect(isCutAgain(definitions, span(from, to), always)).toBe(cut)
  })

  it('not while the project does not work', () => {
    expect(isCutAgain(halves, span(Y + 1), { begins: [], works: (quarter) => quarter !== Y + 1 })).toBe(false)
  })

  it('nor from the beginning of the project, or before, or of a phase on', () => {
    const begins = [Y + 1, Y + 5]
    const cut = [Y - 3, Y + 1, Y + 3, Y + 5, Y + 7].map((from) =>
      isCutAgain(halves, span(from, Y + 8), { begins, works: () => true }),
    )
    expect(cut).toEqual([false, false, true, false, true])
  })

  it('is asked of the definition of each quarter', () => {
    expect([Y - 1, Y, Y + 1].map((quarter) => heldAgain([defined({ from: Y, to: Y })], quarter)?.from)).toEqual([
      undefined,
      Y,
      undefined,
    ])
    expect(heldAgain([defined({ from: Y })], Y + 50)?.from).toBe(Y)
  })
})

describe('what a span is read under, a second time', () => {
  const [one, two, three] = [
    defined({ from: Y, to: Y + 1 }),
    defined({ from: Y + 2, to: Y + 3, definition: text('other') }),
    defined({ from: Y + 6, overTime: 'latest' }),
  ]
  const read = (from: number, to: number) => {
    const { indicator, mixed, broken } = definedAgain([three, one, two], span(from, to))
    return [[one, two, three].indexOf(indicator) + 1, mixed, broken]
  }

  it('is the last definition in it, else the last before it, else the first', () => {
    expect(read(Y, Y + 1)).toEqual([1, false, false])
    expect(read(Y, Y + 2)).toEqual([2, false, true])
    expect(read(Y + 3, Y + 3)).toEqual([2, false, false])
    expect(read(Y + 2, Y + 2)).toEqual([2, false, true])
    expect(read(Y + 4, Y + 5)).toEqual([2, false, false])
    expect(read(Y + 3, Y + 6)).toEqual([3, true, true])
    expect(read(Y + 6, Y + 9)).toEqual([3, false, true])
    expect(read(Y + 7, Y + 9)).toEqual([3, false, false])
    expect(read(Y - 4, Y - 1)).toEqual([1, false, false])
  })

  const stages = [text('none'), text('draft'), text('issued')]
  const milestone = { measure: 'milestone', overTime: 'latest', targetStage: 2, stages } as Partial<DefinedIndicator>
  const ratio = { measure: 'ratio', baseUnit: text('case') } as Partial<DefinedIndicator>
  it.each<
    [what: string, before: Partial<DefinedIndicator>, after: Partial<DefinedIndicator>, mixed: boolean, broken: boolean]
  >([
    ['nothing', {}, {}, false, false],
    ['another measure', ratio, { measure: 'mean' }, true, true],
    ['another unit, in one language', {}, { countingUnit: { vi: 'person', en: 'case' } }, true, true],
    ['another unit, in the other', {}, { countingUnit: { vi: 'case', en: 'person' } }, true, true],
    ['another unit of the denominator', ratio, { baseUnit: { vi: 'case', en: 'x' } }, true, true],
    [
      'another unit of the denominator, in the other language',
      ratio,
      { baseUnit: { vi: 'x', en: 'case' } },
      true,
      true,
    ],
    ['a unit of the denominator that was not there', { measure: 'ratio' }, { baseUnit: text('case') }, true, true],
    ['another rule over places', {}, { overPlaces: 'none' }, true, true],
    [
      'another rule over places of medians, which are never added',
      { measure: 'median' },
      { overPlaces: 'none' },
      false,
      false,
    ],
    ['another rule over time', {}, { overTime: 'none' }, true, true],
    ['the last instead of all', {}, { overTime: 'latest' }, true, true],
    ['a count since the beginning instead of the last', { overTime: 'latest' }, { overTime: 'life' }, true, true],
    [
      'another rule over time of medians, none of which takes the last',
      { measure: 'median' },
      { overTime: 'none' },
      false,
      false,
    ],
    ['medians of which the last is taken', { measure: 'median' }, { overTime: 'latest' }, true, true],
    ['stages of which the last since the beginning is taken', milestone, { overTime: 'life' }, true, true],
    ['stages whose last is not taken any more', milestone, { overTime: 'sum' }, true, true],
    [
      'stages counted since the beginning, whose last is not taken any more',
      { ...milestone, overTime: 'life' },
      { overTime: 'sum' },
      true,
      true,
    ],
    [
      'stages whose last is not taken, by one rule or another',
      { ...milestone, overTime: 'sum' },
      { overTime: 'none' },
      false,
      false,
    ],
    ['another target stage', milestone, { targetStage: 1 }, true, true],
    ['one more stage', milestone, { stages: [...stages, text('x')] }, true, true],
    ['stages of other names', milestone, { stages: stages.map(() => text('x')) }, false, false],
    ['a target stage of what is no milestone', {}, { targetStage: 1 }, false, false],
    ['stages of what is no milestone', {}, { stages }, false, false],
    ['another meaning, in one language', {}, { definition: { vi: 'all', en: 'some' } }, false, true],
    ['another meaning, in the other', {}, { definition: { vi: 'some', en: 'all' } }, false, true],
    ['reporters who count others', {}, { disjointReporters: true }, false, true],
    ['another frequency', {}, { frequency: 'annual' }, false, true],
    ['another year', { frequency: 'annual' }, { yearStart: 4 }, false, true],
  ])('%s', (_, before, change, mixed, broken) => {
    const both = [defined({ ...before, to: Y }), defined({ ...before, ...change, from: Y + 1 })]
    expect(definedAgain(both, span(Y, Y + 1))).toMatchObject({ mixed, broken })
    expect(definedAgain(both, span(Y + 1))).toMatchObject({ mixed: false, broken })
    expect(definedAgain(both, span(Y))).toMatchObject({ mixed: false, broken: false })
  })
})

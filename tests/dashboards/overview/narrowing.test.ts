import { describe, expect, it } from 'vitest'
import { cut } from '../../../src/calendar/span.ts'
import { isQuarterChosen } from '../../../src/dashboards/overview/addresses.ts'
import { readNarrowing, writeNarrowing } from '../../../src/dashboards/overview/narrowing.ts'
import { lastComplete } from '../../../src/dashboards/overview/opening.ts'
import { comingIn } from '../../../src/dashboards/overview/truth.ts'
import type { Answer } from '../../../src/figures/answer.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { componentOf, sectionOf } from '../../../src/vocabulary/component.ts'
import { slot } from '../../home/slots.ts'
import { Q3, Q4 } from './standings.ts'

const KNOWN = { components: ['law', 'cross-cutting'] }
const USUAL = { component: null, only: null, sort: 'framework' } as const

describe('what an address asks to see of the overview', () => {
  it.each([
    [{}, USUAL],
    [{ component: '', only: '', sort: '' }, USUAL],
    [{ component: 'law' }, { ...USUAL, component: 'law' }],
    [
      { component: 'law', only: 'partial' },
      { ...USUAL, component: 'law', only: 'partial' },
    ],
    [
      { sort: 'pace', only: 'off-track' },
      { ...USUAL, sort: 'pace', only: 'off-track' },
    ],
  ])('is read and written again: %j', (query, narrowing) => {
    const { unknown, ...read } = readNarrowing(query, KNOWN)
    expect([read, unknown]).toEqual([narrowing, []])
    expect(writeNarrowing(read)).toEqual(Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')))
  })

  it('is the usual where it is not there, and what was asked for is named, as far as there is room', () => {
    const long = 'x'.repeat(50)
    const { unknown, ...read } = readNarrowing({ component: long, only: 'all', sort: 'name' }, KNOWN)
    expect(read).toEqual(USUAL)
    expect(unknown).toEqual([
      { name: 'component', value: 'x'.repeat(40), why: 'not-offered' },
      { name: 'only', value: 'all', why: 'not-offered' },
      { name: 'sort', value: 'name', why: 'not-offered' },
    ])
  })

  it('names what belongs to no component too', () => {
    expect([sectionOf(null), sectionOf('law')]).toEqual(['cross-cutting', 'law'])
    expect([componentOf('cross-cutting'), componentOf('law')]).toEqual([null, 'law'])
  })

  it('is of a quarter where it names one', () => {
    const chosen = [{}, { quarter: '', to: '' }, { quarter: '2021-Q4' }, { to: '2021-Q4' }].map(isQuarterChosen)
    expect(chosen).toEqual([false, false, true, true])
  })
})

describe('the overview opens on', () => {
  const spans = new Map(['A', 'B'].map((code) => [code, cut({ from: Q3 - 1, to: Q4 }, 'quarter')]))
  /** Of each quarter, by indicator, how many reports came of how many. */
  const opening = (came: Record<string, Record<string, [number, number]>>, own = spans) => {
    const figure = (code: string, _: string, key: string) => ({ coverage: came[key]?.[code] ?? [0, 0] })
    return lastComplete({ figure } as unknown as Answer, [Q4, Q3, Q3 - 1], own)
  }
  const [all, some, none] = [
    { A: [2, 2], B: [1, 1] },
    { A: [2, 2], B: [0, 1] },
    { A: [0, 0], B: [0, 0] },
  ] as const
  type Came = Parameters<typeof opening>[0][string]

  it.each<[string, Record<string, unknown>, number]>([
    ['the latest quarter for which everything has come', { '2021-Q4': some, '2021-Q3': all, '2021-Q2': all }, Q3],
    ['the latest of all where that is complete', { '2021-Q4': all, '2021-Q3': all }, Q4],
    ['none of which nothing is due', { '2021-Q4': none, '2021-Q3': none, '2021-Q2': all }, Q3 - 1],
    ['one of which only some is due', { '2021-Q4': some, '2021-Q3': { A: [1, 1], B: [0, 0] } }, Q3],
    ['the latest where none is complete', { '2021-Q4': some, '2021-Q3': some, '2021-Q2': none }, Q4],
  ])('%s', (_, came, quarter) => {
    expect(opening(came as Record<string, Came>)).toBe(quarter)
  })

  it('a quarter in which a longer period ends, when that has come; what ends later does not hold it up', () => {
    const halves = new Map([['A', cut({ from: Q3, to: Q4 }, 'half-year')]])
    const { key } = halves.get('A')![0]!
    expect(opening({ [key]: { A: [1, 1] } }, halves)).toBe(Q4)
    expect(
      opening({ [key]: { A: [0, 1] }, '2021-Q3': { B: [1, 1] } }, new Map([...halves, ['B', spans.get('B')!]])),
    ).toBe(Q3)
  })
})

describe('the quarter after the one that is shown', () => {
  const words = wordsFor('en')
  it('is told as far as it has come in', () => {
    const slots = [
      ...(['approved', 'submitted', 'submitted', 'due', 'draft', 'overdue'] as const).map((one) => slot(one, Q4)),
      slot('approved', Q3),
      slot('approved', Q4 + 1),
    ]
    const coming = comingIn(Q3, slots, words)!
    expect(coming.href).toBe('/submissions?from=2021-Q4&to=2021-Q4')
    expect(coming.label).toContain('Q4 2021')
    expect(coming.text.match(/\d+/g)).toEqual(['1', '6', '2'])
    expect(coming.shares).not.toBeNull()
  })

  it('is nothing where nothing is expected in it', () => {
    expect(comingIn(Q3, [slot('approved', Q3)], words)).toBeNull()
  })
})

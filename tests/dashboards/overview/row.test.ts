import { describe, expect, it } from 'vitest'
import { ALL_ROOM, type RowRoom, scorecardRow } from '../../../src/dashboards/overview/scorecard/row.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { indicatorNamed, progress, Q4, standing } from './standings.ts'

const RATE = { measure: 'ratio', scale: 100, baseUnit: { vi: 'người', en: 'persons' } } as const

describe('a row of the scorecard', () => {
  const rowOf = (given: Parameters<typeof standing>[1], room: RowRoom, more: object = {}, quarter = Q4) =>
    scorecardRow(standing(indicatorNamed(1, more), given), {
      words: wordsFor('en'),
      quarter,
      provinces: [],
      pressable: false,
      room,
      hrefOf: (code) => `/${code}`,
      originOf: (code) => `/origin/${code}`,
      group: 'project',
      rated: 'until',
    })
  const NONE: RowRoom = { letters: 0, isForWords: false, isForTiles: false }

  it.each([
    ['all of it where there is room', ALL_ROOM, { unit: 'persons', period: 'Q4 2021', rest: '' }],
    [
      'figure, unit and period of just so many letters',
      { ...ALL_ROOM, letters: 19 },
      { unit: 'persons', period: 'Q4 2021', rest: '' },
    ],
    [
      'no unit where one letter is too many',
      { ...ALL_ROOM, letters: 18 },
      { unit: '', period: 'Q4 2021', rest: 'persons' },
    ],
    [
      'its period for as long as that has room',
      { ...ALL_ROOM, letters: 12 },
      { unit: '', period: 'Q4 2021', rest: 'persons' },
    ],
    [
      'the figure alone where there is none',
      { ...ALL_ROOM, letters: 11 },
      { unit: '', period: null, rest: 'persons, Q4 2021' },
    ],
  ] as const)('shows of the last figure %s, and keeps the rest', (_, room, expected) => {
    expect(rowOf({ values: [1, 4321] }, room, {}, Q4 - 1).latest).toMatchObject(expected)
  })

  it('keeps of a change its unit, and of a pace what is said besides its word', () => {
    const given = { values: [0.5, 0.75], rated: { ...progress('amber', 0.84), soFar: true } } as const
    const wide = rowOf(given as never, ALL_ROOM, RATE)
    expect([wide.change.text, wide.change.rest]).toEqual(['+25 points', ''])
    expect(wide.pace).toMatchObject({ text: 'Somewhat behind so far', percent: '84%', rest: '' })
    const narrow = rowOf(given as never, NONE, RATE)
    expect([narrow.change.text, narrow.change.rest]).toEqual(['+25', '+25 points'])
    expect(narrow.pace).toMatchObject({ text: 'Somewhat behind', percent: null, rest: 'Somewhat behind so far 84%' })
    expect(narrow.pace.soFar).toBe(wide.pace.soFar)
  })

  it('says of a change without a unit, and of none, all in any room', () => {
    expect(rowOf({ values: [1, 4] }, NONE).change).toMatchObject({ text: '+3', rest: '' })
    expect(rowOf({ values: [0.5, 0.5] }, NONE, RATE).change).toMatchObject({ text: 'no change', rest: '' })
    // What is nothing once it is rounded went no way.
    expect(rowOf({ values: [0.5, 0.50001] }, NONE, RATE).change).toMatchObject({ text: 'no change', sign: '' })
  })

  it('counts how many provinces stand how where there is no room for a tile each', () => {
    const provinces = [progress('green'), null, progress('red'), progress('green')]
    const { tiles, spread } = rowOf({ provinces }, NONE)
    expect(tiles).toEqual([])
    expect(spread).toMatchObject({ text: 'A 2 C 1 ● 1', says: 'On track: 2, Off track: 1, No rating: 1' })
    expect(spread!.shares!.pieces.map(({ width }) => width)).toEqual([50, 25, 25])
    expect(rowOf({}, NONE).spread).toEqual({ text: '·', shares: null, says: 'nothing is due' })
    expect(rowOf({}, ALL_ROOM).spread).toBeNull()
  })

  it.each([
    ['no target', 'no target', ''],
    ['not additive', 'No rating', 'not added up, so not rated'],
  ] as const)('says why there is no rating where that is as short as one: %s', (why, text, rest) => {
    const rated = { variance: null, ofTarget: null, rag: 'grey', why } as never
    expect(rowOf({ rated }, NONE).pace).toMatchObject({ text, rest })
    expect(rowOf({ rated }, ALL_ROOM).pace.text).not.toBe('No rating')
  })
})

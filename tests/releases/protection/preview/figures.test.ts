import { describe, expect, it } from 'vitest'
import type { HiddenFigure } from '../../../../src/disclosure/preview.ts'
import { intervalWords } from '../../../../src/releases/protection/preview-page.ts'
import { HOLD, heldAt, hidden, modelOf, text, WORDS } from './preview.ts'

describe('each figure', () => {
  const rowsOf = (list: HiddenFigure[], release = {}) =>
    modelOf({ hidden: list }, release).groups.flatMap(({ rows }) => rows)

  it('stands under its indicator, in the order of the tables', () => {
    const list = [hidden(), hidden({ indicator: 'A', name: text('Trained') }), hidden()]
    expect(modelOf({ hidden: list }).groups.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['B Clients: 2 hidden', 2],
      ['A Trained: 1 hidden', 1],
    ])
  })

  it('is named by what its table says beside the indicator, its row and its column', () => {
    const named = (over: Partial<HiddenFigure>) => rowsOf([hidden(over)])[0]!.figure
    expect(named({})).toBe('Sex · Women · 2020')
    expect(named({ table: text('Clients') })).toBe('Women · 2020')
    expect(named({ table: text('Sex – Age') })).toBe('Sex – Age · Women · 2020')
    expect(named({ row: text('') })).toBe('Sex · 2020')
  })

  it('has its value: a count alone without its name, anything else with it', () => {
    const said = (...counts: HiddenFigure['counts']) => rowsOf([hidden({ counts })])[0]!.value
    expect(said(['amount', 1234])).toBe('1,234')
    expect(said(['n', 3])).toBe('n 3')
    expect(said(['amount', 3], ['n', 4])).toBe('count 3, n 4')
    expect(said(['numerator', 2], ['complement', 8], ['denominator', 10])).toBe('numerator 2, rest 8, denominator 10')
  })

  it('says what it is shown as, what kind it is and why', () => {
    const list = [heldAt(9, 8), hidden({ kind: 'secondary', reason: 'overlaps', before: [1, 4], after: [1, null] })]
    const [held, other] = rowsOf(list, HOLD)
    expect(held).toMatchObject({
      ...{ shown: '9 [h]', kind: 'small', primary: true },
      ...{ why: 'The count is small.', before: null, after: null },
    })
    expect(other).toMatchObject({
      ...{ shown: '[c]', kind: 'protects another', primary: false, before: '1 to 4', after: '1 or more' },
      why: expect.stringMatching(/^Somebody may stand in several rows;/),
    })
    expect(rowsOf(list)[0]!.shown).toBe('[c]')
  })

  it('is told to be anything between two numbers, one, or from one on', () => {
    expect([intervalWords([1, 4], WORDS), intervalWords([3, 3], WORDS), intervalWords([1, null], WORDS)]).toEqual([
      '1 to 4',
      'exactly 3',
      '1 or more',
    ])
  })
})

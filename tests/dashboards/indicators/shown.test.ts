import { describe, expect, it } from 'vitest'
import type { NamedSpan } from '../../../src/calendar/span.ts'
import { choiceChips } from '../../../src/dashboards/chips.ts'
import { readShown } from '../../../src/dashboards/indicators/shown.ts'
import type { PageState } from '../../../src/dashboards/page-state.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { EVERYTHING } from '../scope/everything.ts'

const periods = [{ key: '2021-Q1' }, { key: '2021-Q2' }] as NamedSpan[]

describe('what of an indicator is shown', () => {
  it('is the whole span and the largest areas, unless the address says otherwise', () => {
    expect(readShown({}, periods)).toEqual({ period: 'whole', rank: 'largest', unknown: [] })
    expect(readShown({ period: '' }, periods).unknown).toEqual([])
    expect(readShown({ period: '2021-Q2' }, periods)).toEqual({
      period: '2021-Q2',
      rank: 'largest',
      unknown: [],
    })
  })

  it('says what was asked for and is not there, and shows the usual', () => {
    expect(readShown({ period: '2030-Q1', rank: 'middle' }, periods)).toEqual({
      period: 'whole',
      rank: 'largest',
      unknown: [
        { name: 'period', value: '2030-Q1', why: 'not-offered' },
        { name: 'rank', value: 'middle', why: 'not-offered' },
      ],
    })
    expect(readShown({ rank: 'smallest' }, periods)).toMatchObject({ rank: 'smallest', unknown: [] })
    expect(readShown({ period: 'x'.repeat(99) }, periods).unknown[0]!.value).toHaveLength(40)
  })
})

describe('what differs from the usual', () => {
  const usual = { from: 8076, to: 8087, grain: 'quarter' } as const
  const state = (choice: object) =>
    ({
      words: wordsFor('en', PILOT_TERMS),
      usual,
      scope: EVERYTHING,
      choice: { ...usual, basis: 'approved', asAt: null, map: 'as-reported', ...choice },
    }) as unknown as PageState
  const chips = (choice: object, more: Parameters<typeof choiceChips>[2] = [], isAsked?: boolean) =>
    choiceChips(state(choice), '/indicators/V3', more, isAsked).map(({ label, href }) => [label, href])

  it('is nothing on a page as it opens', () => {
    expect(chips({})).toEqual([])
  })

  it('is named, each with the way back that keeps the others', () => {
    const province = { name: 'province', value: 'south', label: 'South' }
    expect(chips({ from: 8080, grain: 'year', basis: 'provisional' }, [province])).toEqual(
      [
        ['from Q1 2020', '/indicators/V3?grain=year&basis=provisional&province=south'],
        ['by year', '/indicators/V3?from=2020-Q1&basis=provisional&province=south'],
        ['provisional, not all approved', '/indicators/V3?from=2020-Q1&grain=year&province=south'],
        ['South', '/indicators/V3?from=2020-Q1&grain=year&basis=provisional'],
      ].map(([label, href]) => [label === 'provisional, not all approved' ? expect.any(String) : label, href]),
    )
  })

  it('is not the end of the span where the page chose it', () => {
    expect(chips({ to: 8086 }, [], false)).toEqual([])
    expect(chips({ to: 8086 }, [], true)).toEqual([['to Q3 2021', '/indicators/V3']])
    expect(chips({ to: 8086, grain: 'year' }, [], false)).toEqual([['by year', '/indicators/V3']])
  })
})

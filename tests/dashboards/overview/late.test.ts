import { describe, expect, it } from 'vitest'
import { lateList, type Reports } from '../../../src/dashboards/overview/lists/late.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { Places } from '../../../src/places/place.ts'
import type { Slot } from '../../../src/submissions/board/slot.ts'
import { isLate, type Status } from '../../../src/submissions/submission.ts'
import { slot } from '../../home/slots.ts'
import { partnerNamed, placeNamed } from '../../partners/reporters.ts'
import { Q3, Q4 } from './standings.ts'

const words = wordsFor('en')
const NOW = Date.parse('2022-01-20T09:00:00+07:00')
const at = (status: Status, placeId: number, more: Partial<Slot> = {}): Slot => ({
  ...slot(status, Q4, null, null),
  ...{ placeId, ...more },
})
const named = partnerNamed(1, 'union', [
  ['Former union', '2019-01-01'],
  ['Union', '2021-12-31'],
])
const reports = (slots: Slot[], reporters: [number, string[]][] = []): Reports => ({
  slots,
  dueOn: new Map([
    [Q3 - 1, '2021-07-15'],
    [Q3, '2021-10-15'],
    [Q4, '2022-01-15'],
    [Q4 + 1, '2022-04-15'],
  ]),
  partners: new Map([[1, named]]),
  places: new Places(
    [...[1, 2, 3, 4, 5, 6, 7].map((id) => placeNamed(id, `P${id}`)), placeNamed(11, 'Commune', 1)],
    [],
  ),
  reporters: new Map(reporters),
})
const listOf = (...given: Parameters<typeof reports>) => lateList(reports(...given), NOW, words)

it('late is what was not handed in in time, and what was sent back', () => {
  const all: Status[] = ['due', 'draft', 'submitted', 'returned', 'approved', 'overdue', 'missing']
  expect(all.filter((status) => isLate(slot(status, Q4)))).toEqual(['returned', 'overdue'])
})

describe('what is late', () => {
  it('is nothing, and the way leads to the board, where all has come', () => {
    expect(listOf([at('approved', 1)])).toEqual({ count: 0, where: '', approve: null, items: [], all: '/submissions' })
  })

  it('is counted, by province, most first; beyond five provinces by their number', () => {
    const slots = [at('overdue', 2), at('overdue', 1), at('returned', 11), at('approved', 3)]
    expect(listOf(slots)).toMatchObject({ count: 3, where: 'P1 (2), P2 (1)' })
    const five = [1, 2, 3, 4, 5].map((id) => at('overdue', id))
    expect(listOf(five).where).toBe('P1 (1), P2 (1), P3 (1), P4 (1), P5 (1)')
    const more = listOf([...five, at('overdue', 6), at('overdue', 7), at('overdue', 7)]).where
    expect(more).toContain('P7 (2), P1 (1), P2 (1), P3 (1), P4 (1)')
    expect(more).toContain('2')
    expect(more).not.toContain('P5')
  })

  it('leads to the board with the quarters of what is late', () => {
    const slots = [at('overdue', 1), at('overdue', 1, { quarter: Q3 }), at('approved', 1, { quarter: Q3 - 1 })]
    expect(listOf(slots).all).toBe('/submissions?from=2021-Q3&to=2021-Q4&order=late')
  })

  it('is told by reporter, the longest late first, of those the one with more reports; four at most', () => {
    const slots = [
      at('overdue', 1),
      at('overdue', 2),
      at('overdue', 2, { quarter: Q4 }),
      at('overdue', 3, { quarter: Q3 }),
      at('overdue', 4),
      at('overdue', 5),
    ]
    const { items } = listOf(slots)
    expect(items.map(({ place, late }) => [place, late])).toEqual([
      ['P3', '97 days late'],
      ['P2', '5 days late'],
      ['P1', '5 days late'],
      ['P4', '5 days late'],
    ])
  })

  it('names partner, place, quarter and who can be asked', () => {
    const [item] = listOf([at('overdue', 11)], [[1, ['Lan', 'Mai']]]).items
    expect(item).toEqual({
      ...{ name: 'Union', place: 'Commune', href: '/submissions?from=2021-Q4&to=2021-Q4', late: '5 days late' },
      detail: 'Commune · Q4 2021 · ask Lan, Mai',
    })
    const [before] = listOf([at('overdue', 1, { quarter: Q3 }), at('overdue', 1)]).items
    expect(before).toMatchObject({ name: 'Former union', detail: 'P1 · Q3 2021, Q4 2021', late: '97 days late' })
  })

  it('names more than two quarters by their number and the first of them', () => {
    const [item] = listOf([Q4, Q3, Q3 - 1].map((quarter) => at('overdue', 1, { quarter }))).items
    expect(item!.detail).toBe('P1 · 3 quarters, since Q2 2021')
  })

  it('may have been returned before it was due, and leads to the submission once that has been begun', () => {
    const [item] = listOf([at('returned', 1, { quarter: Q4 + 1, id: 7 })]).items
    expect(item).toMatchObject({ late: 'not late yet', detail: 'P1 · Q1 2022 · returned' })
    expect(item!.href).toBe('/submissions/7')
    const onTheDay = lateList(reports([at('overdue', 1)]), Date.parse('2022-01-15T23:00:00+07:00'), words)
    expect(onTheDay.items[0]!.late).toBe('not late yet')
  })
})

it('what waits for approval is counted, with the day since which the first has waited', () => {
  const [first, later] = ['2022-01-02', '2022-01-03'].map((day) => Date.parse(`${day}T09:00:00+07:00`))
  const waiting = [at('submitted', 1, { changedAt: later! }), at('submitted', 2, { changedAt: first!, quarter: Q3 })]
  expect(listOf([...waiting, at('overdue', 3, { quarter: Q3 - 1 })]).approve).toEqual({
    text: '2 reports wait for approval, the first since 2 Jan 2022',
    href: '/submissions/waiting',
  })
})

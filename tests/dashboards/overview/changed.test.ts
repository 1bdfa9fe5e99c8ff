import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../../../src/calendar/day.ts'
import type { NamedCorrection } from '../../../src/dashboards/origin/corrections.ts'
import { changedList, monthBefore } from '../../../src/dashboards/overview/lists/changed.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { Places } from '../../../src/places/place.ts'
import { MILESTONE, RATIO } from '../../charts/tables.ts'
import { partnerNamed, placeNamed } from '../../partners/reporters.ts'
import { indicatorNamed, Q4, standing } from './standings.ts'

const words = wordsFor('en')
const count = indicatorNamed(1)
const ratio = indicatorNamed(2, { ...RATIO, id: 2, code: 'R' })
const stage = indicatorNamed(3, { ...MILESTONE, id: 3, code: 'M' })
const [JUNE, JULY] = ['2021-06-30', '2021-07-01'].map((day) => Date.parse(`${day}T09:00:00+07:00`)) as [number, number]

const correction = (more: Partial<NamedCorrection> = {}): NamedCorrection => ({
  ...{ indicator: 1, quarter: Q4, placeId: 1, partnerId: 1, cell: 1, at: JULY, by: 'Lan', reason: null },
  ...{ wasState: 'reported', wasValue: 10, wasBase: null, becameState: 'reported', becameValue: 12, becameBase: null },
  ...{ categories: {}, ...more },
})
const told = {
  places: new Places([placeNamed(1, 'Hai Phong')], []),
  partners: new Map([
    [
      1,
      partnerNamed(1, 'union', [
        ['Former union', '2019-01-01'],
        ['Union', '2021-12-31'],
      ]),
    ],
  ]),
}
const hrefs = { hrefOf: (code: string) => `of ${code}`, originOf: (_: unknown, code: string) => `origin of ${code}` }
const listOf = (standings: Parameters<typeof changedList>[0], corrections: NamedCorrection[] = []) =>
  changedList(standings, { ...told, corrections, recent: corrections }, '2021-06-30', words, hrefs)
const textOf = (own: typeof count, ...corrections: Partial<NamedCorrection>[]) =>
  listOf(
    [standing(own)],
    corrections.map((one) => correction({ indicator: own.id, ...one })),
  ).items.map(({ text }) => text)

it('a month before is a day in Viet Nam', () => {
  expect(monthBefore(Date.parse('2021-07-31T23:30:00Z'))).toBe('2021-07-01')
})

describe('a corrected value', () => {
  it('is told with whose it is, since when and who approved it', () => {
    expect(listOf([standing(count)], [correction()])).toEqual({
      ...{ count: '1 corrected (31 days), 0 moved', since: '2021-06-30' },
      items: [
        {
          ...{ kind: 'corrected', sign: '[r]', code: 'I1', name: 'Name of I1', href: 'origin of I1', text: '+2' },
          detail: 'Hai Phong · Q4 2021 · approved anew 1 Jul 2021 by Lan',
        },
      ],
    })
    const [nobody] = listOf([standing(count)], [correction({ by: null })]).items
    expect(nobody!.detail).toContain('by Union')
  })

  it('is news if it was approved on the day or after it', () => {
    expect(listOf([standing(count)], [correction({ at: JUNE })]).count).toMatch(/^1 corrected/)
    expect(listOf([standing(count)], [correction({ at: JUNE - DAY_MS })]).count).toMatch(/^0 corrected/)
  })

  it('is listed however old it is, and the list is since its day', () => {
    expect(listOf([standing(count)], [correction()]).since).toBe('2021-06-30')
    const old = listOf([standing(count)], [correction(), correction({ at: JUNE - 9 * DAY_MS })])
    expect([old.items.length, old.since]).toEqual([2, '2021-06-21'])
  })

  it('of an indicator that is not shown is not told', () => {
    expect(listOf([standing(ratio)], [correction()]).items).toEqual([])
  })

  it.each<[string, Partial<NamedCorrection>]>([
    ['quarter', { quarter: Q4 - 1 }],
    ['place', { placeId: 2 }],
    ['partner', { partnerId: 2 }],
    ['approval', { at: JUNE }],
    ['indicator', { indicator: 2 }],
  ])('of another %s is told by itself, others of one approval together', (_, other) => {
    const many = {
      places: new Places([placeNamed(1, 'Hai Phong'), placeNamed(2, 'Ha Tinh')], []),
      partners: new Map([1, 2].map((id) => [id, partnerNamed(id, 'p', [['P', '2019-01-01']])])),
    }
    const corrections = [correction(), correction({ cell: 2, becameValue: 11 }), correction(other)]
    const items = changedList(
      [standing(count), standing(ratio)],
      { ...many, corrections, recent: [] },
      '',
      words,
      hrefs,
    ).items
    expect(items).toHaveLength(2)
    expect(items[0]!.text).toBe('+3')
  })

  it('is told as what it was and is where nothing can be added, or as how many where there are several', () => {
    const was = { wasValue: 1, wasBase: 4, becameValue: 1, becameBase: 2 }
    expect(textOf(ratio, was)).toEqual(['25% (1 ÷ 4) → 50% (1 ÷ 2)'])
    expect(textOf(ratio, was, was)).toEqual(['2 values'])
    expect(textOf(stage, { wasValue: 0, becameValue: 1 })).toEqual(['Draft → Issued'])
  })

  it('that moved between the parts of a total is told as so many values; one that was blank counts from 0', () => {
    expect(textOf(count, { becameValue: 8 }, { cell: 2, becameValue: 12 })).toEqual(['2 values'])
    expect(textOf(count, { wasState: null, wasValue: null, becameValue: 7 })).toEqual(['+7'])
    expect(textOf(count, { becameState: null, becameValue: null })).toEqual(['−10'])
  })

  it('of a breakdown beside the total says nothing of the total', () => {
    const extra = { kind: 'independent', breakdowns: ['age'], from: 0, to: null } as never
    const split = indicatorNamed(1, { schemes: [extra] })
    expect(textOf(split, {}, { cell: 2, categories: { age: 'child' }, becameValue: 90 })).toEqual(['+2'])
    expect(textOf(split, { categories: { age: 'child' }, becameValue: 90 })).toEqual(['10 → 90'])
  })
})

it('three corrections and five lines are shown at most, all are counted', () => {
  const corrections = [1, 2, 3, 4].map((nth) => correction({ quarter: Q4 - nth }))
  const standings = [4, 5, 6].map((id) => standing(indicatorNamed(id), { values: [100, 50] }))
  const { count: counted, items } = listOf([standing(count), ...standings], corrections)
  expect(items.map(({ kind }) => kind)).toEqual(['corrected', 'corrected', 'corrected', 'down', 'down'])
  expect(counted).toBe('4 corrected (31 days), 3 moved')
})

it('counts what was corrected in the month of indicators that are shown, whatever of it is told', () => {
  const recent = [
    correction({ at: JUNE - DAY_MS }),
    correction(),
    correction({ quarter: Q4 - 1 }),
    correction({ indicator: 9 }),
  ]
  const all = { ...told, corrections: [correction()], recent }
  expect(changedList([standing(count)], all, '2021-06-30', words, hrefs).count).toBe('2 corrected (31 days), 0 moved')
})

import { describe, expect, it } from 'vitest'
import { type AskableReporters, behindItems, provincesBehind } from '../../../src/dashboards/overview/lists/behind.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { Places } from '../../../src/places/place.ts'
import { partnerNamed, placeNamed } from '../../partners/reporters.ts'
import { indicatorNamed, progress, Q3, Q4, standing } from './standings.ts'

const words = wordsFor('en')
const provinces = [placeNamed(1, 'Hai Phong'), placeNamed(2, 'Ha Tinh'), placeNamed(3, 'Nghe An')]
const own = indicatorNamed(1, { responsible: { vi: 'Văn phòng', en: 'The office' } })
const [red, amber, green] = [progress('red', 0.2), progress('amber', 0.8), progress('green', 1)]

describe('behind plan', () => {
  it('are the provinces that are so themselves, the worst first', () => {
    const where = (...given: (typeof red | null)[]) =>
      provincesBehind(standing(own, { provinces: given }), provinces).map(({ id }) => id)
    expect(where(amber, green, red)).toEqual([3, 1])
    expect(where(null, green, null)).toEqual([])
  })
})

describe('the list of what is behind plan', () => {
  const duty = (partnerId: number, placeId: number, from = Q3, to = Q4) => ({
    ...{ partnerId, placeId, indicatorId: 1 },
    intervals: [{ from, to }],
  })
  const asked = (duties: ReturnType<typeof duty>[], reporters: [number, string[]][] = []): AskableReporters => ({
    duties: new Map([[1, duties]]),
    partners: new Map(
      [1, 2].map((id) => [
        id,
        partnerNamed(id, `p${id}`, [
          [`Former ${id}`, '2019-01-01'],
          [`Partner ${id}`, '2021-12-31'],
        ]),
      ]),
    ),
    places: new Places([...provinces, placeNamed(11, 'Commune', 1)], []),
    reporters: new Map(reporters),
  })
  const itemsOf = (all: ReturnType<typeof standing>[], who: AskableReporters) =>
    behindItems(all, provinces, Q4, who, words, (code) => `of ${code}`)
  const worstIn = standing(own, { rated: red, provinces: [red, amber, green] })
  const nowhere = standing(own, { rated: red, provinces: [green, null, null] })
  const detailOf = (...given: [ReturnType<typeof standing>, AskableReporters]) =>
    itemsOf([given[0]], given[1])[0]!.detail

  it('names each with its rating, where it is worst, and the five worst alone', () => {
    const [first, ...more] = itemsOf(Array(7).fill(worstIn), asked([duty(1, 1)]))
    expect(first).toMatchObject({ code: 'I1', name: 'Name of I1', href: 'of I1' })
    expect(first).toMatchObject({ pace: { rag: 'red', tone: 'bad' }, bullet: { tone: 'bad' } })
    expect(first!.detail).toBe('behind in Hai Phong, Ha Tinh · ask Partner 1')
    expect(more).toHaveLength(4)
  })

  it.each<[string, (typeof red | null)[], string]>([
    ['all of them by their number', [red, amber, amber], 'behind in every reporting partner (3)'],
    ['some by their names', [red, green, amber], 'behind in Hai Phong, Nghe An'],
  ])('says where it is behind: %s', (_, given, text) => {
    expect(detailOf(standing(own, { rated: red, provinces: given }), asked([]))).toBe(`${text} · ask The office`)
  })

  it('names the five worst of many, and how many others', () => {
    const many = Array.from({ length: 9 }, (_, nth) => placeNamed(nth + 1, `Province ${nth + 1}`))
    const rated = many.map((_, nth) => (nth === 0 ? green : progress('red', nth / 20)))
    const [item] = behindItems([standing(own, { rated: red, provinces: rated })], many, Q4, asked([]), words, String)
    expect(item!.detail).toMatch(
      /^behind in Province 2, Province 3, Province 4, Province 5, Province 6 and 3 more · ask/,
    )
  })

  it.each<[string, AskableReporters, string]>([
    ['who reports it there, by name', asked([duty(1, 1)], [[1, ['Lan', 'Mai']]]), 'ask Lan, Mai (Partner 1)'],
    ['who reports it in a commune of it', asked([duty(2, 11)]), 'ask Partner 2'],
    ['the first of several', asked([duty(2, 1), duty(1, 1)]), 'ask Partner 2'],
    ['nobody who reports it elsewhere', asked([duty(1, 2)]), 'ask The office'],
    ['nobody whose duty ended before', asked([duty(1, 1, Q3, Q3)]), 'ask The office'],
    ['who is responsible where nobody reports it', asked([]), 'ask The office'],
  ])('says whom to ask where it is worst: %s', (_, who, text) => {
    expect(detailOf(worstIn, who)).toBe(`behind in Hai Phong, Ha Tinh · ${text}`)
  })

  it.each<[string, AskableReporters, string]>([
    ['the one partner who reports it', asked([duty(1, 1), duty(1, 2)]), 'ask Partner 1'],
    ['of several who is responsible', asked([duty(1, 1), duty(2, 2)]), 'ask The office'],
  ])('where no province stands out it says to ask %s', (_, who, text) => {
    expect(detailOf(nowhere, who)).toBe(text)
  })
})

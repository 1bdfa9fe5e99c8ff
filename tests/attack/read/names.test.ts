import { expect, it } from 'vitest'
import { withSameNames } from '../../../src/attack/read/names.ts'
import type { IssuedReport, ToldFigure } from '../../../src/attack/read/report.ts'
import type { Language } from '../../../src/vocabulary/language.ts'

type Told = Partial<Pick<ToldFigure, 'indicator' | 'place' | 'breakdown' | 'category'>>
const report = (languages: Language[], told: Told[], overlapping: string[] = []) =>
  ({
    ...{ languages, overlapping: new Set(overlapping) },
    told: told.map((one) => ({ indicator: 'V3', place: null, breakdown: null, category: null, ...one })),
  }) as unknown as IssuedReport
const [VI, EN, BOTH]: Language[][] = [['vi'], ['en'], ['vi', 'en']]
const named = (of: 'place' | 'breakdown' | 'category', ...reports: IssuedReport[]) =>
  withSameNames(reports).map(({ told }) => told.map((one) => one[of]))

it('a file in both languages tells which names belong together', () => {
  const both = report(BOTH!, [{ place: 'Ngoài tỉnh\nElsewhere' }, { place: 'Hà Tĩnh' }])
  const vi = report(VI!, [{ place: 'Ngoài tỉnh' }])
  const en = report(EN!, [{ place: 'Elsewhere' }])
  expect(named('place', both, vi, en)).toEqual([
    ['Ngoài tỉnh / Elsewhere', 'Hà Tĩnh'],
    ['Ngoài tỉnh / Elsewhere'],
    ['Ngoài tỉnh / Elsewhere'],
  ])
})

it('lists of the same length in one language each go by their order, others are apart', () => {
  const sex = (...names: string[]) => names.map((category) => ({ breakdown: 'S', category }))
  const vi = report(VI!, sex('Nữ', 'Nam'))
  expect(named('category', vi, report(EN!, sex('Female', 'Male')))[1]).toEqual(['Nữ', 'Nam'])
  expect(named('category', vi, report(EN!, sex('Female')))[1]).toEqual(['Female'])
  // One name is the same in both: the order is not what tells them apart.
  expect(named('category', report(VI!, sex('HIV', 'Khác')), report(EN!, sex('Other', 'HIV')))[1]).toEqual([
    'Other',
    'HIV',
  ])
})

it('a name with a stroke of its own is halved where there are two of them', () => {
  const both = report(BOTH!, [{ place: 'A / B / C / D' }, { place: 'X / Y / Z' }])
  expect(
    named('place', both, report(VI!, [{ place: 'A / B' }]), report(EN!, [{ place: 'X / Y / Z' }])).slice(1),
  ).toEqual([['A / B / C / D'], ['X / Y / Z']])
})

it('breakdowns and categories are told apart by indicator and by breakdown', () => {
  const first = report(VI!, [
    { breakdown: 'Giới', category: 'Khác' },
    { breakdown: 'Tuổi', category: 'Trẻ em' },
    { indicator: 'V4', breakdown: 'Nghề', category: 'Khác' },
  ])
  const second = report(EN!, [
    { breakdown: 'Sex', category: 'Other' },
    { breakdown: 'Age', category: 'Child' },
    { indicator: 'V4', breakdown: 'Trade', category: 'None' },
  ])
  expect(named('breakdown', first, second)[1]).toEqual(['Giới', 'Tuổi', 'Nghề'])
  expect(named('category', first, second)[1]).toEqual(['Khác', 'Trẻ em', 'Khác'])
})

it('what overlaps goes by the same name', () => {
  const first = report(VI!, [{ breakdown: 'Giới', category: 'Nữ' }], ['V3|Giới'])
  const second = report(EN!, [{ breakdown: 'Sex', category: 'Female' }], ['V3|Sex'])
  expect(withSameNames([first, second]).map(({ overlapping }) => [...overlapping])).toEqual([['V3|Giới'], ['V3|Giới']])
})

it('the undivided whole project has no name', () => {
  expect(withSameNames([report(VI!, [{}])])[0]!.told[0]).toMatchObject({ place: null, breakdown: null, category: null })
})

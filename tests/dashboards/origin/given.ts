import type { PageState } from '../../../src/dashboards/page-state.ts'
import { historyOf } from '../../../src/indicators/definitions/history.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { Places } from '../../../src/places/place.ts'
import { MEAN, MILESTONE, RATIO } from '../../charts/tables.ts'
import { partnerNamed, placeNamed } from '../../partners/reporters.ts'
import { q } from '../../support/small-project.ts'
import { indicatorNamed, Q3, Q4 } from '../overview/standings.ts'
import { EVERYTHING } from '../scope/everything.ts'

export const words = wordsFor('en')
export const JULY = Date.parse('2021-07-05T09:30:00+07:00')
export const [count, stage] = [indicatorNamed(1), indicatorNamed(3, { ...MILESTONE, id: 3, code: 'M' })]
export const ratio = indicatorNamed(2, { ...RATIO, id: 2, code: 'R' })
export const mean = indicatorNamed(4, { ...MEAN, id: 4, code: 'N' })
export const sex = {
  code: 'sex',
  name: { vi: 'Giới', en: 'Sex' },
  categories: [{ code: 'f', name: { vi: 'Nữ', en: 'Female' }, definitions: [] }],
}
export const state = {
  ...{ words, breakdowns: [sex], places: new Places([placeNamed(1, 'Ha Tinh')], []), areas: 'places' },
  histories: new Map([count, ratio, stage, mean].map((one) => [one.code, historyOf([one])])),
  project: { firstQuarter: q('2019-Q1'), lastQuarter: q('2022-Q4') },
  ...{ wrong: [], scope: EVERYTHING },
  choice: { from: Q3, to: Q4, basis: 'approved', asAt: null, map: 'as-reported' },
} as unknown as PageState
export const context = {
  state,
  partners: [
    partnerNamed(1, 'union', [
      ['Former union', '2019-01-01'],
      ['Union', '2021-12-31'],
    ]),
    partnerNamed(2, 'office', [['Office', '2019-01-01']]),
  ],
}
export const [union, office] = [1, 2].map((partnerId) => ({ partnerId, placeId: 1 })) as [Of, Of]
export type Of = { partnerId: number; placeId: number }

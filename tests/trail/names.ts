import { FIRST_QUARTER, quarterOf } from '../../src/calendar/quarter.ts'
import type { Text } from '../../src/language/text.ts'
import { Places } from '../../src/places/place.ts'
import type { TrailNames } from '../../src/trail/names.ts'
import { partnerNamed, placeNamed } from '../partners/reporters.ts'
import { BREAKDOWNS, indicator } from '../submissions/entry-form/definitions.ts'

/** "Not recorded" for what goes by "not-recorded". */
function spoken(code: string): Text {
  const text = `${code.slice(0, 1).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`
  return { vi: text, en: text }
}

/** What the things of a small project are called, as the trail names them. */
export const NAMES: TrailNames = {
  project: { vi: 'Dự án thử', en: 'Trial project' },
  phases: [
    { code: 'first', name: { vi: 'Giai đoạn một', en: 'Phase one' }, from: FIRST_QUARTER, to: quarterOf(2020, 4) },
  ],
  people: new Map([
    [7, 'Max'],
    [8, 'Bình'],
  ]),
  partners: [
    partnerNamed(3, 'womens-union', [
      ['Union of Women', '2019-01-01'],
      ['Women’s Union', '2021-01-01'],
    ]),
    partnerNamed(5, 'police', [['Police', '2019-01-01']]),
  ],
  places: new Places([placeNamed(1, 'Nghe An'), placeNamed(2, 'Ha Tinh'), placeNamed(4, 'Vinh', 1)], []),
  results: new Map([['1.1', { vi: 'Truyền thông', en: 'Communication' }]]),
  indicators: new Map(
    [
      indicator('V3', 'count', [['primary', 'sex', 'age']], { name: { vi: 'Khách hàng', en: 'Clients' } }),
      indicator('V5', 'ratio', [], { name: { vi: 'Tỷ lệ', en: 'Share' } }),
      indicator('M1', 'milestone', [], { name: { vi: 'Nghị định', en: 'Decree' } }),
    ].map((one) => [one.code, one]),
  ),
  breakdowns: BREAKDOWNS.map((one) => ({
    ...one,
    name: spoken(one.code),
    categories: one.categories.map((category) => ({ ...category, name: spoken(category.code) })),
  })),
  submissions: new Map([
    [354, { id: 354, partnerId: 5, placeId: 1, quarter: quarterOf(2021, 4) }],
    [12, { id: 12, partnerId: 3, placeId: 2, quarter: quarterOf(2020, 4) }],
  ]),
  releases: new Map([[9, 'Report of the year']]),
}

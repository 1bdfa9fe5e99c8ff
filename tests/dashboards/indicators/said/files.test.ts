import { expect, it } from 'vitest'
import { quarterOf } from '../../../../src/calendar/quarter.ts'
import { filesBehind } from '../../../../src/dashboards/indicators/said/files.ts'
import type { IndicatorPageView, NamedEvidence } from '../../../../src/dashboards/indicators/view.ts'
import type { PageState } from '../../../../src/dashboards/page-state.ts'
import { wordsFor } from '../../../../src/language/words.ts'
import { Places } from '../../../../src/places/place.ts'
import { PILOT_TERMS } from '../../../language/pilot-terms.ts'
import { placeNamed } from '../../../partners/reporters.ts'
import { EVERYTHING } from '../../scope/everything.ts'

const [north, south] = [placeNamed(1, 'North'), placeNamed(2, 'South')]
const state = (areas = EVERYTHING.areas) =>
  ({
    scope: { ...EVERYTHING, areas },
    words: wordsFor('en', PILOT_TERMS),
    places: new Places([north, south], []),
    provinces: [north, south],
    areas: 'places',
  }) as unknown as PageState

const file = (more: Partial<NamedEvidence> = {}): NamedEvidence => ({
  ...{ id: 3, submissionId: 7, indicatorId: 5, indicator: 'V5', sha256: 'x', name: 'Minutes', kind: 'jpeg', size: 9 },
  ...{ at: Date.parse('2021-07-02T09:30:00+07:00'), by: 'Mai', partnerId: 1, placeId: 1, quarter: quarterOf(2021, 2) },
  ...{ state: 'approved', partner: { vi: 'Sở', en: 'Department' } },
  ...more,
})
const behind = (evidence: NamedEvidence[], of = state()) =>
  filesBehind({ state: of, evidence } as unknown as IndicatorPageView)

it('a file is named with what it is by its content, whose report it is of, who added it when, and the way there', () => {
  expect(behind([file()])).toEqual({
    files: [
      {
        name: 'Minutes.jpg',
        href: '/submissions/7/evidence#evidence-V5',
        of: 'Q2 2021, Department, North',
        by: 'added by Mai, 2 Jul 2021 09:30',
      },
    ],
    more: 0,
  })
})

it('of one area are those of its reports; of many the latest are named, and how many more there are', () => {
  expect(behind([file(), file({ placeId: 2, name: 'South' })], state([south])).files.map(({ name }) => name)).toEqual([
    'South.jpg',
  ])
  const many = Array.from({ length: 23 }, (_, nth) => file({ name: `${nth}` }))
  const { files, more } = behind(many)
  expect([files.length, files[0]!.name, more]).toEqual([20, '0.jpg', 3])
})

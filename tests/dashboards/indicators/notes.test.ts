import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { notesIn } from '../../../src/dashboards/indicators/notes.ts'
import type { IndicatorPageView, NamedNote } from '../../../src/dashboards/indicators/view.ts'
import type { PageState } from '../../../src/dashboards/page-state.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { Places } from '../../../src/places/place.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { placeNamed } from '../../partners/reporters.ts'

const [north, south, town] = [placeNamed(1, 'North'), placeNamed(2, 'South'), placeNamed(3, 'Town', 1)]
const state = (places = [north, south, town]) =>
  ({
    words: wordsFor('en', PILOT_TERMS),
    places: new Places(places, []),
    provinces: [north, south],
    areas: 'places',
  }) as unknown as PageState

const note = (more: Partial<NamedNote> = {}): NamedNote => ({
  partnerId: 1,
  placeId: 1,
  submissionId: 7,
  quarter: quarterOf(2021, 2),
  at: Date.parse('2021-07-02T09:30:00+07:00'),
  by: 'Mai',
  text: 'A shelter was closed',
  partner: { vi: 'Sở', en: 'Department' },
  ...more,
})
const said = (view: Partial<IndicatorPageView>) =>
  notesIn({ state: state(), place: null, notes: [note()], ...view } as IndicatorPageView)

describe('what was said of the values of an indicator', () => {
  it('stands with who said it when, of whose report, and the way there', () => {
    expect(said({})).toEqual([
      {
        text: 'A shelter was closed',
        of: 'Q2 2021, Department, North',
        href: '/submissions/7',
        when: 'Mai, 2 Jul 2021 09:30',
      },
    ])
  })

  it('names no place in a project of one', () => {
    expect(said({ state: state([north]) })[0]!.of).toBe('Q2 2021, Department')
  })

  it('is of one area where that is asked for, its towns included', () => {
    const notes = [note(), note({ placeId: 2, text: 'South' }), note({ placeId: 3, text: 'Town' })]
    expect(said({ notes }).map(({ text }) => text)).toEqual(['A shelter was closed', 'South', 'Town'])
    expect(said({ notes, place: north }).map(({ text }) => text)).toEqual(['A shelter was closed', 'Town'])
    expect(said({ notes, place: south }).map(({ text }) => text)).toEqual(['South'])
  })

  it('is not more than can be read beside a picture', () => {
    const notes = Array.from({ length: 9 }, (_, nth) => note({ text: `${nth}` }))
    expect(said({ notes }).map(({ text }) => text)).toEqual(['0', '1', '2', '3', '4', '5'])
  })
})

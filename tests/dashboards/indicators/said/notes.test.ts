import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../../../src/calendar/quarter.ts'
import { notesIn, saidOf, saidOfReports } from '../../../../src/dashboards/indicators/said/notes.ts'
import type { IndicatorPageView, NamedNote } from '../../../../src/dashboards/indicators/view.ts'
import type { NamedCorrection } from '../../../../src/dashboards/origin/corrections.ts'
import type { PageState } from '../../../../src/dashboards/page-state.ts'
import type { Scope } from '../../../../src/dashboards/scope/scope.ts'
import type { DefinedIndicator } from '../../../../src/indicators/indicator.ts'
import { wordsFor } from '../../../../src/language/words.ts'
import { Places } from '../../../../src/places/place.ts'
import { COUNT } from '../../../charts/tables.ts'
import { PILOT_TERMS } from '../../../language/pilot-terms.ts'
import { partnerNamed, placeNamed } from '../../../partners/reporters.ts'
import { EVERYTHING } from '../../scope/everything.ts'

const [north, south, town] = [placeNamed(1, 'North'), placeNamed(2, 'South'), placeNamed(3, 'Town', 1)]
const state = (places = [north, south, town], scope: Partial<Scope> = {}) =>
  ({
    scope: { ...EVERYTHING, ...scope },
    words: wordsFor('en', PILOT_TERMS),
    places: new Places(places, []),
    provinces: [north, south],
    areas: 'places',
  }) as unknown as PageState

const note = (more: Partial<NamedNote> = {}): NamedNote => ({
  indicatorId: 5,
  partnerId: 1,
  placeId: 1,
  submissionId: 7,
  quarter: quarterOf(2021, 2),
  at: Date.parse('2021-07-02T09:30:00+07:00'),
  by: 'Mai',
  text: 'A shelter was closed',
  partner: { vi: 'Sở', en: 'Department' },
  isReason: false,
  ...more,
})
const indicator = { ...COUNT, id: 5, schemes: [] } as unknown as DefinedIndicator
const partners = new Map([[1, partnerNamed(1, 'department', [['Department', '2019-01-01']])]])
const corrected = (more: Partial<NamedCorrection> = {}): NamedCorrection => ({
  ...{ indicator: 5, quarter: quarterOf(2020, 3), placeId: 1, partnerId: 1, cell: 1, categories: {} },
  at: Date.parse('2021-08-02T09:30:00+07:00'),
  ...{ wasState: 'reported', wasValue: 5, wasBase: null, becameState: 'reported', becameValue: 7, becameBase: null },
  ...{ by: 'Lan', reason: 'counted anew' },
  ...more,
})
const said = (view: Partial<IndicatorPageView>) =>
  notesIn({
    state: state(),
    indicator,
    place: null,
    notes: [note()],
    corrections: [],
    partners,
    ...view,
  } as IndicatorPageView)

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

  it('names no place that the name of the partner ends with', () => {
    const police = { vi: 'Công an', en: 'Police of North' }
    expect(said({ notes: [note({ partner: police })] })[0]!.of).toBe('Q2 2021, Police of North')
    expect(said({ notes: [note({ partner: police, placeId: 2 })] })[0]!.of).toBe('Q2 2021, Police of North, South')
  })

  it('names no place in a project of one', () => {
    expect(said({ state: state([north]) })[0]!.of).toBe('Q2 2021, Department')
  })

  it('is of one area where that is asked for, its towns included', () => {
    const notes = [note(), note({ placeId: 2, text: 'South' }), note({ placeId: 3, text: 'Town' })]
    expect(said({ notes }).map(({ text }) => text)).toEqual(['A shelter was closed', 'South', 'Town'])
    const of = (scope: Partial<Scope>) => said({ notes, state: state(undefined, scope) })
    expect(of({ areas: [north] }).map(({ text }) => text)).toEqual(['A shelter was closed', 'Town'])
    expect(of({ areas: [south] }).map(({ text }) => text)).toEqual(['South'])
    expect(of({ areas: [north, south] })).toHaveLength(3)
    const partner = { id: 9, slug: 'other', name: north.name }
    expect([of({ partner }).length, of({ partner: { ...partner, id: 1 } }).length]).toEqual([0, 3])
  })

  it('is told from the latest quarter on, and of one quarter from what was said last', () => {
    const told = (text: string, nth: number, day: number) =>
      note({ text, quarter: quarterOf(2021, nth), at: Date.parse(`2021-09-0${day}T09:30:00+07:00`) })
    const notes = [told('Q1, on the 3rd', 1, 3), told('Q2, on the 1st', 2, 1), told('Q2, on the 2nd', 2, 2)]
    const inOrder = ['Q2, on the 2nd', 'Q2, on the 1st', 'Q1, on the 3rd']
    expect(said({ notes }).map(({ text }) => text)).toEqual(inOrder)
    expect(said({ notes: notes.toReversed() }).map(({ text }) => text)).toEqual(inOrder)
  })

  it('stays apart where two say the same of values, and where one reason is of two indicators', () => {
    expect(said({ notes: [note(), note({ submissionId: 8 })] }).map(({ href }) => href)).toEqual([
      '/submissions/7',
      '/submissions/8',
    ])
    const [clients, cases] = [indicator, { ...indicator, id: 6, code: 'V4' }]
    const reasons = [5, 6, 9].map((indicatorId) => note({ indicatorId, isReason: true, text: 'No course' }))
    const context = { state: state(), notes: reasons, corrections: [], partners } as unknown as Parameters<
      typeof saidOf
    >[0]
    const indicators = new Map([clients, cases].map((one) => [one.id, one]))
    expect(saidOf({ ...context, indicators }, () => true).map(({ code }) => code)).toEqual([clients.code, 'V4'])
  })

  it('is not more than can be read beside a picture', () => {
    const notes = Array.from({ length: 9 }, (_, nth) => note({ text: `${nth}` }))
    expect(said({ notes }).map(({ text }) => text)).toEqual(['0', '1', '2', '3', '4', '5'])
  })

  it('says of which the reason is that it does not apply', () => {
    expect(said({ notes: [note({ isReason: true, text: 'No shelter here', by: '' })] })).toMatchObject([
      { text: 'not applicable: No shelter here', when: '2 Jul 2021 09:30' },
    ])
  })

  it('gives one reason of several reports once, with how many and of when, and the way to the latest', () => {
    const reason = (submissionId: number, nth: number) =>
      note({ isReason: true, text: 'No course', submissionId, quarter: quarterOf(2021, nth) })
    expect(said({ notes: [reason(9, 3), note(), reason(8, 2), reason(3, 1)] })).toMatchObject([
      {
        text: 'not applicable: No course',
        of: '3 reports, Q1 2021 to Q3 2021',
        href: '/submissions/9',
        when: '',
      },
      { text: 'A shelter was closed' },
    ])
  })

  it('begins with what was corrected, by how much, why, by whom and when, and leads to that figure', () => {
    const [first, second] = said({ corrections: [corrected()] })
    expect([first, second!.text]).toEqual([
      {
        text: '[r] +2: counted anew',
        of: 'Q3 2020, Department, North',
        href: '/figures/origin?indicator=V3&group=north&from=2020-Q3&to=2020-Q3',
        when: 'Lan, 2 Aug 2021 09:30',
      },
      'A shelter was closed',
    ])
    expect(said({ notes: [], corrections: [corrected({ reason: null, by: null })] })[0]).toMatchObject({
      text: '[r] +2',
      when: '2 Aug 2021 09:30',
    })
    expect(said({ corrections: [corrected()], state: state(undefined, { areas: [south] }) })).toEqual([])
    // Of one approval they are one.
    expect(said({ notes: [], corrections: [corrected(), corrected({ cell: 2 })] }).map(({ text }) => text)).toEqual([
      '[r] +4: counted anew',
    ])
  })
})

it('what was said of whole reports stands with who said it when, of whose report, and the way there', () => {
  const { indicatorId: _, isReason: __, ...ofReport } = note({ text: 'Two staff left' })
  const notes = [ofReport, { ...ofReport, placeId: 2, submissionId: 8 }]
  expect(saidOfReports(notes, { state: state() }, ({ placeId }) => placeId === 1)).toEqual([
    { text: 'Two staff left', of: 'Q2 2021, Department, North', href: '/submissions/7', when: 'Mai, 2 Jul 2021 09:30' },
  ])
})

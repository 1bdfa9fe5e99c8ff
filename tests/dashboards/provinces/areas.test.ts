import { describe, expect, it } from 'vitest'
import { pageFacts, phaseFact } from '../../../src/dashboards/facts.ts'
import {
  areaPath,
  areaSlugOf,
  endOfUseIn,
  groupOf,
  groupsOf,
  nameOfGroup,
  type PageState,
  partnerAsArea,
  ratedSpan,
} from '../../../src/dashboards/page-state.ts'
import type { Answer } from '../../../src/figures/answer.ts'
import { PROJECT } from '../../../src/figures/question.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { Places } from '../../../src/places/place.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { partnerNamed, placeNamed } from '../../partners/reporters.ts'
import { q } from '../../support/small-project.ts'
import { EVERYTHING } from '../scope/everything.ts'

const NOW = Date.parse('2022-01-20T09:00:00+07:00')
const [haTinh, nghe, commune] = [placeNamed(1, 'Ha Tinh'), placeNamed(2, 'Nghe An'), placeNamed(11, 'Ky Anh', 1)]
const union = partnerNamed(7, 'union', [
  ['Former union', '2019-03-01'],
  ['Union', '2021-01-01'],
])
const phase = (code: string, from: string, to: string) => ({
  ...{ code, name: { vi: code, en: `Phase ${code}` } },
  ...{ from: q(from), to: q(to) },
})
const project = { firstQuarter: q('2019-Q1'), lastQuarter: q('2022-Q4'), phases: [] as ReturnType<typeof phase>[] }
const PHASES = [phase('one', '2019-Q1', '2019-Q4'), phase('two', '2021-Q1', '2022-Q4')]

const state = (more: object = {}) =>
  ({
    ...{ now: NOW, words: wordsFor('en', PILOT_TERMS), project, areas: 'places', provinces: [haTinh, nghe] },
    ...{ scope: EVERYTHING, wrong: [], isNothingApproved: false, firstApproved: null },
    ...{ places: new Places([haTinh, nghe, commune], []), endedPlaces: [], handovers: [], endsOfUse: new Map() },
    choice: { from: q('2021-Q1'), to: q('2021-Q4') },
    ...more,
  }) as unknown as PageState
const ofPartners = state({ areas: 'partners', provinces: [partnerAsArea(union, '2020-01-01')] })

describe('what figures are compared by', () => {
  it('are areas, each a group of its own after the whole project', () => {
    expect(groupsOf(state())).toEqual([
      { key: PROJECT, places: '*' },
      { key: 'ha-tinh', places: ['ha-tinh'] },
      { key: 'nghe-an', places: ['nghe-an'] },
    ])
    expect(nameOfGroup(state(), 'ky-anh')?.en).toBe('Ky Anh')
    expect(nameOfGroup(state(), 'nowhere')).toBeNull()
    expect(areaPath(state(), 'ha-tinh')).toBe('/provinces/ha-tinh')
    expect(areaSlugOf(state(), { partnerId: 7, placeId: 11 })).toBe('ha-tinh')
  })

  it('are partners in a project without areas', () => {
    expect(groupOf(ofPartners, 'union')).toEqual({ key: 'union', places: '*', partner: 'union' })
    expect(nameOfGroup(ofPartners, 'union')?.en).toBe('Former union')
    expect(nameOfGroup(ofPartners, 'ha-tinh')).toBeNull()
    expect(areaPath(ofPartners, 'union')).toBe('/partners/union')
    expect(areaSlugOf(ofPartners, { partnerId: 7, placeId: 11 })).toBe('union')
    expect(areaSlugOf(ofPartners, { partnerId: 8, placeId: 11 })).toBe(PROJECT)
  })

  it('a partner is such an area under its name of the day, from its first name on', () => {
    const area = partnerAsArea(union, '2021-06-01')
    expect(area).toMatchObject({ id: -7, slug: 'union', validFrom: '2019-03-01', validTo: null, depth: 1 })
    expect(area.name.en).toBe('Union')
  })
})

describe('the facts of a page', () => {
  it('name the phase only in a project of several', () => {
    expect(phaseFact(state())).toEqual([])
    expect(phaseFact(state({ project: { ...project, phases: PHASES } }))).toEqual([
      expect.stringMatching(/Phase two.*1 Jan 2021 – 31 Dec 2022/),
    ])
  })

  it('what is rated begins with the project or, where there are several, with the phase', () => {
    expect(ratedSpan(state())).toEqual({ key: 'whole', from: q('2019-Q1'), to: q('2021-Q4') })
    expect(ratedSpan(state({ project: { ...project, phases: PHASES } }))).toEqual({
      ...{ key: 'phase', from: q('2021-Q1'), to: q('2021-Q4') },
    })
  })

  it('an end of use is told unless it is that of the project', () => {
    const ends = (since: string) =>
      endOfUseIn(state({ endsOfUse: new Map([['A', { why: 'retired', since: q(since), lastAsked: null }]]) }), 'A')
    expect(ends('2022-Q1')).toMatch(/^Retired since 1 Jan 2022/)
    expect(ends('2022-Q4')).not.toMatch(/^Retired since/)
    expect(ends('2022-Q4')).toContain('1 Oct 2022')
    expect(ends('2023-Q1')).toBeNull()
    expect(endOfUseIn(state(), 'A')).toBeNull()
  })
})

describe('what is missing or was handed over is told where it matters', () => {
  const answer = (places: '*' | string[], codes: string[] = ['A'], map = 'as-reported') =>
    ({
      ...{ basis: 'approved', map, asAt: NOW },
      indicators: codes.map((code) => ({ id: code === 'A' ? 1 : 2, code })),
      question: { groups: [{ key: 'g', places }] },
    }) as unknown as Answer
  const ended = {
    ...{ placeId: 2, place: { ...nghe, validTo: '2021-07-01' }, became: [placeNamed(3, 'Merged')], partners: [union] },
    ...{ indicators: [1], duties: [{ indicatorId: 1, partnerId: 7 }], since: q('2021-Q3'), until: q('2021-Q4') },
  }
  const passed = {
    ...{ since: q('2021-Q2'), indicators: ['A', 'B'] },
    ...{ from: { partner: union, place: commune }, to: { partner: union, place: nghe } },
  }
  const facts = (...asked: Parameters<typeof answer>) =>
    pageFacts(state({ endedPlaces: [ended], handovers: [passed] }), answer(...asked))

  it.each<[string, Parameters<typeof answer>, number]>([
    ['of the whole project', ['*'], 1],
    ['of the place itself', [['nghe-an']], 1],
    ['of what became of it', [['merged']], 1],
    ['of another place', [['ha-tinh']], 0],
    ['of another indicator', ['*', ['B']], 0],
  ])('a place that ended: on a page %s', (_, asked, told) => {
    expect(facts(...asked).endedPlaces).toHaveLength(told)
  })

  it.each<[string, Parameters<typeof answer>, string | null]>([
    ['of the whole project', ['*', ['A', 'B']], 'A, B'],
    ['of the area the predecessor lies in', [['ha-tinh']], 'A'],
    ['of the area of the heir', [['nghe-an'], ['B']], 'B'],
    ['of another place', [['merged']], null],
    ['of another indicator', ['*', ['C']], null],
  ])('a hand-over, with the indicators of the page: on a page %s', (_, asked, indicators) => {
    const { handovers } = facts(...asked)
    expect(handovers).toEqual(
      indicators === null ? [] : [expect.stringContaining(` reports ${indicators} in place of`)],
    )
  })

  it('the note on today’s map stands where it is another one than that of the reports', () => {
    const joined = new Places([haTinh, nghe], [{ fromId: 1, toId: 2, on: '2021-07-01' }])
    const note = (map: string, places: Places) => pageFacts(state({ places }), answer('*', ['A'], map)).mapNote
    expect(note('today', joined)).toMatch(/^\[b\] On today's map/)
    const told = (places: Places) => {
      const choice = { ...state().choice, map: 'as-reported' as const }
      return pageFacts(state({ places, choice }), answer('*', ['A'], 'as-reported')).facts.at(-1)
    }
    expect(told(joined)).toBe('Map: as reported')
    expect(told(state().places)).toMatch(/20 Jan 2022/)
    expect(note('as-reported', joined)).toBeNull()
    expect(note('today', state().places)).toBeNull()
  })
})

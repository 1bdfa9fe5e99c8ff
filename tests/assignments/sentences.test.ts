import { describe, expect, it } from 'vitest'
import { reporterKey, reporterOf } from '../../src/assignments/assignment.ts'
import { endedNotices, endedSentences } from '../../src/assignments/ended-in-words.ts'
import { endedFor, endedOf, type NamedEndedPlace } from '../../src/assignments/ended-places.ts'
import { handoverSentences, type NamedHandovers } from '../../src/assignments/handovers-in-words.ts'
import { predecessorsIn } from '../../src/assignments/heirs.ts'
import { parseQuarter } from '../../src/calendar/quarter.ts'
import { wordsFor } from '../../src/language/words.ts'
import type { Partner } from '../../src/partners/partner.ts'
import type { Place } from '../../src/places/place.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'

const en = wordsFor('en', PILOT_TERMS)
const text = (name: string) => ({ vi: `${name} vi`, en: name })
const partner = (id: number, ...names: [name: string, from: string][]): Partner => ({
  id,
  slug: `p${id}`,
  cutOffDay: null,
  names: names.map(([name, validFrom]) => ({ kind: 'police', name: text(name), validFrom, validTo: null })),
})
const POLICE = partner(1, ['Police', '2000-01-01'], ['Police anew', '2025-07-01'])
const UNION = partner(2, ['Union', '2000-01-01'])
const place = (name: string, more: Partial<Place> = {}) =>
  ({ name: text(name), level: 'province', validTo: '2025-07-01', ...more }) as Place
const ended = (name: string, more: Partial<NamedEndedPlace> = {}): NamedEndedPlace => ({
  placeId: 1,
  since: parseQuarter('2025-Q3')!,
  until: parseQuarter('2025-Q4')!,
  indicators: [1, 2],
  partners: [POLICE],
  duties: [1, 2].map((indicatorId) => ({ indicatorId, partnerId: POLICE.id })),
  place: place(name),
  became: [place('New')],
  ...more,
})
const sentences = (all: NamedEndedPlace[]) => endedNotices(all, en).map(({ sentence }) => sentence)

it('a place that ended names, of one indicator, those alone who reported that', () => {
  const duties = [
    { indicatorId: 1, partnerId: POLICE.id },
    { indicatorId: 2, partnerId: UNION.id },
  ]
  const one = ended('A', { partners: [POLICE, UNION], duties })
  expect(endedOf(one, (id) => id === 2)).toMatchObject({ indicators: [2], partners: [UNION], duties: [duties[1]] })
  expect(endedOf(one, () => true)).toEqual(one)
  expect(endedOf(one, (id) => id === 3)).toBeNull()
})

describe('places that ended without an heir', () => {
  it('of one day and level are told in one sentence, each place and what it became once', () => {
    expect(sentences([ended('A'), ended('B'), ended('C', { became: [place('New'), place('Newer')] })])).toEqual([
      '3 provinces ended on 30 Jun 2025 (A, B, C); nobody reports for what became of them (New, Newer).',
    ])
  })

  it('are told apart by day, by level, and by whether they became anything', () => {
    const other = (more: Partial<Place>) => ended('B', { place: place('B', more) })
    expect(sentences([ended('A'), other({ validTo: '2026-01-01' })])).toEqual([
      '1 province ended on 30 Jun 2025 (A); nobody reports for what became of it (New).',
      '1 province ended on 31 Dec 2025 (B); nobody reports for what became of it (New).',
    ])
    expect(sentences([ended('A'), other({ level: 'commune', depth: 2 })])).toEqual([
      '1 province ended on 30 Jun 2025 (A); nobody reports for what became of it (New).',
      '1 commune ended on 30 Jun 2025 (B); nobody reports for what became of it (New).',
    ])
    expect(sentences([ended('A', { became: [] }), ended('B')])).toEqual([
      '1 province ended on 30 Jun 2025 (A); nobody reports in its stead.',
      '1 province ended on 30 Jun 2025 (B); nobody reports for what became of it (New).',
    ])
    expect(sentences([ended('A', { became: [], place: place('A', { level: 'commune', depth: 2 }) })])).toEqual([
      '1 commune ended on 30 Jun 2025 (A); nobody reports in its stead.',
    ])
  })

  it('say to a manager whom to ask, by the name of the last day, since when and about how many indicators', () => {
    const since = parseQuarter('2025-Q4')!
    const [notice] = endedNotices(
      [ended('A', { since }), ended('B', { indicators: [2, 3], partners: [POLICE, UNION] }), ended('C', { since })],
      en,
    )
    expect(notice!.next).toBe(
      'From Q3 2025 on, 3 indicators are not counted among the reports that are expected. Until then they were reported by: Police, Union. Ask them who reports there now, and have whoever does assigned to the new places.',
    )
    expect(endedNotices([ended('A', { indicators: [1] })], en)[0]!.next).toContain('1 indicator is not counted')
  })

  it('ask who reported there to tell the manager', () => {
    expect(endedNotices([ended('A')], en, 'reporter')[0]).toEqual({
      sentence: '1 province ended on 30 Jun 2025 (A); nobody reports for what became of it (New).',
      next: "You reported there until then. Tell the project's manager who reports there now.",
    })
  })

  it('are told in both languages where nothing is to be done', () => {
    expect(endedSentences([ended('A'), ended('B', { became: [] })], PILOT_TERMS)).toEqual([
      {
        vi: '1 tỉnh kết thúc ngày 30/06/2025 (A vi); chưa đơn vị nào báo cáo cho các tỉnh kế thừa (New vi).',
        en: '1 province ended on 30 Jun 2025 (A); nobody reports for what became of it (New).',
      },
      {
        vi: '1 tỉnh kết thúc ngày 30/06/2025 (B vi); không đơn vị nào báo cáo thay.',
        en: '1 province ended on 30 Jun 2025 (B); nobody reports in its stead.',
      },
    ])
    expect(endedSentences([], PILOT_TERMS)).toEqual([])
  })

  it('are told to a partner where any of its own reported', () => {
    const [both, union] = [ended('A', { partners: [POLICE, UNION] }), ended('B', { partners: [UNION] })]
    expect(endedFor([both, union])).toEqual([both, union])
    expect(endedFor([both, union], [1])).toEqual([both])
    expect(endedFor([both, union], [1, 2])).toEqual([both, union])
    expect(endedFor([both, union], [])).toEqual([])
  })
})

describe('hand-overs', () => {
  const handed = (indicators: string[], since = '2025-Q3'): NamedHandovers => ({
    since: parseQuarter(since)!,
    from: { partner: UNION, place: place('Hà Tĩnh') },
    to: { partner: POLICE, place: place('Nghệ An') },
    indicators,
  })

  it('say who took over from whom, by the names of the first day, and what', () => {
    expect(handoverSentences([handed(['P13', 'P14']), handed(['V3'], '2025-Q1')], en)).toEqual([
      'From 1 Jul 2025 Police anew (Nghệ An) reports P13, P14 in place of Union (Hà Tĩnh): one line of reporting, compared and counted as one.',
      'From 1 Jan 2025 Police (Nghệ An) reports V3 in place of Union (Hà Tĩnh): one line of reporting, compared and counted as one.',
    ])
  })

  it('are told one by one up to five, and the rest by their number', () => {
    const told = (count: number) =>
      handoverSentences(
        Array.from({ length: count }, (_, nth) => handed([`I${nth}`])),
        en,
      )
    expect(told(0)).toEqual([])
    expect(told(5)).toHaveLength(5)
    expect(told(5).at(-1)).toContain('I4')
    expect(told(7)).toHaveLength(6)
    expect(told(7).slice(4)).toEqual([expect.stringContaining('I4'), 'And 2 more hand-overs in these dates.'])
  })

  it('between two partners in many places are one sentence with their number', () => {
    const of = (nth: number, indicator: string): NamedHandovers => ({
      ...handed([indicator]),
      from: { partner: UNION, place: { ...place(`C${nth}`), id: nth } },
    })
    const many = Array.from({ length: 1200 }, (_, nth) => of(nth, nth % 2 ? 'P1' : 'P13'))
    expect(handoverSentences([...many, handed(['V3'], '2025-Q1')], en)).toEqual([
      'From 1 Jul 2025 Police anew reports P13, P1 of 1,200 places in place of Union: one line of reporting for each, compared and counted as one.',
      'From 1 Jan 2025 Police (Nghệ An) reports V3 in place of Union (Hà Tĩnh): one line of reporting, compared and counted as one.',
    ])
    for (const few of [3, 5]) expect(handoverSentences(many.slice(0, few), en)).toHaveLength(few)
  })
})

describe('a reporter in one word', () => {
  it('leads back to the reporter', () => {
    expect(reporterOf(reporterKey({ partnerId: 12, placeId: 3 }))).toEqual({ partnerId: 12, placeId: 3 })
  })

  it('finds those whose duty it took over, all of them', () => {
    const heirs = new Map([
      ['1/1', ['2/1', '3/1']],
      ['4/1', ['2/1']],
    ])
    expect(predecessorsIn(heirs)).toEqual(
      new Map([
        ['2/1', ['1/1', '4/1']],
        ['3/1', ['1/1']],
      ]),
    )
  })
})

import { describe, expect, it } from 'vitest'
import type { NamedEndedPlace } from '../../../src/assignments/ended-places.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { Places } from '../../../src/places/place.ts'
import type { ProjectCard } from '../../../src/project/project.ts'
import { notThereOn } from '../../../src/submissions/board/filters.ts'
import { boardQuery } from '../../../src/submissions/board/form.ts'
import { boardPage } from '../../../src/submissions/board/page.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { placeNamed } from '../../partners/reporters.ts'
import { board, partners, Q1, Q2, Q3, slot, stateOf, words } from './given.ts'

const SLOTS = [slot([4, 3, Q2, 'draft']), slot([9, 7, Q2, 'submitted']), slot([9, 3, Q3, 'due'], ['protection'], null)]

describe('the board of one partner', () => {
  it('says whose reports alone are shown, with the way to all of the same quarters', () => {
    const { only, reporters, count } = board(SLOTS, {}, { partner: 'union', component: 'protection', page: '3' })
    expect(reporters.map(({ partner }) => partner)).toEqual(['Union'])
    expect(count).toBe(1)
    expect(only).toEqual({
      sentence: 'Only reports of Union are shown.',
      all: '/submissions?from=2021-Q2&to=2021-Q3&component=protection&page=1',
    })
  })

  it.each([{}, { partner: 'nobody' }])('is that of everybody where nobody is asked for: %j', (query) => {
    const { only, count } = board(SLOTS, {}, query)
    expect([only, count]).toEqual([null, 3])
  })

  it('keeps partner and order from page to page, and says no order where it is the usual one', () => {
    const many = Array.from({ length: 41 }, (_, at) => placeNamed(at + 10, `P${at}`))
    const state = { places: new Places(many, []) }
    const slots = many.map(({ id }) => slot([4, id, Q2, 'overdue']))
    const next = (query: object) => board(slots, state, query).pager.after!.href
    expect(next({ partner: 'union', order: 'late' })).toBe(
      '/submissions?from=2021-Q2&to=2021-Q3&partner=union&order=late&page=2',
    )
    expect(next({ order: 'partner' })).toBe('/submissions?from=2021-Q2&to=2021-Q3&page=2')
  })
})

describe('what of the address is not there', () => {
  it.each([
    [{ from: '2021-Q3', to: '2021-Q2' }, [['from', 'Q3 2021 – Q2 2021']]],
    [{ from: '2021-Q2', to: '2021-Q2' }, []],
    [{ from: '2021-Q2' }, []],
    [{ to: '2020-Q4' }, [['to', 'Q4 2020']]],
    [{ partner: 'nobody' }, [['partner', 'nobody']]],
    [{ partner: 'union', place: 'vinh', component: 'cross-cutting' }, []],
  ])('is named: %j', (asked, named) => {
    const found = notThereOn(stateOf(SLOTS), boardQuery.parse(asked), words)
    expect(found.map(({ parameter, value }) => [parameter, value])).toEqual(named)
  })
})

describe('beside each report', () => {
  it('it says for whose answers it waits; of what has not been begun nothing was asked', () => {
    const questions = new Map([[104, ['manager', 'partner'] as const]])
    const waits = board(SLOTS, { questions }).reporters.map(({ slots }) => slots.map((one) => one?.waits))
    expect(waits).toEqual([
      [[], undefined],
      [undefined, []],
      [['manager', 'partner'], undefined],
    ])
  })

  it('the place is named, unless there is but one', () => {
    const named = (more: object) => board([slot([4, 3, Q2, 'due'])], more).reporters[0]!.place
    expect([named({}), named({ places: new Places([placeNamed(3, 'Ha Tinh')], []) })]).toEqual(['Ha Tinh', null])
  })
})

describe('above the board', () => {
  it('pauses among the quarters shown are told', () => {
    const phase = (from: number, to: number) => ({ code: '', from, to, name: { vi: '', en: '' } })
    const project = {
      ...{ firstQuarter: Q1, lastQuarter: Q3 + 4, phases: [phase(Q1, Q1), phase(Q3, Q3 + 4)] },
    } as unknown as ProjectCard
    expect(board([], { project }).pauses).toEqual([expect.stringContaining('1 Apr 2021 – 30 Jun 2021')])
    expect(board([], { project, span: { from: Q3, to: Q3 } }).pauses).toEqual([])
    expect(board([], { project, span: null }).pauses).toEqual([])
    expect(board([]).pauses).toEqual([])
  })

  it('places that ended are told where they, or what became of them, are looked at; managers are told what to do', () => {
    const [ended, heir] = [{ ...placeNamed(5, 'Hai Duong'), validTo: '2021-07-01' }, placeNamed(6, 'Hai Phong')]
    const endedPlaces = [
      {
        ...{ placeId: 5, since: Q3, until: Q3, indicators: [1], duties: [], partners: [partners[0]!] },
        ...{ place: ended, became: [heir] },
      },
    ] as NamedEndedPlace[]
    const told = (query: object, mayBegin = false) => board([], { endedPlaces, mayBegin }, query).endedPlaces
    expect(told({})).toEqual([
      {
        sentence: '1 province ended on 30 Jun 2021 (Hai Duong); nobody reports for what became of it (Hai Phong).',
        next: expect.stringContaining('Until then it was reported by: Police.'),
      },
    ])
    expect(['hai-duong', 'hai-phong', 'ha-tinh'].map((place) => told({ place }).length)).toEqual([1, 1, 0])
    expect(told({}, true)[0]!.next).toContain('You reported there until then.')
  })

  it('whoever fills reports in may do so in a file', () => {
    expect([board([]).mayEnter, board([], { mayBegin: true }).mayEnter]).toEqual([false, true])
  })
})

describe('completeness in a project without areas', () => {
  it('is told partner by partner, by the names of the last day shown', () => {
    const terms = { ...PILOT_TERMS, levels: PILOT_TERMS.levels.slice(0, 1) }
    const table = (more: object) =>
      boardPage(stateOf(SLOTS, more), boardQuery.parse({}), wordsFor('en', terms)).completeness
    expect(table({}).rows.map(({ name, cells, approved }) => [name, cells.at(-1)!.text, approved])).toEqual([
      ['Police', '1 of 2', '0'],
      ['Union', '0 of 1', '0'],
    ])
    expect(table({ span: { from: Q2, to: Q2 } }).rows[1]!.name).toBe('Former union')
    expect(board(SLOTS).completeness.rows.map(({ name }) => name)).toEqual(['Nghe An', 'Ha Tinh'])
  })
})

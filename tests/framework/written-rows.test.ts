import { describe, expect, it } from 'vitest'
import { parseQuarter } from '../../src/calendar/quarter.ts'
import {
  type NamedAssignment,
  type NamedPredecessor,
  writtenAssignments,
} from '../../src/framework/written/assignments.ts'
import { type DoneChange, type KnownAfter, writtenChanges } from '../../src/framework/written/changes.ts'

const Q1 = parseQuarter('2021-Q1')!

describe('assignments as a list writes them', () => {
  const one = (indicator: string, place: string, more: Partial<NamedAssignment> = {}): NamedAssignment => ({
    ...{ indicator, partner: 'x', place, from: Q1, to: null },
    ...more,
  })
  const written = (all: NamedAssignment[], taken: Record<string, NamedPredecessor[]> = {}) =>
    writtenAssignments(all, ({ place }) => taken[place] ?? [])
  const row = (places: string[], indicators: string[], more: object = {}) => ({
    ...{ partner: 'x', places, indicators, from: '2021-Q1' },
    ...more,
  })

  it('are one row for several indicators of a place, and for several places of the same ones', () => {
    expect(written([one('A', 'N'), one('B', 'N'), one('A', 'S'), one('B', 'S'), one('A', 'E')])).toEqual([
      row(['N', 'S'], ['A', 'B']),
      row(['E'], ['A']),
    ])
  })

  it('are apart by partner and by their quarters', () => {
    expect(written([one('A', 'N'), one('A', 'S', { to: Q1 + 3 }), one('A', 'E', { partner: 'y' })])).toEqual([
      row(['N'], ['A']),
      row(['S'], ['A'], { to: '2021-Q4' }),
      row(['E'], ['A'], { partner: 'y' }),
    ])
  })

  it('name whose duty they took over: in the same place by the partner alone, and then for several places', () => {
    const taken = { N: [{ partner: 'y', place: 'N' }], S: [{ partner: 'y', place: 'S' }] }
    expect(written([one('A', 'N'), one('A', 'S')], taken)).toEqual([
      row(['N', 'S'], ['A'], { takesOver: [{ partner: 'y' }] }),
    ])
  })

  it('that took over from another place stand by themselves', () => {
    const from = [{ partner: 'y', place: 'E' }]
    expect(written([one('A', 'N'), one('A', 'S')], { N: from, S: from })).toEqual([
      row(['N'], ['A'], { takesOver: from }),
      row(['S'], ['A'], { takesOver: from }),
    ])
    const some = { N: [{ partner: 'y', place: 'N' }, ...from], S: [{ partner: 'y', place: 'S' }, ...from] }
    expect(written([one('A', 'N'), one('A', 'S')], some)).toHaveLength(2)
  })
})

describe('changes as a list writes them', () => {
  const DAY = Date.parse('2021-05-10T09:00:00+07:00')
  const after: KnownAfter = {
    fields: (indicator, quarter, names, at) => ({ of: [indicator, quarter, ...names, at - DAY] }),
    categoryName: (breakdown, category, quarter, at) => ({
      vi: '',
      en: `${breakdown} ${category} ${quarter} ${at - DAY}`,
    }),
    placeName: (place, at) => ({ vi: '', en: `${place} ${at - DAY}` }),
    phaseName: (phase, at) => ({ vi: '', en: `${phase} ${at - DAY}` }),
  }
  const done = (verb: DoneChange['verb'], subject: string, detail: object = {}, at = DAY): DoneChange => ({
    ...{ at, verb, subject, detail: { ...detail } },
  })
  const rows = (events: DoneChange[], since = 0) => writtenChanges(events, after, () => since)
  const known = '2021-05-10'
  const redefined = done('indicator.redefined', 'A', { from: '2021-Q2', changes: ['name'] })

  it.each<[DoneChange, object]>([
    [
      redefined,
      { change: 'redefine', indicator: 'A', from: '2021-Q2', to: null, set: { of: ['A', '2021-Q2', 'name', 0] } },
    ],
    [done('indicator.retired', 'A', { last: '2021-Q2' }), { change: 'retire', indicator: 'A', last: '2021-Q2' }],
    [
      done('indicator.breakdown-changed', 'A', { from: '2021-Q2', to: '2021-Q3', breakdowns: ['sex'] }),
      { change: 'split', indicator: 'A', from: '2021-Q2', to: '2021-Q3', breakdowns: ['sex'] },
    ],
    [
      done('breakdown.category-listed', 'sex', { category: 'x', from: '2021-Q2', to: null }),
      {
        change: 'list-category',
        breakdown: 'sex',
        category: 'x',
        from: '2021-Q2',
        to: null,
        name: { vi: '', en: 'sex x 2021-Q2 0' },
      },
    ],
    [
      done('breakdown.category-ended', 'sex', { category: 'x', last: '2021-Q2' }),
      { change: 'end-category', breakdown: 'sex', category: 'x', last: '2021-Q2' },
    ],
    [done('place.changed', 'N', { name: 'New' }), { change: 'place', place: 'N', name: { vi: '', en: 'N 0' } }],
    [done('place.changed', 'N', { parent: 'S' }), { change: 'place', place: 'N', parent: 'S' }],
    [
      done('place.changed', 'N', { lastDay: '2021-06-30', became: ['S'] }),
      { change: 'place', place: 'N', lastDay: '2021-06-30', became: ['S'] },
    ],
    [
      done('place.changed', 'N', { lastDay: null, became: [] }),
      { change: 'place', place: 'N', lastDay: null, became: [] },
    ],
    [
      done('project.replanned', 'P', {
        first: '2021-Q1',
        last: '2022-Q4',
        phases: [{ code: 'one', first: '2021-Q1', last: '2021-Q4' }],
      }),
      {
        ...{ change: 'plan', first: '2021-Q1', last: '2022-Q4' },
        phases: [{ code: 'one', first: '2021-Q1', last: '2021-Q4', name: { vi: '', en: 'one 0' } }],
      },
    ],
    [
      done('project.replanned', 'P', { first: '2021-Q1', last: '2022-Q4' }),
      { change: 'plan', first: '2021-Q1', last: '2022-Q4', phases: [] },
    ],
  ])('%j', (event, row) => {
    expect(rows([event])).toEqual([{ ...row, known }])
  })

  /** When each of some changes is known, in milliseconds after the day. */
  const knownAt = (events: DoneChange[], since?: number) =>
    rows(events, since).map((row) =>
      JSON.stringify(row)
        .match(/ (\d+)"|,(\d+)\]/)!
        .slice(1)
        .find(Boolean),
    )

  it('are known one after another where they are of one thing, and after what was known before', () => {
    const named = (place: string) => done('place.changed', place, { name: 'x' })
    expect(knownAt([named('N'), named('S'), named('N'), named('N')])).toEqual(['0', '0', '1', '2'])
    expect(knownAt([named('N')], DAY + 6)).toEqual(['7'])
    expect(knownAt([named('N'), { ...named('N'), at: DAY + 9 }])).toEqual(['0', '9'])
  })

  it('are of one thing where an indicator is retired after it was redefined, and not where it is broken down otherwise', () => {
    const retired = done('indicator.retired', 'A', { last: '2021-Q2' })
    const split = done('indicator.breakdown-changed', 'A', { from: '2021-Q2', breakdowns: [] })
    const lastKnown = (...events: DoneChange[]) => rows(events).at(-1)
    const known = (ms: number) => ({ set: { of: ['A', '2021-Q2', 'name', ms] } })
    expect(lastKnown(redefined, redefined)).toMatchObject(known(1))
    expect(lastKnown(retired, redefined)).toMatchObject(known(1))
    expect(lastKnown(split, redefined)).toMatchObject(known(0))
    expect(lastKnown({ ...redefined, subject: 'B' }, redefined)).toMatchObject(known(0))
  })

  it('are each of a category by itself', () => {
    const listed = (category: string) => done('breakdown.category-listed', 'sex', { category, from: '2021-Q2' })
    expect(knownAt([listed('x'), listed('y'), listed('x')])).toEqual(['0', '0', '1'])
    const ended = done('breakdown.category-ended', 'sex', { category: 'x', last: '2021-Q2' })
    expect(rows([ended, listed('x')]).at(-1)).toMatchObject({ name: { en: 'sex x 2021-Q2 1' } })
  })
})

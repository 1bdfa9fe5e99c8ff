import { describe, expect, it } from 'vitest'
import type { NamedEndedPlace } from '../../src/assignments/ended-places.ts'
import { endedPlaces } from '../../src/assignments/load.ts'
import { quarterCode } from '../../src/calendar/quarter.ts'
import fc from '../fast-check.ts'
import { q, World } from '../support/world.ts'

/** Two provinces that became one on 1 July 2025, and one that became two; the police are asked in the old ones, for ever. */
const merged = (end: { to?: string } = { to: '2025-07-01' }) =>
  new World('2024-Q1')
    .place('HP', end)
    .place('HD', { to: '2025-07-01' })
    .place('QB', { to: '2025-07-01' })
    .place('HP-new', { from: '2025-07-01' })
    .place('N1', { from: '2025-07-01' })
    .place('N2', { from: '2025-07-01' })
    .place('N1-a', { parent: 'N1', from: '2025-07-01' })
    .place('NA')
    .succession('HP', 'HP-new', '2025-07-01')
    .succession('HD', 'HP-new', '2025-07-01')
    .succession('QB', 'N1', '2025-07-01')
    .succession('QB', 'N2', '2025-07-01')
    .indicator('A')
    .indicator('B', { frequency: 'annual' })

const asked = (world: World, from = '2024-Q1', to = '2026-Q4') =>
  endedPlaces(world.db, { from: q(from), to: q(to) }).map((one) => said(world, one))

function said(world: World, { placeId, since, until, indicators, partners }: NamedEndedPlace) {
  const named = (kind: string, names: string[], ids: readonly number[]) =>
    names.filter((name) => world.has(`${kind} ${name}`) && ids.includes(world.id(`${kind} ${name}`))).join(' ')
  const place = named('place', ['HP', 'HD', 'QB', 'HP-new', 'NA'], [placeId])
  const what = named('indicator', ['A', 'B'], indicators)
  return `${place}: ${what} of ${partners.map(({ slug }) => slug).join(' ')} ${quarterCode(since)} to ${quarterCode(until)}`
}

describe('a place that ended while it was asked to report', () => {
  it('without anybody asked in what became of it, is said with what nobody reports, who did, and since when', () => {
    const world = merged()
      .assign('A', 'HP', 'police', '2024-Q1')
      .assign('B', 'HP', 'union', '2024-Q1')
      .assign('A', 'QB', 'police')
    expect(asked(world)).toEqual(['HP: A B of police union 2025-Q3 to 2026-Q4', 'QB: A of police 2025-Q3 to 2026-Q4'])
  })

  it.each<[what: string, put: (world: World) => unknown, said: string[]]>([
    ['the same partner is asked in its successor', (w) => w.assign('A', 'HP-new', 'police', '2025-Q3'), []],
    ['another partner is', (w) => w.assign('A', 'HP-new', 'union', '2025-Q3'), []],
    [
      'somebody is, but for another indicator',
      (w) => w.assign('B', 'HP-new', 'police', '2025-Q3'),
      ['HP: A of police 2025-Q3 to 2026-Q4'],
    ],
    ['somebody is, later', (w) => w.assign('A', 'HP-new', 'union', '2026-Q2'), ['HP: A of police 2025-Q3 to 2026-Q1']],
    [
      'somebody is, for a while',
      (w) => w.assign('A', 'HP-new', 'union', '2025-Q3', '2025-Q4'),
      ['HP: A of police 2026-Q1 to 2026-Q4'],
    ],
    ['somebody is elsewhere', (w) => w.assign('A', 'NA', 'police'), ['HP: A of police 2025-Q3 to 2026-Q4']],
    [
      'somebody took it over by a hand-over, wherever',
      (w) =>
        w
          .assign('A', 'NA', 'union', '2025-Q3')
          .handover(
            'A',
            { partner: 'police', place: 'HP', from: '2024-Q1' },
            { partner: 'union', place: 'NA', from: '2025-Q3' },
          ),
      [],
    ],
    [
      'its successor ended too, and somebody is asked in the one after',
      (w) => {
        w.known('HP-new', { to: '2026-01-01' }, 1)
        w.place('HP-newer', { from: '2026-01-01' }).succession('HP-new', 'HP-newer', '2026-01-01')
        w.assign('A', 'HP-newer', 'police', '2026-Q1')
      },
      ['HP: A of police 2025-Q3 to 2025-Q4'],
    ],
  ])('when %s', (_, put, lines) => {
    const world = merged().assign('A', 'HP', 'police', '2024-Q1')
    put(world)
    expect(asked(world)).toEqual(lines)
  })

  it('and was split is covered when anybody is asked in one of its parts, or in a commune of one', () => {
    expect(asked(merged().assign('A', 'QB', 'police').assign('A', 'N2', 'union', '2025-Q3'))).toEqual([])
    expect(asked(merged().assign('A', 'QB', 'police').assign('A', 'N1-a', 'union', '2025-Q3'))).toEqual([])
  })

  it('and became nothing is said too', () => {
    const world = new World('2024-Q1').place('HP', { to: '2025-05-10' }).indicator('A').assign('A', 'HP', 'police')
    expect(asked(world)).toEqual(['HP: A of police 2025-Q3 to 2026-Q4'])
  })

  it('is not said when its assignment was to end with it, when the span ends before, or when nothing is due any more', () => {
    expect(asked(merged().assign('A', 'HP', 'police', '2024-Q1', '2025-Q2'))).toEqual([])
    const world = merged().assign('A', 'HP', 'police', '2024-Q1')
    expect(asked(world, '2024-Q1', '2025-Q2')).toEqual([])
    expect(asked(world, '2025-Q3', '2025-Q3')).toEqual(['HP: A of police 2025-Q3 to 2025-Q3'])
    world.phase('one', '2024-Q1', '2025-Q2')
    expect(asked(world)).toEqual([])
  })

  it('is said of what is asked for once a year only from the quarter in which it is due', () => {
    expect(asked(merged().assign('B', 'HP', 'police', '2024-Q1'))).toEqual(['HP: B of police 2025-Q4 to 2026-Q4'])
    expect(asked(merged().assign('B', 'HP', 'police', '2024-Q1'), '2025-Q1', '2025-Q3')).toEqual([])
  })

  it('is said exactly where n would be greater had the place gone on', () => {
    const quarter = fc.integer({ min: q('2025-Q1'), max: q('2026-Q4') })
    fc.assert(
      fc.property(fc.option(quarter), fc.option(quarter), quarter, (heir, end, at) => {
        const [world, goesOn] = [merged(), merged({})].map((made) => {
          made.assign('A', 'HP', 'police', '2024-Q1', end === null ? undefined : quarterCode(end))
          return heir === null ? made : made.assign('A', 'HP-new', 'union', quarterCode(heir))
        }) as [World, World]
        const n = (made: World) => made.figure('A', '*', quarterCode(at)).coverage[1]
        const without = n(world)
        const isSaid = asked(world, quarterCode(at), quarterCode(at)).length > 0
        const taken = heir !== null && at >= Math.max(heir, q('2025-Q3'))
        expect(isSaid).toBe(n(goesOn) > without && !taken)
      }),
      { numRuns: 40 },
    )
  })
})

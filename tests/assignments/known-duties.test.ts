import { describe, expect, it } from 'vitest'
import { contributions } from '../../src/figures/provenance/load.ts'
import { freshenTally } from '../../src/figures/tally/rebuild.ts'
import { ALL, NOW, span, World } from '../support/world.ts'

/** Before anything of what follows was known, and since when it is. */
const BEFORE = Date.UTC(2025, 0, 1)
const SINCE = Date.UTC(2025, 5, 1)

const RULES = {
  flow: ['count', 'sum', 'sum'],
  stock: ['count', 'sum', 'latest'],
  life: ['ratio', 'sum', 'life'],
} as const
const PLACES = ['HP', 'HP-1', 'QN', 'new']
const QUARTERS = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']

function twoProvinces(): World {
  const world = new World('2024-Q1').place('HP').place('HP-1', { parent: 'HP' }).place('QN')
  world.place('new', { from: '2024-07-01' })
  for (const [code, rules] of Object.entries(RULES)) {
    world.indicator(code, { rules: [...rules] })
    for (const place of PLACES) world.assign(code, place, 'union', '2024-Q1')
    for (const [nth, quarter] of QUARTERS.entries())
      for (const [mth, place] of PLACES.entries())
        if ((nth + mth) % 4 < 3 && (place !== 'new' || nth > 1))
          world.fact([code, place, quarter, 'union'], code === 'life' ? [nth + 1, 10] : nth + mth + 1)
  }
  freshenTally(world.db)
  return world
}

const SPANS = [...QUARTERS.map((quarter) => span(quarter)), span('2024-Q1', '2024-Q4'), span('2024-Q1', '2025-Q1')]
const GROUPS = [ALL, ...PLACES.map((place) => ({ key: place, places: [place] }))]

/** Every figure as at an instant, on both bases, with who is behind the whole. */
function everything(world: World, asAt?: number) {
  const bases = ['approved', 'provisional'] as const
  return bases.map((basis) => {
    const question = { groups: GROUPS, spans: SPANS, basis, ...(asAt === undefined ? {} : { asAt }) }
    const behind = contributions(world.db, { ...question, indicators: '*' }, NOW)
    return {
      figures: [...world.ask(question)],
      behind: Object.keys(RULES).flatMap((code) => SPANS.map(({ key }) => behind.behind(code, '*', key))),
    }
  })
}

function becameNew(world: World): void {
  world.succession('HP-1', 'new', '2024-07-01', SINCE)
  world.known('HP-1', { to: '2024-07-01' }, SINCE)
}

const LEARNT: [string, (world: World) => void][] = [
  ['that everybody is asked until another quarter', (world) => world.assignedUntil('2024-Q3', SINCE)],
  [
    'that somebody else is asked as well',
    (world) => {
      for (const code of Object.keys(RULES)) world.assign(code, 'QN', 'police', '2024-Q2', undefined, SINCE)
    },
  ],
  [
    'that nobody is asked in a place',
    (world) => world.run('update assignment set known_to = ? where place_id = ?', SINCE, world.id('place QN')),
  ],
  ['that a place became another and is no more', becameNew],
  ['that a place lies in another one', (world) => world.known('HP-1', { parent: 'QN' }, SINCE)],
  ['that the project pauses', (world) => world.phase('one', '2024-Q1', '2024-Q2', SINCE)],
  ['that the project is over', (world) => world.lasts('2024-Q1', '2024-Q3', SINCE)],
  [
    'that a duty was handed over',
    (world) => {
      for (const code of Object.keys(RULES)) {
        world.assign(code, 'QN', 'police', '2024-Q3', undefined, SINCE)
        const of = (partner: string, from: string) => ({ partner, place: 'QN', from })
        world.handover(code, of('union', '2024-Q1'), of('police', '2024-Q3'), SINCE)
      }
      world.run(
        `update assignment set known_to = ? where place_id = ? and partner_id = ?`,
        ...[SINCE, world.id('place QN'), world.id('partner union')],
      )
    },
  ],
]

describe('who owes what, and whose line goes on with whom', () => {
  it.each(LEARNT)('is learnt: %s; as at an instant before it every figure reads as it did', (_, learn) => {
    const world = twoProvinces()
    const before = everything(world, BEFORE)
    expect(before).toEqual(everything(world, SINCE))
    learn(world)
    expect(everything(world, BEFORE)).toEqual(before)
    expect(everything(world, SINCE - 1)).toEqual(before)
    const known = everything(world, SINCE)
    expect(known).not.toEqual(before)
    // From the facts as at now, and from the tally that is made anew.
    expect(everything(world)).toEqual(known)
    freshenTally(world.db)
    expect(everything(world)).toEqual(known)
  })

  it('is learnt: that a place goes on after all, that a phase was another one, that the project goes on', () => {
    const world = twoProvinces().known('HP-1', { to: '2024-07-01' }, 1).lasts('2024-Q1', '2024-Q3', 1)
    world.phase('one', '2024-Q1', '2024-Q2', 1)
    const [before, now] = [everything(world, BEFORE), everything(world)]
    expect(now).toEqual(before)
    const quarters = () =>
      [world.ask({ spans: SPANS, asAt: SINCE + 1 }), world.ask({ spans: SPANS })].map((one) => [...one])
    const steps: ((world: World) => unknown)[] = [
      (w) => w.phase('one', '2024-Q1', '2024-Q4', SINCE),
      (w) => w.known('HP-1', { to: null }, SINCE),
      (w) =>
        w.lasts('2024-Q1', '2030-Q4', SINCE).run('update phase set known_to = ? where known_to is null', SINCE + 1),
    ]
    for (const step of steps) {
      const [was] = quarters()
      step(world)
      freshenTally(world.db)
      const [is, isNow] = quarters()
      expect(is).not.toEqual(was)
      expect(isNow).toEqual(is)
      expect(everything(world, BEFORE)).toEqual(before)
    }
  })

  it('is told of quarters after the end of a place only as long as nobody knows of the end', () => {
    const world = twoProvinces()
    const asked = (asAt: number) => world.figure('stock', ['HP-1'], '2025-Q1', '2025-Q1', { asAt }).coverage
    becameNew(world)
    expect(asked(SINCE - 1)).toEqual([0, 1])
    expect(() => asked(SINCE)).toThrow('place-not-in-span')
    const today = { map: 'today', groups: [{ key: 'new', places: ['new'] }], spans: [span('2024-Q2')] } as const
    const then = world.ask({ ...today, groups: [...today.groups], spans: [...today.spans], asAt: SINCE - 1 })
    expect(then.figure('flow', 'new', '2024-Q2')).toMatchObject({
      state: 'reported',
      flags: expect.arrayContaining(['break']),
    })
  })
})

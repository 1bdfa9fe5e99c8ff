import { describe, expect, it } from 'vitest'
import type { HandoversState } from '../../../src/framework/handovers/page.ts'
import { withinArea } from '../../../src/framework/handovers/within-area.ts'
import { Places } from '../../../src/places/place.ts'
import { partnerNamed, placeNamed } from '../../partners/reporters.ts'

// `North` became `Joined`, which a commune lies in; nothing became of `South`, and nobody reports in `Empty`.
const [north, south, joined, empty] = ['North', 'South', 'Joined', 'Empty'].map((name, nth) =>
  placeNamed(nth + 1, name),
)
const commune = placeNamed(31, 'Commune', 3)
const all = [north!, south!, joined!, empty!, commune]
const tree = new Places(all, [{ fromId: 1, toId: 3, on: '2025-07-01' }])
const partner = partnerNamed(1, 'union', [['Union', '2019-01-01']])
const at = (place: (typeof all)[number], nth = 0) => ({
  ...{ partner, place, partnerId: 1, placeId: place.id, slug: `${place.slug}.${nth}`, indicators: [] },
})
const passed = (from: (typeof all)[number], to: (typeof all)[number]) => ({
  ...{ since: 8084, from: { partner, place: from }, to: { partner, place: to }, indicators: ['A'] },
})
const state = (many: number): HandoversState => ({
  recorded: [passed(north!, commune), passed(south!, south!)],
  reporters: [...Array.from({ length: many }, (_, nth) => at(north!, nth)), at(south!), at(commune)],
  ...{ partners: [partner], places: all, quarters: { from: 8084, to: 8090 } },
})
const shown = (of: string, area: string) => {
  const { reporters, places, recorded, areas } = withinArea(state(299), tree, { of, area })
  return {
    areas: areas!.all.map(({ slug }) => slug),
    chosen: areas!.chosen,
    reporters: [...new Set(reporters.map(({ place }) => place.slug))],
    places: places.map(({ slug }) => slug),
    recorded: recorded.map(({ from }) => from.place.slug),
  }
}
const AREAS = ['north', 'south', 'joined']

describe('of a project with many reporters', () => {
  it('nothing is shown before an area is chosen, of those in which somebody reports', () => {
    expect(shown('', '')).toEqual({ areas: AREAS, chosen: null, reporters: [], places: [], recorded: [] })
    expect(shown('nobody', 'nowhere').chosen).toBeNull()
  })

  it.each([
    ['', 'north', { chosen: 1, reporters: ['north'], places: ['north', 'joined', 'commune'], recorded: ['north'] }],
    ['', 'joined', { chosen: 3, reporters: ['commune'], places: ['north', 'joined', 'commune'], recorded: ['north'] }],
    ['', 'south', { chosen: 2, reporters: ['south'], places: ['south'], recorded: ['south'] }],
    ['commune.0', '', { chosen: 3, reporters: ['commune'] }],
    ['commune.0', 'south', { chosen: 2, reporters: ['south'] }],
  ])('an area is shown, with what it was and became: of %j, area %j', (of, area, found) => {
    expect(shown(of, area)).toMatchObject({ areas: AREAS, ...found })
  })
})

it('of a project with three hundred reporters all is shown at once', () => {
  const few = state(298)
  expect(withinArea(few, tree, { of: '', area: '' })).toBe(few)
})

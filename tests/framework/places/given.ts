import { changePlace } from '../../../src/framework/places/change-place.ts'
import type { PlaceChange } from '../../../src/places/place-change.ts'
import { World } from '../../support/world.ts'

export const MARCH = Date.parse('2025-03-01T09:00:00+07:00')
export const APRIL = Date.parse('2025-04-01T09:00:00+07:00')

/** Two provinces with a commune, and one that comes on 1 July 2025; a stock is reported for each until the first quarter of 2025. */
export function provinces(): World {
  const world = new World('2024-Q1').place('HP').place('QN').place('new', { from: '2025-07-01' })
  world.place('HP-1', { parent: 'HP' }).indicator('stock', { rules: ['count', 'sum', 'latest'] })
  for (const place of ['HP', 'QN', 'new', 'HP-1']) world.assign('stock', place, 'union', '2024-Q1')
  for (const place of ['HP', 'QN', 'HP-1']) world.fact(['stock', place, '2025-Q1', 'union'], 3)
  return world
}

export const change = (world: World, slug: string, given: PlaceChange, at = MARCH) =>
  changePlace(world.db, null, slug, given, at)

export const MERGED: PlaceChange = { lastDay: '2025-06-30', became: ['new'] }

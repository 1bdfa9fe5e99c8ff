import { Places } from '../../src/places/place.ts'
import { placeNamed } from '../partners/reporters.ts'

/** Two provinces, of which the first was joined to a third later, and a town in it: the smallest map that changes. */
const [north, south, joined, town] = [
  { ...placeNamed(1, 'North'), validTo: '2025-07-01' },
  { ...placeNamed(2, 'South'), validTo: '2020-10-01' },
  { ...placeNamed(3, 'Joined'), validFrom: '2025-07-01' },
  placeNamed(4, 'Town', 1),
]
export const places = new Places([north, south, joined, town], [{ fromId: 1, toId: 3, on: '2025-07-01' }])
export { north, south }

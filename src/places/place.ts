import type { Text } from '../indicators/indicator.ts'

/** `project`: what belongs to no one province, such as the reach of a campaign. */
export const PLACE_LEVELS = ['project', 'province', 'commune'] as const
export type PlaceLevel = (typeof PLACE_LEVELS)[number]

/** A place with the dates between which it exists; `validTo` is the first day on which it no longer does. */
export type Place = {
  id: number
  slug: string
  code: string
  iso: string | null
  level: PlaceLevel
  parentId: number | null
  name: Text
  validFrom: string
  validTo: string | null
}

export type Succession = { fromId: number; toId: number; on: string }

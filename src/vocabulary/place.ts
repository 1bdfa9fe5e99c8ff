/** `project`: what belongs to no one province, such as the reach of a campaign. */
export const PLACE_LEVELS = ['project', 'province', 'commune'] as const
export type PlaceLevel = (typeof PLACE_LEVELS)[number]

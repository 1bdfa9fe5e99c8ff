/** The lists a project is made of, in the order in which they build on each other; in a folder each is NAME.json. */
export const LIST_NAMES = [
  'project',
  'results',
  'breakdowns',
  'indicators',
  'places',
  'successions',
  'partners',
  'assignments',
  'targets',
  'baselines',
] as const
export type ListName = (typeof LIST_NAMES)[number]

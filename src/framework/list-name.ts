/** The lists a project is made of, in the order in which they build on each other; in a folder each is NAME.json. */
export const LIST_NAMES = [
  'project',
  'phases',
  'donors',
  'components',
  'results',
  'breakdowns',
  'indicators',
  'relations',
  'validations',
  'levels',
  'places',
  'successions',
  'kinds',
  'partners',
  'assignments',
  'targets',
  'baselines',
  'changes',
] as const
export type ListName = (typeof LIST_NAMES)[number]

/** Lists a project may do without: there is nothing on them. */
export const OPTIONAL_LISTS: readonly ListName[] = [
  'phases',
  'donors',
  'components',
  'relations',
  'validations',
  'levels',
  'successions',
  'kinds',
  'changes',
]

/** The lists a project is made of, in the order in which they build on each other; where each stands in a folder: `fileOf`. */
export const LIST_NAMES = [
  'project',
  'phases',
  'layouts',
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
  'layouts',
  'donors',
  'components',
  'relations',
  'validations',
  'levels',
  'successions',
  'kinds',
  'changes',
]

/** Where layouts of donors' workbooks stand: one a file. */
export const LAYOUT_FOLDER = 'donors'

/**
 * The file in which a list stands in a folder.
 * @param row what its row is called, of a list with a file for each
 */
export function fileOf(list: ListName, row: string | null = null): string {
  return list === 'layouts' ? `${LAYOUT_FOLDER}/${row ?? '*'}.json` : `${list}.json`
}

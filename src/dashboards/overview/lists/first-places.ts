import type { Words } from '../../../language/words.ts'

/** So many areas are named in a list: two lines of it. */
const MOST_PLACES = 5

/** The first of some areas by name, and how many others there are. */
export function firstPlaces(names: readonly string[], { t }: Words): string {
  const more = names.length - MOST_PLACES
  if (more <= 0) return names.join(', ')
  return t('charts:overview.late.more', { names: names.slice(0, MOST_PLACES).join(', '), count: more })
}

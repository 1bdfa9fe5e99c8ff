import type { Words } from '../language/words.ts'
import { VERBS } from '../vocabulary/trail.ts'
import type { TrailRow } from './event.ts'
import type { TypedFilter } from './form.ts'
import { fieldInWords, fieldLabel, type TrailNames } from './in-words.ts'

export const PAGE_ROWS = 50

declare module '../web/views/models.ts' {
  interface Views {
    'trail/trail': ReturnType<typeof trailModel>
  }
}

/**
 * @param rows one more than a page shows when there are more
 * @param typed what is asked for, for the form and for the address of the next page
 * @param seesValues whether the reader may see what was typed into submissions
 */
export function trailModel(
  rows: readonly TrailRow[],
  typed: TypedFilter,
  seesValues: boolean,
  names: TrailNames,
  words: Words,
) {
  const shown = rows.slice(0, PAGE_ROWS)
  return {
    rows: shown.map((row) => ({ ...row, detail: detailFor(row, seesValues, names, words) })),
    query: typed,
    older: rows.length > PAGE_ROWS ? addressOf({ ...typed, before: String(shown.at(-1)!.id) }) : null,
    verbs: VERBS,
  }
}

function addressOf(typed: TypedFilter): string {
  return `/trail?${new URLSearchParams(Object.entries(typed).filter(([, text]) => text !== ''))}`
}

/**
 * What a line tells besides who, what and when. Values typed into a submission are for those who may read submissions; how
 * many were changed is for all who read the trail.
 */
export function detailFor(
  row: Pick<TrailRow, 'subjectKind' | 'detail'>,
  seesValues: boolean,
  names: TrailNames,
  words: Words,
): string {
  const parts = Object.entries(row.detail).flatMap(([name, value]) => {
    if (row.subjectKind !== 'submission' || seesValues) return [fieldInWords(name, value, names, words)]
    return Array.isArray(value) ? [`${fieldLabel(name, words)}: ${value.length}`] : []
  })
  return parts.join(' · ')
}

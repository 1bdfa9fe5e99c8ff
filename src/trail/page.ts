import { VERBS } from '../vocabulary/trail.ts'
import type { TrailRow } from './event.ts'
import type { TypedFilter } from './form.ts'

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
export function trailModel(rows: readonly TrailRow[], typed: TypedFilter, seesValues: boolean) {
  const shown = rows.slice(0, PAGE_ROWS)
  return {
    rows: shown.map((row) => ({ ...row, detail: detailFor(row, seesValues) })),
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
export function detailFor(row: Pick<TrailRow, 'subjectKind' | 'detail'>, seesValues: boolean): string {
  const parts = Object.entries(row.detail).flatMap(([name, value]) => {
    if (row.subjectKind !== 'submission' || seesValues) return [`${name}: ${inWords(value)}`]
    return Array.isArray(value) ? [`${name}: ${value.length}`] : []
  })
  return parts.join(' · ')
}

function inWords(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'object' && value !== null ? listed(value) : String(value)
  return value.map((one) => (typeof one === 'object' && one !== null ? listed(one) : String(one))).join('; ')
}

function listed(value: object): string {
  return Object.values(value).map(String).join(' ')
}

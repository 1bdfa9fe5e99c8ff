import { endOfDay, startOfDay } from '../calendar/day.ts'
import { VERBS } from '../vocabulary/trail.ts'
import type { TrailFilter } from './event.ts'

export const PAGE_ROWS = 50

/** What the address asks for; anything that makes no sense is left out and shown as not chosen. */
export function readFilter(query: Record<string, unknown>): TrailFilter {
  const filter: TrailFilter = {}
  const verb = VERBS.find((known) => known === query.verb)
  if (verb) filter.verb = verb
  const subject = /^([a-z-]+):([\w.|-]+)$/.exec(String(query.subject ?? ''))
  if (subject) filter.subject = [subject[1]!, subject[2]!]
  const from = startOfDay(String(query.from ?? ''))
  const to = endOfDay(String(query.to ?? ''))
  if (from !== null) filter.from = from
  if (to !== null) filter.before = to + 1
  const before = Number(query.before)
  if (Number.isInteger(before) && before > 0) filter.beforeId = before
  const by = Number(query.by)
  if (Number.isInteger(by) && by > 0) filter.byId = by
  return filter
}

/**
 * What a line tells besides who, what and when. Values typed into a submission are for those who may read submissions; how
 * many were changed is for all who read the trail.
 */
export function detailFor(row: { subjectKind: string; detail: Record<string, unknown> }, seesValues: boolean): string {
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

import { type TrailFilter, VERBS } from './event.ts'

export const PAGE_ROWS = 50

/** What the address asks for; anything that makes no sense is left out and shown as not chosen. */
export function readFilter(query: Record<string, unknown>): TrailFilter {
  const filter: TrailFilter = {}
  const verb = VERBS.find((known) => known === query.verb)
  if (verb) filter.verb = verb
  const subject = /^([a-z-]+):([\w.|-]+)$/.exec(String(query.subject ?? ''))
  if (subject) filter.subject = [subject[1]!, subject[2]!]
  const from = dayOf(query.from)
  const to = dayOf(query.to)
  if (from !== null) filter.from = from
  if (to !== null) filter.before = to + 86_400_000
  const before = Number(query.before)
  if (Number.isInteger(before) && before > 0) filter.beforeId = before
  const by = Number(query.by)
  if (Number.isInteger(by) && by > 0) filter.byId = by
  return filter
}

/** Midnight in Viet Nam of a day written 2021-09-30. */
function dayOf(text: unknown): number | null {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = Date.parse(`${text}T00:00:00+07:00`)
  return Number.isNaN(at) ? null : at
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

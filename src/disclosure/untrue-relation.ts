import type { BaseRelation, ReportedQuarter } from '../indicators/relations/relation.ts'

/** A relation that does not hold, and of whose reports, the earliest first. */
export type UntrueRelation = BaseRelation & { reports: ReportedQuarter[] }

/** So many are named. */
const NAMED = 5

/** As a failure is about it: "V6|V3|1,4,8085;1,5,8085|2", the last being how many more there are. */
export function untrueRelationName({ indicator, counted, reports }: UntrueRelation): string {
  const named = reports.slice(0, NAMED)
  const list = named.map(({ partnerId, placeId, quarter }) => [partnerId, placeId, quarter].join()).join(';')
  return [indicator, counted, list, reports.length - named.length].join('|')
}

/** Null when it is no such name. */
export function parseUntrueRelation(name: string): (UntrueRelation & { more: number }) | null {
  const [, indicator, counted, list, more] =
    /^([^|]+)\|([^|]+)\|(\d+,\d+,\d+(?:;\d+,\d+,\d+)*)\|(\d+)$/.exec(name) ?? []
  if (indicator === undefined || counted === undefined || list === undefined) return null
  const reports = list.split(';').map((one) => {
    const [partnerId, placeId, quarter] = one.split(',').map(Number) as [number, number, number]
    return { partnerId, placeId, quarter }
  })
  return { indicator, counted, reports, more: Number(more) }
}

import type { BaseRelation, ReportedQuarter } from '../indicators/relations/relation.ts'

/** A relation that does not hold, and of whose reports, the earliest first. */
export type UntrueRelation = BaseRelation & { reports: ReportedQuarter[] }

/** As read from its name: with some of the reports, and how many more there are. */
export type NamedUntrueRelation = UntrueRelation & { more: number }

/** So many are named. */
const NAMED = 5

/** As a failure is about them, one a line: "V6|V3|1,4,8085;1,5,8085|2", the last being how many more reports there are. */
export function untrueRelationNames(relations: readonly UntrueRelation[]): string {
  return relations.map(untrueRelationName).join('\n')
}

function untrueRelationName({ indicator, counted, reports }: UntrueRelation): string {
  const named = reports.slice(0, NAMED)
  const list = named.map(({ partnerId, placeId, quarter }) => [partnerId, placeId, quarter].join()).join(';')
  return [indicator, counted, list, reports.length - named.length].join('|')
}

/** Null when it is no such list of names. */
export function parseUntrueRelations(names: string): NamedUntrueRelation[] | null {
  const found = names.split('\n').map(parseUntrueRelation)
  return found.every((one) => one !== null) ? found : null
}

function parseUntrueRelation(name: string): NamedUntrueRelation | null {
  const found = /^([^|]+)\|([^|]+)\|(\d+,\d+,\d+(?:;\d+,\d+,\d+)*)\|(\d+)$/.exec(name)
  if (!found) return null
  const [, indicator, counted, list, more] = found as unknown as [string, string, string, string, string]
  const reports = list.split(';').map((one) => {
    const [partnerId, placeId, quarter] = one.split(',').map(Number) as [number, number, number]
    return { partnerId, placeId, quarter }
  })
  return { indicator, counted, reports, more: Number(more) }
}

import type { Text } from '../language/text.ts'

export type DatedName = { kind: string; name: Text; validFrom: string; validTo: string | null }

export type Partner = { id: number; slug: string; cutOffDay: number | null; names: DatedName[] }

/** The name a partner went by on a day; its earliest name for days before any is known. */
export function nameOn(partner: Pick<Partner, 'names'>, day: string): DatedName {
  const names = [...partner.names].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const found = names.findLast((name) => name.validFrom <= day)
  const first = found ?? names[0]
  if (!first) throw new Error('a partner without a name')
  return first
}

/** What a partner is called now or, where it is there no more, was at last. */
export function lastName(partner: Pick<Partner, 'names'>): Text {
  return nameOn(partner, '9999-12-31').name
}

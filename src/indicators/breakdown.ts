import type { Quarter } from '../calendar/quarter.ts'
import type { Text } from '../language/text.ts'
import type { SchemeKind } from '../vocabulary/indicator.ts'

export type Category = { id: number; code: string; name: Text }
export type Breakdown = { id: number; code: string; name: Text; categories: Category[] }

/**
 * Which breakdowns an indicator's values are split by, from one quarter to another: `primary` ones are crossed and sum to
 * the total; a `partition` must sum to the total; the rows of a `multiple` may hold the same person and are never summed.
 */
export type Scheme = {
  id: number
  kind: SchemeKind
  validFrom: Quarter
  validTo: Quarter | null
  /** Codes, as they are shown. */
  breakdowns: string[]
}

/** A combination of categories as breakdown code -> category code; {} is the undivided total. */
export type Categories = Readonly<Record<string, string>>

/** The name of a combination, breakdowns in alphabetical order: "age=16-17|sex=female"; "" is the undivided total. */
export function cellKey(categories: Categories): string {
  return Object.keys(categories)
    .sort()
    .map((breakdown) => `${breakdown}=${categories[breakdown]}`)
    .join('|')
}

export function categoriesOf(key: string): Categories {
  return Object.fromEntries(key === '' ? [] : key.split('|').map((part) => part.split('=', 2) as [string, string]))
}

/** The schemes of one kind, or of all kinds, that values of a quarter are typed in. */
export function schemesIn<S extends Pick<Scheme, 'kind' | 'validFrom' | 'validTo'>>(
  indicator: { schemes: readonly S[] },
  quarter: Quarter,
  kind?: SchemeKind,
): S[] {
  return indicator.schemes.filter(
    (scheme) =>
      (kind === undefined || scheme.kind === kind) &&
      scheme.validFrom <= quarter &&
      (scheme.validTo === null || scheme.validTo >= quarter),
  )
}

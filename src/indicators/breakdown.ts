import type { Quarter } from '../calendar/quarter.ts'
import { heldIn, overlaps, type Span } from '../calendar/span.ts'
import type { Text } from '../language/text.ts'
import type { SchemeKind } from '../vocabulary/indicator.ts'

/** What a category is called from a quarter to a quarter (null = until further notice), in which it is on its list. */
export type CategoryDefinition = { from: Quarter; to: Quarter | null; name: Text }
/** `name` is the one it had last; `definitions` lie one after another, and it is on no list between them. */
export type Category = { id: number; code: string; name: Text; definitions: readonly CategoryDefinition[] }
/** All categories it ever had, in order. */
export type Breakdown = { id: number; code: string; name: Text; categories: Category[] }

/**
 * Which breakdowns an indicator's values are split by, from one quarter to another: `primary` ones are crossed and sum to
 * the total; a `partition` must sum to the total; the rows of a `multiple` may hold the same person and are never summed.
 */
export type Scheme = {
  id: number
  kind: SchemeKind
  from: Quarter
  to: Quarter | null
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
export function schemesIn<S extends Pick<Scheme, 'kind' | 'from' | 'to'>>(
  indicator: { schemes: readonly S[] },
  quarter: Quarter,
  kind?: SchemeKind,
): S[] {
  return indicator.schemes.filter((scheme) => (kind === undefined || scheme.kind === kind) && heldIn(scheme, quarter))
}

/** A breakdown as it is asked for in a quarter: the categories on its list then, by the names they have then. */
export function breakdownIn(breakdown: Breakdown, quarter: Quarter): Breakdown {
  return listed(breakdown, ({ definitions }) => definitions.filter((one) => heldIn(one, quarter)))
}

/** A breakdown as it is read over a span: every category that is on its list in some quarter of it, by its last name there. */
export function breakdownOver(breakdown: Breakdown, span: Span): Breakdown {
  return listed(breakdown, ({ definitions }) => definitions.filter((one) => overlaps(one, span)))
}

/** Every category a breakdown ever had, each by the last name it has in a span, or ever had where it is on no list in it. */
export function namedOver(breakdown: Breakdown, span: Span): Breakdown {
  const categories = breakdown.categories.map((category) => ({
    ...category,
    name: category.definitions.findLast((one) => overlaps(one, span))?.name ?? category.name,
  }))
  return { ...breakdown, categories }
}

/** Whether a category is on its list in a quarter. */
export function isListedIn(category: Category, quarter: Quarter): boolean {
  return category.definitions.some((one) => heldIn(one, quarter))
}

function listed(breakdown: Breakdown, kept: (category: Category) => readonly CategoryDefinition[]): Breakdown {
  const categories = breakdown.categories.flatMap((category) => {
    const last = kept(category).at(-1)
    return last ? [{ ...category, name: last.name }] : []
  })
  return { ...breakdown, categories }
}

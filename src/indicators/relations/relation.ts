import type { Quarter } from '../../calendar/quarter.ts'
import { type Categories, categoriesOf, type Scheme, schemesIn } from '../breakdown.ts'
import type { DefinedIndicator } from '../indicator.ts'
import { traitsOf } from '../measure.ts'

/** What stands under the values of an indicator is what another one counts, by their codes. */
export type BaseRelation = { indicator: string; counted: string }

/** Who reports, and for when. */
export type ReportedQuarter = { partnerId: number; placeId: number; quarter: Quarter }

/** What a reporter gave in a quarter, all cells of the total together. */
export type ReporterTotal = ReportedQuarter & { value: number; base: number }

/** By `reporterName`. */
export type ReporterTotals = ReadonlyMap<string, ReporterTotal>

export function reporterName({ partnerId, placeId, quarter }: ReportedQuarter): string {
  return [partnerId, placeId, quarter].join('|')
}

/** How often both were reported and the one is what the other counts, and where it is not, the earliest first. */
export type BaseComparison = { alike: number; unlike: ReportedQuarter[] }

export function compareBases(bases: ReporterTotals, counts: ReporterTotals): BaseComparison {
  const both = [...bases].flatMap(([name, one]) => {
    const counted = counts.get(name)
    return counted ? [{ one, same: one.base === counted.value }] : []
  })
  const unlike = both.filter(({ same }) => !same).map(({ one }) => one)
  return {
    alike: both.length - unlike.length,
    unlike: unlike.sort(earliestFirst),
  }
}

/** By quarter, then by place and partner. */
export function earliestFirst(a: ReportedQuarter, b: ReportedQuarter): number {
  return a.quarter - b.quarter || a.placeId - b.placeId || a.partnerId - b.partnerId
}

/** Why a relation can't be declared; the sentences are in the language files under `indicators.relation.refused`. */
export const RELATION_REFUSALS = [
  'unknown',
  /** Nothing stands under a count. */
  'no-base',
  'not-a-count',
  'declared',
  /** Where the one is protected and the other is not, every hidden number would stand in the open. */
  'not-protected',
  /** Categories that divide it anew: the attacker of protection can't hold both against one total. */
  'divided',
  /** Nobody reports both: there is nothing to check it against. */
  'never-together',
] as const
export type RelationRefusal = (typeof RELATION_REFUSALS)[number]

type Related = Pick<DefinedIndicator, 'measure' | 'sensitivity'> & { schemes: readonly Pick<Scheme, 'kind'>[] }

/** Whether one indicator can rest on what another counts, whatever was reported. */
export function refusedBetween(indicator: Related, counted: Related): RelationRefusal | null {
  if (traitsOf(indicator).base === null) return 'no-base'
  if (!traitsOf(counted).counted.includes('amount')) return 'not-a-count'
  if (indicator.sensitivity > 0 && counted.sensitivity === 0) return 'not-protected'
  return indicator.schemes.some(({ kind }) => kind !== 'primary') ? 'divided' : null
}

/** A relation that holds wherever both were reported, and in how many reports that is. */
export type SuggestedRelation = BaseRelation & { alike: number }

/** Fewer than these may be alike by chance. */
const FEWEST_ALIKE = 6

/**
 * Pairs that nobody has declared, nor said to be none, and that hold in every report: whoever reads both may take it that they always do.
 * @param totals by code
 */
export function suggestedRelations(
  indicators: readonly (Related & { code: string })[],
  totals: ReadonlyMap<string, ReporterTotals>,
  declared: readonly BaseRelation[],
  declined: readonly BaseRelation[] = [],
): SuggestedRelation[] {
  const settled = new Set(declared.map(({ indicator }) => indicator))
  const isDeclined = (indicator: string, counted: string) =>
    declined.some((one) => one.indicator === indicator && one.counted === counted)
  return indicators.flatMap((one) =>
    settled.has(one.code) || one.sensitivity === 0
      ? []
      : indicators.flatMap((other) => {
          const [bases, counts] = [totals.get(one.code), totals.get(other.code)]
          if (refusedBetween(one, other) || !bases || !counts) return []
          if (isDeclined(one.code, other.code)) return []
          const { alike, unlike } = compareBases(bases, counts)
          return unlike.length === 0 && alike >= FEWEST_ALIKE
            ? [{ indicator: one.code, counted: other.code, alike }]
            : []
        }),
  )
}

/** Whether a cell is a part of the total in a quarter: the undivided one, or of the scheme that adds up to it. */
export function isOfTotal(indicator: { schemes: readonly Scheme[] }, quarter: Quarter, cell: string): boolean {
  return cell === '' || schemeOf(indicator, quarter, categoriesOf(cell))?.kind === 'primary'
}

/** The scheme that a combination of categories is of in a quarter. */
export function schemeOf<S extends Pick<Scheme, 'kind' | 'from' | 'to' | 'breakdowns'>>(
  indicator: { schemes: readonly S[] },
  quarter: Quarter,
  categories: Categories,
): S | undefined {
  const names = (breakdowns: readonly string[]) => [...breakdowns].sort().join('|')
  const own = names(Object.keys(categories))
  return schemesIn(indicator, quarter).find((one) => names(one.breakdowns) === own)
}

import type { Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import { bareValue, divided, MILLION, millionths, sumsOf } from '../figures/sums.ts'
import type { Indicator, Rules } from '../indicators/indicator.ts'
import { isSummed, traitsOf } from '../indicators/measure.ts'
import type { Text } from '../language/text.ts'

/** A target in force, on the scale stored (a ratio of 90 % is 0.9). `placeId` null: of the whole project. */
export type Target = Span & {
  indicatorId: number
  placeId: number | null
  kind: 'quarter' | 'year' | 'project'
  value: number
}

/** A baseline in force: `value` is the amount, numerator or mean, `base` the denominator or n. */
export type Baseline = {
  indicatorId: number
  placeId: number | null
  quarter: Quarter
  value: number
  base: number | null
  source: Text
}

/** Amounts of quarters add up to the span's; everything else is a level that holds at the end of it. */
export function isFlow(rules: Pick<Rules, 'measure' | 'overTime'>): boolean {
  return traitsOf(rules).isAmount && rules.overTime !== 'latest'
}

/**
 * The target to hold a span's figure against, or null. A row for just that span comes first. A flow may else be held
 * against rows of one kind that fill the span exactly, added up; a level against the narrowest row in which the span ends.
 * Province rows are never added into a project target.
 */
export function targetFor(
  targets: readonly Target[],
  indicator: Pick<Indicator, 'id' | 'measure' | 'overTime'>,
  placeId: number | null,
  span: Span,
): number | null {
  const mine = targets.filter((one) => one.indicatorId === indicator.id && one.placeId === placeId)
  const exact = mine.find((one) => one.from === span.from && one.to === span.to)
  if (exact) return exact.value
  return isFlow(indicator) ? filling(mine, span) : (narrowest(mine, span.to)?.value ?? null)
}

/** The narrowest row that holds a quarter: what is to be reached next. */
function narrowest(targets: readonly Target[], quarter: Quarter): Target | null {
  const holding = targets.filter((one) => one.from <= quarter && one.to >= quarter)
  holding.sort((a, b) => a.to - a.from - (b.to - b.from))
  return holding[0] ?? null
}

/**
 * The row that whoever reports a quarter for a place works towards, of each indicator that has one: the place's own before
 * the project's, and of these the narrowest that holds the quarter. A row says for which span it is, so none is divided.
 */
export function targetsToReach(targets: readonly Target[], placeId: number, quarter: Quarter): Map<number, Target> {
  const found = new Map<number, Target>()
  for (const owner of [placeId, null]) {
    const own = targets.filter((one) => one.placeId === owner)
    for (const indicatorId of new Set(own.map((one) => one.indicatorId))) {
      const row = narrowest(
        own.filter((one) => one.indicatorId === indicatorId),
        quarter,
      )
      if (row && !found.has(indicatorId)) found.set(indicatorId, row)
    }
  }
  return found
}

/** The target for the life of the project, for cumulative figures; null when there is none. */
export function lifeTarget(targets: readonly Target[], indicatorId: number, placeId: number | null): number | null {
  const mine = targets.filter((one) => one.indicatorId === indicatorId && one.placeId === placeId)
  return mine.find((one) => one.kind === 'project')?.value ?? null
}

function filling(targets: readonly Target[], span: Span): number | null {
  for (const kind of ['quarter', 'year'] as const) {
    const rows = targets.filter((one) => one.kind === kind && one.from >= span.from && one.to <= span.to)
    rows.sort((a, b) => a.from - b.from)
    const seamless = rows.every((one, i) => one.from === (i === 0 ? span.from : rows[i - 1]!.to + 1))
    if (seamless && rows.at(-1)?.to === span.to) return total(rows)
  }
  return null
}

/**
 * A baseline as a bare number: the quotient of a ratio, the amount, mean or stage of others. For the project, when it has
 * none of its own, those of its places are brought together as figures are: sum over sum, weighted means, sums of amounts.
 */
export function baselineFor(
  baselines: readonly Baseline[],
  indicator: Pick<Indicator, 'id' | 'measure' | 'overPlaces'>,
  placeId: number | null,
): number | null {
  const mine = baselines.filter((one) => one.indicatorId === indicator.id)
  const own = mine.filter((one) => one.placeId === placeId)
  if (own.length > 0) return combined(indicator, own)
  return placeId === null && indicator.overPlaces === 'sum' ? combined(indicator, mine) : null
}

function combined({ measure }: Pick<Indicator, 'measure'>, rows: readonly Baseline[]): number | null {
  const [only, second] = rows
  if (!only) return null
  if (!second) return bareValue(measure, only)
  return isSummed(measure) ? divided(measure, sumsOf(rows)) : null
}

/** Targets of the provinces that do not add up to the project's: worth a look, no more. Both numbers are named. */
export type TargetMismatch = Span & { indicator: string; provinces: number; project: number }

export function targetMismatches(
  targets: readonly Target[],
  indicators: readonly Pick<Indicator, 'id' | 'code' | 'measure' | 'overPlaces'>[],
): TargetMismatch[] {
  return indicators.flatMap((indicator) => {
    if (!traitsOf(indicator).isAmount || indicator.overPlaces !== 'sum') return []
    const mine = targets.filter((one) => one.indicatorId === indicator.id)
    return mine.flatMap((project) => {
      if (project.placeId !== null) return []
      const { from, to } = project
      const parts = mine.filter((one) => one.placeId !== null && one.from === from && one.to === to)
      const provinces = total(parts)
      if (parts.length === 0 || provinces === project.value) return []
      return [{ indicator: indicator.code, from, to, provinces, project: project.value }]
    })
  })
}

function total(rows: readonly Target[]): number {
  return rows.reduce((sum, row) => sum + millionths(row.value), 0) / MILLION
}

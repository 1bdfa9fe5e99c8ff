import type { Quarter } from '../calendar/quarter.ts'
import { heldIn, type Span } from '../calendar/span.ts'
import { bareValue, divided, MILLION, millionths, sumsOf } from '../figures/sums.ts'
import type { Indicator, Rules } from '../indicators/indicator.ts'
import { isSummed, traitsOf } from '../indicators/measure.ts'
import { takesLast } from '../indicators/rules.ts'
import type { Text } from '../language/text.ts'
import type { Phase } from '../project/phase.ts'
import type { TargetKind } from '../vocabulary/target.ts'

/** A target in force, on the scale stored (a ratio of 90 % is 0.9). `placeId` null: of the whole project. */
export type Target = Span & {
  indicatorId: number
  placeId: number | null
  kind: TargetKind
  /** Code of the phase it is set for; absent: for none. */
  phase?: string
  value: number
}

/** A target that gave way to another number, of whole spans, on the scale stored; `reason`: why, where that was said. */
export type TargetChange = Span & { before: number; now: number; on: number; reason: Text | null }

/** A baseline in force: `value` is the amount, numerator or mean, `base` the denominator or n. */
export type Baseline = {
  indicatorId: number
  placeId: number | null
  /** Code of the phase that starts from it; absent: the project does. */
  phase?: string
  quarter: Quarter
  value: number
  base: number | null
  source: Text
}

/** Amounts of quarters add up to the span's; everything else is a level that holds at the end of it. */
export function isFlow(rules: Pick<Rules, 'measure' | 'overTime'>): boolean {
  return traitsOf(rules).isAmount && !takesLast(rules.overTime)
}

/** The target with the shortest span that holds a quarter. */
export function narrowestAt(targets: readonly Target[], quarter: Quarter): Target | null {
  let narrowest: Target | null = null
  for (const one of targets) {
    if (!heldIn(one, quarter)) continue
    if (narrowest === null || one.to - one.from < narrowest.to - narrowest.from) narrowest = one
  }
  return narrowest
}

/** Whether a target is for the whole life of something: of the project, or of one of its phases. */
export function isForLife(kind: TargetKind): boolean {
  return kind === 'project' || kind === 'phase'
}

/** The targets of the whole life of the project or, where there are none, those of its phases. */
export function lifeTargets(targets: readonly Target[]): Target[] {
  const whole = targets.filter(({ kind }) => kind === 'project')
  return whole.length > 0 ? whole : targets.filter(({ kind }) => kind === 'phase')
}

/** The target of the life of a phase; null when there is none. */
export function phaseTarget(targets: readonly Target[], code: string): Target | null {
  return targets.find(({ phase }) => phase === code) ?? null
}

/**
 * The target of the life of the project, or of its phase, that is in force at the end of a quarter: the shortest that holds
 * it, after the end of all of them the last one. Null before the first begins.
 */
export function lifeTargetAt(targets: readonly Target[], quarter: Quarter): Target | null {
  const lives = lifeTargets(targets)
  const over = lives.filter(({ to }) => to < quarter).sort((a, b) => b.to - a.to)
  return narrowestAt(lives, quarter) ?? over[0] ?? null
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
      const row = narrowestAt(
        own.filter((one) => one.indicatorId === indicatorId),
        quarter,
      )
      if (row && !found.has(indicatorId)) found.set(indicatorId, row)
    }
  }
  return found
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
  return combined(indicator, countedBaselines(baselines, indicator, placeId))
}

/** Those of the place or, for a project that has none of its own, all that are brought together. */
function countedBaselines(
  baselines: readonly Baseline[],
  indicator: Pick<Indicator, 'id' | 'overPlaces'>,
  placeId: number | null,
): readonly Baseline[] {
  const mine = baselines.filter((one) => one.indicatorId === indicator.id)
  const own = mine.filter((one) => one.placeId === placeId)
  if (own.length > 0) return own
  return placeId === null && indicator.overPlaces === 'sum' ? mine : []
}

function combined({ measure }: Pick<Indicator, 'measure'>, rows: readonly Baseline[]): number | null {
  const [only, second] = rows
  if (!only) return null
  if (!second) return bareValue(measure, only)
  return isSummed(measure) ? divided(measure, sumsOf(rows)) : null
}

/**
 * What a figure of a quarter is measured from: the baselines of the phase that runs in it (in a pause, of the last that ran), where
 * that phase or one before has its own; else those of the project.
 * @param read what is made of the baselines of one beginning; null: they say nothing
 */
export function fromBaselines<T>(
  baselines: readonly Baseline[],
  phases: readonly Pick<Phase, 'code' | 'from'>[],
  quarter: Quarter,
  read: (own: readonly Baseline[]) => T | null,
): T | null {
  const begun = phases.filter(({ from }) => from <= quarter).map(({ code }) => code)
  for (const code of [...begun.reverse(), undefined]) {
    const own = baselines.filter(({ phase }) => phase === code)
    const found = own.length > 0 ? read(own) : null
    if (found !== null) return found
  }
  return null
}

/** A baseline with the quarter at whose end it held; of places brought together, the last of theirs. */
export function baselineLevel(
  baselines: readonly Baseline[],
  indicator: Pick<Indicator, 'id' | 'measure' | 'overPlaces'>,
  placeId: number | null,
): { at: Quarter; value: number } | null {
  const counted = countedBaselines(baselines, indicator, placeId)
  const value = combined(indicator, counted)
  return value === null ? null : { value, at: Math.max(...counted.map(({ quarter }) => quarter)) }
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

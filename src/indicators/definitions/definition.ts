import type { DefinedIndicator } from '../indicator.ts'
import { traitsOf } from '../measure.ts'
import { effective } from '../rules.ts'

/** What a definition says, and from which quarter (to which) it holds. */
export type Definition = Omit<
  DefinedIndicator,
  'id' | 'code' | 'component' | 'level' | 'resultCode' | 'schemes' | 'knownSince' | 'definedUntil' | 'phases'
>

/** A field of a definition that does not fit what it measures, and what it would have to fit. */
export type Misfit = { field: 'baseUnit' | 'range' | 'stages' | 'targetStage' | 'overPlaces' | 'rounds'; given: string }

type Measured = Pick<
  Definition,
  'measure' | 'baseUnit' | 'stages' | 'targetStage' | 'overPlaces' | 'frequency' | 'range' | 'rounds'
>

/** What does not fit: units and stages are there where the measure has them, rounds where it is asked for in rounds. */
export function misfitsOf({
  measure,
  baseUnit,
  stages,
  targetStage,
  overPlaces,
  frequency,
  range,
  rounds,
}: Measured): Misfit[] {
  const { base, shown, combinesReporters } = traitsOf({ measure })
  const misfits: Misfit[] = []
  if ((base !== null) !== (baseUnit !== null)) misfits.push({ field: 'baseUnit', given: measure })
  if ((shown === 'stage') !== stages.length > 0) misfits.push({ field: 'stages', given: measure })
  if ((shown === 'stage') !== (targetStage !== null)) misfits.push({ field: 'targetStage', given: measure })
  if (targetStage !== null && stages.length > 0 && targetStage >= stages.length)
    misfits.push({ field: 'targetStage', given: String(targetStage) })
  if (range && shown !== 'value') misfits.push({ field: 'range', given: measure })
  if (range && (range.least ?? Number.NEGATIVE_INFINITY) >= (range.most ?? Number.POSITIVE_INFINITY))
    misfits.push({ field: 'range', given: String(range.most) })
  if (!combinesReporters && overPlaces !== 'none') misfits.push({ field: 'overPlaces', given: overPlaces })
  if ((frequency === 'survey') !== rounds.length > 0) misfits.push({ field: 'rounds', given: frequency })
  return misfits
}

type Adding = Pick<
  Definition,
  'measure' | 'overPlaces' | 'overTime' | 'targetStage' | 'stages' | 'countingUnit' | 'baseUnit'
>

/**
 * Whether values typed under two definitions can go into one figure: the same thing is counted, in the same unit, and added by
 * the same rules. A name, a scale, a frequency may have changed.
 */
export function addTogether(one: Adding, other: Adding): boolean {
  return same(addedBy(one), addedBy(other))
}

/** Whether a number means the same under both: then they can stand under one name and unit, and are judged alike. */
export function isSameKind(one: Adding, other: Adding): boolean {
  const kind = ({ measure, countingUnit, baseUnit, stages }: Adding) => [measure, countingUnit, baseUnit, stages.length]
  return one === other || same(kind(one), kind(other))
}

/** Whether a series that goes from one definition to the other is broken: what it counts, how, or how often is not the same. */
export function isBreak(one: Definition, other: Definition): boolean {
  const meaning = (d: Definition) => [addedBy(d), d.definition, d.disjointReporters, d.frequency, d.yearStart]
  return !same(meaning(one), meaning(other))
}

function addedBy(definition: Adding) {
  const { measure, overPlaces, overTime, targetStage } = effective(definition)
  const { stages, countingUnit, baseUnit } = definition
  // Renaming a stage changes nothing of what has been reached; another list of stages does.
  return [measure, overPlaces, overTime, targetStage, stages.length, countingUnit, baseUnit]
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

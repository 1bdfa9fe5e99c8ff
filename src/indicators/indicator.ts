import { nthOf, type Quarter } from '../periods/period.ts'

export const MEASURES = ['count', 'ratio', 'mean', 'milestone', 'median'] as const
export type Measure = (typeof MEASURES)[number]

/** How reporters (places and partners) combine: `none` = the same person may be counted by several reporters. */
export const OVER_PLACES = ['sum', 'none', 'project'] as const
export type OverPlaces = (typeof OVER_PLACES)[number]

/** How quarters combine: `sum` a flow, `latest` a stock or lifetime value, `none` not at all. */
export const OVER_TIME = ['sum', 'latest', 'none'] as const
export type OverTime = (typeof OVER_TIME)[number]

export const FREQUENCIES = ['quarterly', 'half-yearly', 'annual', 'survey'] as const
export type Frequency = (typeof FREQUENCIES)[number]

export const DIRECTIONS = ['higher', 'lower'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const LEVELS = ['impact', 'outcome', 'output'] as const
export type Level = (typeof LEVELS)[number]

export const COMPONENTS = ['prevention', 'prosecution', 'protection'] as const
export type Component = (typeof COMPONENTS)[number]

/** 2 victims and cases, 1 small client groups and percentages on them, 0 none. */
export const SENSITIVITIES = [0, 1, 2] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

export const SCHEME_KINDS = ['primary', 'partition', 'multiple'] as const
export type SchemeKind = (typeof SCHEME_KINDS)[number]

/** What the adding-up rules need to know of an indicator. */
export type Rules = {
  measure: Measure
  overPlaces: OverPlaces
  overTime: OverTime
  /** Stage that counts as reached; milestones only. */
  targetStage: number | null
}

/** An indicator as it was defined at one instant. */
export type Indicator = Rules & {
  id: number
  code: string
  component: Component | null
  level: Level
  resultCode: string
  name: Text
  definition: Text
  countingUnit: Text
  /** What one denominator, or one n, is; ratios, means and medians only. */
  baseUnit: Text | null
  direction: Direction
  sensitivity: Sensitivity
  frequency: Frequency
  disjointReporters: boolean
  /** Ratios are shown times this: 100 = per cent, 100000 = per 100 000. 1 otherwise. */
  scale: number
  /** Decimals that mean something when shown. */
  decimals: number
  /** Names of the stages from 0 up; milestones only. */
  stages: Text[]
  meansOfVerification: Text
  responsible: Text
  tags: { sdg: string[]; gcm: number[] }
}

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

/** An indicator with everything that decides how it is asked for and read. */
export type DefinedIndicator = Indicator & {
  schemes: Scheme[]
  /** Quarters of its survey rounds; empty for the other frequencies. */
  rounds: Quarter[]
  /** Null: in force until further notice. */
  definedUntil: number | null
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
export function schemesIn(indicator: Pick<DefinedIndicator, 'schemes'>, quarter: Quarter, kind?: SchemeKind): Scheme[] {
  return indicator.schemes.filter(
    (scheme) =>
      (kind === undefined || scheme.kind === kind) &&
      scheme.validFrom <= quarter &&
      (scheme.validTo === null || scheme.validTo >= quarter),
  )
}

/** A text in both languages of the project. */
export type Text = { vi: string; en: string }

/**
 * Whether an indicator is expected in a quarter. Half-yearly ones are due in Q2 and Q4, annual ones in Q4 (of the
 * calendar year, as provincial statistics are), survey rounds in the quarters listed for them.
 */
export function isDueIn(frequency: Frequency, quarter: Quarter, rounds: readonly Quarter[] = []): boolean {
  switch (frequency) {
    case 'quarterly':
      return true
    case 'half-yearly':
      return nthOf(quarter) % 2 === 0
    case 'annual':
      return nthOf(quarter) === 4
    case 'survey':
      return rounds.includes(quarter)
  }
}

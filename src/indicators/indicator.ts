import type { Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import type { Text } from '../language/text.ts'
import type {
  Direction,
  Frequency,
  Level,
  Measure,
  OverPlaces,
  OverTime,
  Sensitivity,
  YearStart,
} from '../vocabulary/indicator.ts'
import type { Scheme } from './breakdown.ts'
import type { SurveyRound } from './frequency.ts'

/** What the adding-up rules need to know of an indicator. */
export type Rules = {
  measure: Measure
  overPlaces: OverPlaces
  overTime: OverTime
  /** Stage that counts as reached; milestones only. */
  targetStage: number | null
}

/** Between which values lie, both included; null = no bound on that side. */
export type ValueRange = { least: number | null; most: number | null }

/** What an indicator is, under one definition. */
export type Indicator = Rules & {
  id: number
  code: string
  /** Code of the component its result belongs to. */
  component: string | null
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
  /** First month of the years and half-years by which it is asked for. */
  yearStart: YearStart
  disjointReporters: boolean
  /** Ratios are shown times this: 100 = per cent, 100000 = per 100 000. 1 otherwise. */
  scale: number
  /** Decimals that mean something when shown. */
  decimals: number
  /** Between which each value that is typed lies; absent or null = whatever its measure lets it be. */
  range?: ValueRange | null
  /** Names of the stages from 0 up; milestones only. */
  stages: Text[]
  meansOfVerification: Text
  responsible: Text
  tags: { sdg: string[]; gcm: number[] }
}

/** An indicator under one definition, with everything that decides how it is asked for and read in the quarters it holds in. */
export type DefinedIndicator = Indicator & {
  /** Quarters in which this definition holds; `to` null = until further notice. */
  from: Quarter
  to: Quarter | null
  /** Of all quarters, whatever the definition. */
  schemes: Scheme[]
  /** Its survey rounds; empty for the other frequencies. */
  rounds: SurveyRound[]
  /** Since when it is known that its first quarter is defined so, ms. */
  knownSince: number
  /** Runs of quarters in which the project is at work: nothing is asked for outside of them. Absent where no project says so. */
  phases?: readonly Span[]
  /** The instant from which another definition is known instead, ms; null = this is what is known. */
  definedUntil: number | null
}

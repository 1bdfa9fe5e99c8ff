import type { Quarter } from '../calendar/quarter.ts'
import type { Text } from '../language/text.ts'

export const BASES = ['approved', 'provisional'] as const
/** `approved`: facts in force. `provisional`: what was handed in comes first where there is any. */
export type Basis = (typeof BASES)[number]

export const MAPS = ['as-reported', 'today'] as const
/** `as-reported`: places as they were. `today`: predecessors summed into their successors. */
export type PlaceMap = (typeof MAPS)[number]

/** A column or row of places read as one: a province with everything under it, or the whole project. */
export type PlaceGroup = {
  key: string
  places: readonly string[] | '*'
  /** Of what these places report, only that of this partner, by its slug. */
  partner?: string
}

/** Key of the group that is the whole project, in questions and in addresses. */
export const PROJECT = 'project'

/** A span read as one figure: of all indicators asked for or, where their codes are named, of those alone. */
export type SpanGroup = { key: string; from: Quarter; to: Quarter; indicators?: readonly string[] }

export function isAskedOf(code: string): (span: SpanGroup) => boolean {
  return ({ indicators }) => indicators === undefined || indicators.includes(code)
}

/** One question about figures; its answer has one figure for each indicator x group x span x cell. */
export type Question = {
  /** Codes, or all of them. */
  indicators: readonly string[] | '*'
  groups: readonly PlaceGroup[]
  spans: readonly SpanGroup[]
  /** Codes of breakdowns to keep apart, crossed; empty = undivided. */
  by?: readonly string[]
  /** Keep only these categories, as breakdown code -> category code. */
  only?: Readonly<Record<string, string>>
  basis?: Basis
  /** Instant, ms; absent = now, that is, everything in force. */
  asAt?: number
  map?: PlaceMap
  /** Only what was restated after this instant is marked so (ms); absent = since it was first approved. */
  restatedSince?: number
}

/** Refusals of a question, the same in every outlet; the sentences are in the language files under `figures.refused`. */
export const QUESTION_REFUSALS = [
  'unknown-indicator',
  'unknown-place',
  'unknown-partner',
  'unknown-component',
  'nothing-measured',
  'unknown-breakdown',
  'unknown-category',
  'bad-period',
  'empty-span',
  'before-project',
  'after-project',
  'place-not-in-span',
  'merged-away',
  'category-of-old-scheme',
  'too-large',
] as const
export type QuestionRefusal = (typeof QUESTION_REFUSALS)[number]

export class Refused extends Error {
  constructor(
    readonly code: QuestionRefusal,
    readonly what: string,
    /** What else its sentence names. */
    readonly values: Readonly<Record<string, string>> = {},
    /** What it names by names that people know, `what` among them where it is one. */
    readonly names: Readonly<Record<string, readonly Text[]>> = {},
  ) {
    super(`${code}: ${what}`)
  }
}

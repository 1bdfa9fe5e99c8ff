import { z } from 'zod'
import { FIRST_QUARTER } from '../../calendar/quarter.ts'
import {
  DIRECTIONS,
  FREQUENCIES,
  MEASURES,
  OVER_PLACES,
  OVER_TIME,
  SCALES,
  SCHEME_KINDS,
  SENSITIVITIES,
  YEAR_STARTS,
} from '../../vocabulary/indicator.ts'
import { code, lineInBoth, quarterValue, slug, textInBoth, wholeNumber } from './fields.ts'

/** Which breakdowns an indicator's values are typed in, from a quarter to a quarter, both included; absent = always. */
const scheme = z
  .strictObject({
    kind: z.enum(SCHEME_KINDS),
    breakdowns: z.array(slug).min(1),
    from: quarterValue.optional(),
    to: quarterValue.optional(),
  })
  .transform(({ from = FIRST_QUARTER, to = null, ...rest }) => ({ ...rest, from, to }))

/**
 * A survey round: the quarters it covers, and what it is called. It is due in the last of them. A quarter alone is a round that
 * covers no other, and goes by its number.
 */
const round = z
  .preprocess(
    (given) => (typeof given === 'string' ? { to: given } : given),
    z.strictObject({ from: quarterValue.optional(), to: quarterValue, name: lineInBoth.nullable().default(null) }),
  )
  .transform(({ from, to, name }) => ({ from: from ?? to, to, name }))

/** What a definition says, field by field. */
export const definitionFields = {
  name: lineInBoth,
  definition: textInBoth,
  countingUnit: lineInBoth,
  /** What one denominator, or one n, is. */
  baseUnit: lineInBoth.nullable(),
  measure: z.enum(MEASURES),
  overPlaces: z.enum(OVER_PLACES),
  overTime: z.enum(OVER_TIME),
  disjointReporters: z.boolean(),
  direction: z.enum(DIRECTIONS),
  sensitivity: z.literal(SENSITIVITIES),
  frequency: z.enum(FREQUENCIES),
  /** First month of the years, and half-years, that values are asked for by. */
  yearStart: z.literal(YEAR_STARTS),
  rounds: z.array(round),
  scale: z.literal(SCALES),
  decimals: wholeNumber.max(4),
  /** Between which each value lies, both included; null = no bound on that side. */
  range: z
    .strictObject({ least: z.number().nullable().default(null), most: z.number().nullable().default(null) })
    .nullable(),
  /** Names of the stages from 0 up, and the one that counts as reached. */
  stages: z.array(lineInBoth),
  targetStage: wholeNumber.nullable(),
  means: textInBoth,
  responsible: lineInBoth,
  sdg: z.array(z.string().regex(/^\d+\.\w+(\.\d+)?$/)),
  gcm: z.array(wholeNumber),
}

/** What is measured, with its whole reference sheet. */
export const indicatorsData = z.array(
  z.strictObject({
    ...definitionFields,
    code,
    /** Code of the result it measures. */
    result: code,
    yearStart: definitionFields.yearStart.default(1),
    rounds: definitionFields.rounds.default([]),
    range: definitionFields.range.default(null),
    stages: definitionFields.stages.default([]),
    targetStage: definitionFields.targetStage.default(null),
    schemes: z.array(scheme),
  }),
)
export type IndicatorRow = z.output<typeof indicatorsData>[number]
export type SchemeRow = IndicatorRow['schemes'][number]

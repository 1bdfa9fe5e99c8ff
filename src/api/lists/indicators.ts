import { z } from 'zod'
import { quarterCode } from '../../calendar/quarter.ts'
import { type IndicatorHistory, lastDefinition } from '../../indicators/definitions/history.ts'
import { unitText } from '../../indicators/in-words.ts'
import { both } from '../../language/text.ts'
import { wordsFor } from '../../language/words.ts'
import {
  DIRECTIONS,
  FREQUENCIES,
  LEVELS,
  MEASURES,
  OVER_PLACES,
  OVER_TIME,
  SCHEME_KINDS,
} from '../../vocabulary/indicator.ts'
import { formatField, textField, textOf } from '../fields.ts'

export const indicatorsQuery = z.strictObject({ format: formatField })

/** What is measured and how it adds up, under the last definition there is. */
export const indicatorRow = z.object({
  code: z.string(),
  name: textField,
  definition: textField,
  component: z.string().nullable(),
  result: z.string(),
  level: z.enum(LEVELS),
  measure: z.enum(MEASURES),
  unit: textField,
  over_places: z.enum(OVER_PLACES),
  over_time: z.enum(OVER_TIME),
  direction: z.enum(DIRECTIONS),
  frequency: z.enum(FREQUENCIES),
  sensitivity: z.int().min(0).max(2),
  stages: z.array(textField),
  breakdowns: z.array(
    z.object({ kind: z.enum(SCHEME_KINDS), from: z.string(), to: z.string().nullable(), by: z.array(z.string()) }),
  ),
  means_of_verification: textField,
  responsible: textField,
  sdg: z.array(z.string()),
  gcm: z.array(z.int()),
  /** The quarters in which the definition holds; to: null until further notice. */
  from: z.string(),
  to: z.string().nullable(),
})
export const indicatorsDocument = z.object({ indicators: z.array(indicatorRow) })

export function indicatorRowOf(history: IndicatorHistory): z.output<typeof indicatorRow> {
  const own = lastDefinition(history)
  return {
    code: own.code,
    name: textOf(own.name),
    definition: textOf(own.definition),
    component: own.component,
    result: own.resultCode,
    level: own.level,
    measure: own.measure,
    unit: both((language) => unitText(own, wordsFor(language))),
    over_places: own.overPlaces,
    over_time: own.overTime,
    direction: own.direction,
    frequency: own.frequency,
    sensitivity: own.sensitivity,
    stages: own.stages.map(textOf),
    breakdowns: own.schemes.map(({ kind, from, to, breakdowns }) => ({
      kind,
      from: quarterCode(from),
      to: to === null ? null : quarterCode(to),
      by: [...breakdowns],
    })),
    means_of_verification: textOf(own.meansOfVerification),
    responsible: textOf(own.responsible),
    sdg: [...own.tags.sdg],
    gcm: [...own.tags.gcm],
    from: quarterCode(own.from),
    to: own.to === null ? null : quarterCode(own.to),
  }
}

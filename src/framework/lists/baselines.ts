import { z } from 'zod'
import { code, numberValue, quarterValue, setOn, slug, textInBoth } from './fields.ts'

/** Where each indicator stood before, of the whole project (`place` null) or a place, known since a day. */
export const baselinesData = z.array(
  z.strictObject({
    indicator: code,
    place: slug.nullable(),
    /** Code of the phase that starts from it; absent = the project does. */
    phase: code.nullable().default(null),
    quarter: quarterValue,
    value: numberValue,
    /** Denominator or n of a ratio or mean; null for the others. */
    base: numberValue.nullable(),
    source: textInBoth,
    setOn,
  }),
)
export type BaselineRow = z.output<typeof baselinesData>[number]

import { z } from 'zod'
import { PLACE_LEVELS } from '../../vocabulary/place.ts'
import { code, dayValue, lineInBoth, slug } from './fields.ts'

/** Provinces and the communes under them, in the order in which they are shown; `validTo` is the first day after. */
export const placesData = z.array(
  z.strictObject({
    slug,
    /** The official code: used again after a place has ended. */
    code,
    iso: z
      .string()
      .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)
      .nullable(),
    level: z.enum(PLACE_LEVELS),
    /** Slug of the province a commune lies in. */
    parent: slug.nullable().default(null),
    name: lineInBoth,
    validFrom: dayValue,
    validTo: dayValue.nullable(),
  }),
)
export type PlaceRow = z.output<typeof placesData>[number]

/** From a day on, a place is (part of) another one. */
export const successionsData = z.array(z.strictObject({ from: slug, to: slug, on: dayValue }))
export type SuccessionRow = z.output<typeof successionsData>[number]

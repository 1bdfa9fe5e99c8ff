import { z } from 'zod'
import { code, dayValue, lineInBoth, slug } from './fields.ts'

/**
 * Levels of places from the top down, with the words for one of each and for several: first what belongs to no one area, then the
 * areas that figures are compared by, then what lies in those.
 */
export const levelsData = z.array(z.strictObject({ code: slug, one: lineInBoth, many: lineInBoth }))
export type LevelRow = z.output<typeof levelsData>[number]

/** The levels of a project that names none: those of Viet Nam, as a file that has just been made has them. */
export const USUAL_LEVELS: readonly LevelRow[] = [
  { code: 'project', one: { vi: 'dự án', en: 'project' }, many: { vi: 'dự án', en: 'projects' } },
  { code: 'province', one: { vi: 'tỉnh', en: 'province' }, many: { vi: 'các tỉnh', en: 'provinces' } },
  { code: 'commune', one: { vi: 'xã', en: 'commune' }, many: { vi: 'các xã', en: 'communes' } },
]

/** Places, in the order in which they are shown; `validTo` is the first day after. */
export const placesData = z.array(
  z.strictObject({
    slug,
    /** The official code: used again after a place has ended. */
    code,
    iso: z
      .string()
      .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)
      .nullable(),
    /** Code of its level. */
    level: slug,
    /** Slug of the place it lies in, one level up; null for those of the first two levels. */
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

import { z } from 'zod'
import { code, dayValue, lineInBoth, quarterValue, slug } from './fields.ts'

const kind = z.string().regex(/^[a-z0-9]+([ -][a-z0-9]+)*$/)

/** Kinds of bodies that partners are, in the order in which they are shown. */
export const kindsData = z.array(z.strictObject({ code: kind, name: lineInBoth }))
export type KindRow = z.output<typeof kindsData>[number]

/** Who reports, and what each was called from a day to a day; `validTo` is the first day after. */
export const partnersData = z.array(
  z.strictObject({
    slug,
    /** Last day of the month of the partner's own reporting cut; null = calendar quarters. */
    cutOffDay: z.number().int().min(1).max(28).nullable(),
    names: z
      .array(
        z.strictObject({
          /** Code of its kind. */
          kind,
          name: lineInBoth,
          validFrom: dayValue,
          validTo: dayValue.nullable(),
        }),
      )
      .min(1),
  }),
)
export type PartnerRow = z.output<typeof partnersData>[number]

/**
 * Who reports what for where: each place with each indicator of a row is one assignment. `to` absent = until further notice.
 * `takesOver`: whose duty each of them continues from its first quarter on; of the same place where none is named.
 */
export const assignmentsData = z.array(
  z.strictObject({
    partner: slug,
    places: z.array(slug).min(1),
    indicators: z.array(code).min(1),
    from: quarterValue,
    to: quarterValue.nullable().default(null),
    takesOver: z.array(z.strictObject({ partner: slug, place: slug.optional() })).default([]),
  }),
)
export type AssignmentRow = z.output<typeof assignmentsData>[number]

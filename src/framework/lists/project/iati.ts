import { z } from 'zod'
import {
  IATI_COUNTRIES,
  IATI_ORGANISATION_TYPES,
  IATI_OTHER_TYPES,
  IATI_ROLES,
  MOST_IATI_ROWS,
} from '../../../project/iati.ts'
import { lineInBoth, textInBoth } from '../fields.ts'

/** Neither blanks nor what the standard keeps out of identifiers: / & | ? */
const identifier = z
  .string()
  .max(200)
  .regex(/^[^\s/&|?]+$/)
/** Register and number, as org-id.guide writes them: "XM-DAC-47066". */
const organisationRef = z
  .string()
  .max(200)
  .regex(/^[A-Z]{2}-[A-Za-z0-9]+-[^\s/&|?]+$/)

/** It does not go with what else is said. */
const UNFIT = { params: { problem: 'does-not-fit' } } as const

const organisation = { type: z.enum(IATI_ORGANISATION_TYPES), name: lineInBoth }

/** Who publishes the activity, who takes part, and by which codes others find it. */
export const iatiData = z
  .strictObject({
    identifier,
    reporting: z.strictObject({ ref: organisationRef, ...organisation }),
    organisations: z
      .array(
        z.strictObject({ ref: organisationRef.nullable().default(null), role: z.enum(IATI_ROLES), ...organisation }),
      )
      .min(1)
      .max(MOST_IATI_ROWS),
    otherIdentifiers: z
      .array(z.strictObject({ ref: identifier, type: z.enum(IATI_OTHER_TYPES) }))
      .max(MOST_IATI_ROWS)
      .default([]),
    country: z.string().refine((code) => IATI_COUNTRIES.has(code), { params: { problem: 'not-on-the-list' } }),
    sectors: z
      .array(z.strictObject({ code: z.string().regex(/^\d{5}$/), percentage: z.number().positive().max(100) }))
      .min(1)
      .max(MOST_IATI_ROWS),
    description: textInBoth,
  })
  .refine(({ identifier, reporting }) => identifier.startsWith(`${reporting.ref}-`), { path: ['identifier'], ...UNFIT })
  .refine(({ sectors }) => Math.abs(sectors.reduce((sum, { percentage }) => sum + percentage, 0) - 100) < 0.005, {
    path: ['sectors'],
    ...UNFIT,
  })

import { z } from 'zod'
import { lineInBoth, slug } from '../fields.ts'
import { usualOfDonor } from './layouts.ts'

/** Who pays, and how their reports are made; what is left out is as the layout of their workbook, or the project, has it. */
export const donorsData = z.array(
  z.strictObject({
    code: slug,
    name: lineInBoth,
    /** Of the organisation, where aid is published: "GB-GOV-6". */
    identifier: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,100}$/)
      .nullable()
      .default(null),
    ...usualOfDonor,
    /** Code of the layout of its workbook. */
    workbook: slug.nullable().default(null),
  }),
)
export type DonorRow = z.output<typeof donorsData>[number]

import { z } from 'zod'
import { inAddress } from '../../forms/asked.ts'

/** Which earlier version is put beside, by its number, and whether only what changed is shown. */
export const comparisonQuery = inAddress({
  version: z.coerce.number().int().positive().optional(),
  only: z.literal('changed').optional(),
})
export type ComparisonQuery = z.output<typeof comparisonQuery>

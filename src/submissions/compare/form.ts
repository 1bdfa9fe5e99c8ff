import { z } from 'zod'

/** Which earlier version is put beside, by its number, and whether only what changed is shown; what makes no sense is as if it were not asked. */
export const comparisonQuery = z.object({
  version: z.coerce.number().int().positive().optional().catch(undefined),
  only: z.literal('changed').optional().catch(undefined),
})
export type ComparisonQuery = z.output<typeof comparisonQuery>

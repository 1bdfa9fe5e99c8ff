import { z } from 'zod'
import { lineInBoth, slug } from './fields.ts'

/** Closed lists of categories that values are split by. */
export const breakdownsData = z.array(
  z.strictObject({
    code: slug,
    name: lineInBoth,
    categories: z.array(z.strictObject({ code: slug, name: lineInBoth })).min(2),
  }),
)
export type BreakdownRow = z.output<typeof breakdownsData>[number]

import { z } from 'zod'
import type { SuppressionProblem } from '../../../src/suppression/problem.ts'

const names = z.array(z.string())

/** The format of worked cases: of `cases.json` and of files given to `npm run cases:disclosure`. */
export const workedCase = z.object({
  name: z.string().optional(),
  threshold: z.number(),
  atoms: z.record(z.string(), z.number()),
  figures: z.array(
    z.object({ id: z.string(), sum: names, sensitive: z.boolean().optional(), mayHide: z.boolean().optional() }),
  ),
  earlier: z.array(z.object({ sum: names, shown: z.number().nullable() })).optional(),
  restated: z.array(z.tuple([z.string(), z.string()])).optional(),
  sameTotal: z.array(z.array(names)).optional(),
  keep: names.optional(),
})
export type WorkedCase = z.infer<typeof workedCase>

export function problemOfCase(one: WorkedCase): SuppressionProblem {
  const { threshold, atoms, earlier = [], restated = [], sameTotal = [], keep = [] } = one
  return {
    threshold,
    atoms,
    cells: one.figures.map(({ id, sum, sensitive = true, mayHide = true }) => ({
      id,
      sum,
      sensitive,
      suppressible: mayHide,
    })),
    earlier,
    restated,
    sameTotal,
    suppressedBefore: keep,
  }
}

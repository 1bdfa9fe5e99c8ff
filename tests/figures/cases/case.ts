import { z } from 'zod'
import { parseQuarter, type Quarter } from '../../../src/calendar/quarter.ts'
import { BASES, MAPS } from '../../../src/figures/question.ts'
import { MEASURES, OVER_PLACES, OVER_TIME } from '../../../src/vocabulary/indicator.ts'

const quarter = z.string().transform((text, context): Quarter => {
  const parsed = parseQuarter(text)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: `"${text}" is not a quarter such as 2020-Q1` })
  return z.NEVER
})
const instant = z.string().transform((text, context): number => {
  const parsed = Date.parse(text)
  if (!Number.isNaN(parsed)) return parsed
  context.addIssue({ code: 'custom', message: `"${text}" is not an instant such as 2020-05-01T00:00:00Z` })
  return z.NEVER
})
const cell = z.object({
  of: z.record(z.string(), z.string()).optional(),
  amount: z.number().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  mean: z.number().optional(),
  median: z.number().optional(),
  n: z.number().optional(),
  stage: z.number().optional(),
})
const reporter = z.object({ partner: z.string(), place: z.string() })
const due = reporter.extend({ quarter })
const value = due.extend({
  state: z.enum(['reported', 'not reported', 'not applicable']),
  cells: z.array(cell).default([]),
  approvedFrom: instant.nullish(),
  approvedTo: instant.nullish(),
  basis: z.enum(['approved', 'submitted']).default('approved'),
})

/** A worked case: who was asked, what came, what is asked of it. Fields that are not known are left aside. */
export const figureCase = z.object({
  name: z.string().optional(),
  indicator: z.object({
    measure: z.enum(MEASURES),
    overPlaces: z.enum(OVER_PLACES),
    overTime: z.enum(OVER_TIME),
    targetStage: z.number().nullish(),
  }),
  places: z.array(z.object({ code: z.string(), parent: z.string().nullish() })),
  successions: z.array(z.object({ from: z.string(), to: z.string(), on: z.string() })).default([]),
  handovers: z.array(z.object({ from: reporter, to: reporter })).default([]),
  due: z.array(due),
  values: z.array(value),
  ask: z.object({
    places: z.union([z.literal('*'), z.array(z.string())]),
    from: quarter,
    to: quarter,
    cell: z.record(z.string(), z.string()).optional(),
    asAt: instant.nullish(),
    basis: z.enum(BASES).optional(),
    map: z.enum(MAPS).optional(),
  }),
})
export type FigureCase = z.infer<typeof figureCase>
export type CaseCell = z.infer<typeof cell>

/** What is wrong with a case, in words for the person who wrote it. */
export class BadCase extends Error {}

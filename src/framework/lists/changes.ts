import { z } from 'zod'
import { code, dayValue, lineInBoth, quarterValue, setOn, slug } from './fields.ts'
import { definitionFields } from './indicators.ts'
import { phasesData } from './phases.ts'

/** Since when a change is known; and the quarters it holds in, both included: `to` absent = until further notice. */
const known = { known: setOn }
const quarters = { from: quarterValue, to: quarterValue.nullable().default(null) }
const category = { breakdown: slug, category: slug }

/** What has been changed since the project began of what is measured, where and when, in the order in which it became known. */
export const changesData = z.array(
  z.discriminatedUnion('change', [
    z.strictObject({
      change: z.literal('redefine'),
      indicator: code,
      ...known,
      ...quarters,
      /** What is otherwise; all else stays. */
      set: z.strictObject(definitionFields).partial(),
    }),
    z.strictObject({ change: z.literal('retire'), indicator: code, ...known, last: quarterValue }),
    z.strictObject({
      change: z.literal('split'),
      indicator: code,
      ...known,
      ...quarters,
      /** Crossed; none = undivided. */
      breakdowns: z.array(slug),
    }),
    z.strictObject({ change: z.literal('list-category'), ...category, ...known, ...quarters, name: lineInBoth }),
    z.strictObject({ change: z.literal('end-category'), ...category, ...known, last: quarterValue }),
    /** `lastDay` null: it goes on after all; `became`: slugs of what it becomes on the day after. */
    z.strictObject({
      change: z.literal('place'),
      place: slug,
      ...known,
      name: lineInBoth.optional(),
      parent: slug.optional(),
      lastDay: dayValue.nullable().optional(),
      became: z.array(slug).optional(),
    }),
    /** The project begins or ends otherwise, or works in these phases; [] = all the time. */
    z.strictObject({
      change: z.literal('plan'),
      ...known,
      first: quarterValue.optional(),
      last: quarterValue.optional(),
      phases: phasesData.optional(),
    }),
  ]),
)
export type ChangeRow = z.output<typeof changesData>[number]

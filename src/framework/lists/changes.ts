import { z } from 'zod'
import { code, lineInBoth, quarterValue, setOn, slug } from './fields.ts'
import { definitionFields } from './indicators.ts'

/** Since when a change is known; and the quarters it holds in, both included: `to` absent = until further notice. */
const known = { known: setOn }
const quarters = { from: quarterValue, to: quarterValue.nullable().default(null) }
const category = { breakdown: slug, category: slug }

/** What has been changed of what is measured since the project began, in the order in which it became known. */
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
  ]),
)
export type ChangeRow = z.output<typeof changesData>[number]

import { z } from 'zod'
import { parseQuarter } from '../calendar/quarter.ts'

/** A row's id in an address. */
export const idParam = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)

/** A quarter in an address, as in "2021-Q4". */
export const quarterParam = z.string().transform((code, context) => {
  const quarter = parseQuarter(code)
  if (quarter !== null) return quarter
  context.addIssue('not a quarter')
  return z.NEVER
})

/** Which page of a long list; the first where none is named. */
export const pageParam = z.coerce.number().int().positive().default(1)

/** The params of most addresses: `schema: { params: byId }`. */
export const byId = z.object({ id: idParam })

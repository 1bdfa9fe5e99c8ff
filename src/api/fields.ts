import { z } from 'zod'
import { parseQuarter, quarterCode } from '../calendar/quarter.ts'
import { datesOf, type Span } from '../calendar/span.ts'
import { GAPS, markCode } from '../figures/marks.ts'
import type { Text } from '../language/text.ts'
import { FORMATS } from '../vocabulary/programs/format.ts'

/*
 * Parameters and fields that several answers of the API have. What is read and what is answered is said here alone: routes read with
 * it, the documentation is made of it.
 */

/** A text in both languages. */
export const textField = z.object({ vi: z.string(), en: z.string() })

export function textOf({ vi, en }: Text): z.output<typeof textField> {
  return { vi, en }
}

export const formatField = z.enum(FORMATS).optional()

/** Several, with commas between them or one a parameter. */
export const listField = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [
    ...new Set(
      [given]
        .flat()
        .flatMap((one) => one.split(','))
        .filter((one) => one !== ''),
    ),
  ])
  .optional()

/** "2021-Q4". */
export const quarterText = z
  .string()
  .refine((given) => parseQuarter(given) !== null)
  .optional()

/** How many rows of a list are answered at once, and after which: what the address of the next page names. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  after: z.string().max(100).optional(),
}

export const instantField = z.iso.datetime()
export const dayField = z.iso.date()

/** As exactly as it is kept, so that it can be asked for again. */
export function instantOf(at: number): string {
  return new Date(at).toISOString()
}

/** The dates that something stands under: a name of a period is never told without them. */
export const dateFields = z.object({ from: z.string(), to: z.string(), first_day: dayField, last_day: dayField })

export function datesIn({ from, to }: Span): z.output<typeof dateFields> {
  const { first, last } = datesOf({ from, to })
  return { from: quarterCode(from), to: quarterCode(to), first_day: first, last_day: last }
}

/** States of a figure, by the one table of marks. */
export const stateField = z.enum((['reported', ...GAPS] as const).map(markCode) as [string, ...string[]])

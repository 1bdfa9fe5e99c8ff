import { z } from 'zod'
import { GRAINS } from '../../calendar/span.ts'
import { BASES, MAPS } from '../../figures/question.ts'
import { formatField, listField, quarterText } from '../fields.ts'

/** The question of the engine, as an address asks it. */
export const figuresQuery = z.strictObject({
  indicator: listField,
  place: listField,
  partner: listField,
  breakdown: listField,
  from: quarterText,
  to: quarterText,
  grain: z.enum(GRAINS as [string, ...string[]]).optional(),
  basis: z.enum(BASES).optional(),
  map: z.enum(MAPS).optional(),
  asAt: z.string().max(30).optional(),
  donor: z.string().max(100).optional(),
  format: formatField,
})

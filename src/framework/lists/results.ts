import { z } from 'zod'
import { LEVELS } from '../../vocabulary/indicator.ts'
import { RISKS } from '../../vocabulary/result.ts'
import { code, slug, textInBoth } from './fields.ts'

/** The results framework from the top down: a result stands after the one it is under. */
export const resultsData = z.array(
  z.strictObject({
    code,
    level: z.enum(LEVELS),
    /** Code of its component; null for what belongs to none, as the impact does. */
    component: slug.nullable(),
    /** Code of the result it is under. */
    parent: code.nullable(),
    statement: textInBoth,
    assumption: textInBoth.nullable(),
    /** Per cent of what all outputs together are worth. */
    weight: z.number().int().min(0).max(100).nullable().default(null),
    risk: z.enum(RISKS).nullable().default(null),
  }),
)
export type ResultRow = z.output<typeof resultsData>[number]

import { z } from 'zod'
import { COMPARED_PARTS, RULE_REACHES, RULE_TIMES } from '../../vocabulary/validation.ts'
import { code, lineInBoth } from './fields.ts'

/** What stands under the values of an indicator (the denominator of a ratio, n of a mean) is what another one counts. */
export const relationsData = z.array(z.strictObject({ indicator: code, counted: code }))

/** What one indicator counts is not more than what another one counts; where it is, people are asked. */
export const validationsData = z.array(
  z.strictObject({
    lesser: code,
    part: z.enum(COMPARED_PARTS),
    greater: code,
    within: z.enum(RULE_REACHES),
    over: z.enum(RULE_TIMES),
    why: lineInBoth,
  }),
)

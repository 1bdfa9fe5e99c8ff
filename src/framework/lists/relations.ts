import { z } from 'zod'
import { code } from './fields.ts'

/** What stands under the values of an indicator (the denominator of a ratio, n of a mean) is what another one counts. */
export const relationsData = z.array(z.strictObject({ indicator: code, counted: code }))

import { z } from 'zod'
import { FISCAL_START_MONTHS } from '../../settings/setting.ts'
import { code, lineInBoth, quarterValue } from './fields.ts'

const percent = z.number().int().min(1).max(200)

/** What the project is, from which quarter to which, and how it is shown. */
export const projectData = z.strictObject({
  code,
  name: lineInBoth,
  donor: lineInBoth,
  first: quarterValue,
  last: quarterValue,
  /** The values are made up for demonstration; every screen and export says so. */
  illustrative: z.boolean(),
  settings: z.strictObject({
    rag: z.strictObject({ green: percent, amber: percent }).optional(),
    fiscalStartMonth: z.literal(FISCAL_START_MONTHS).optional(),
  }),
})
export type ProjectRow = z.output<typeof projectData>

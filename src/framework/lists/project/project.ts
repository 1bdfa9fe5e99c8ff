import { z } from 'zod'
import { FISCAL_START_MONTHS } from '../../../settings/setting.ts'
import { USUAL_THRESHOLDS } from '../../../vocabulary/release.ts'
import { USUAL_DUE_DAYS } from '../../../vocabulary/submission.ts'
import { code, lineInBoth, quarterValue, ragData, thresholdValue } from '../fields.ts'
import { iatiData } from './iati.ts'

/** What the project is, from which quarter to which, and how it is shown. */
export const projectData = z.strictObject({
  code,
  name: lineInBoth,
  /** What the tool is called on its pages. */
  short: lineInBoth.default({ vi: '3P Tracker', en: '3P Tracker' }),
  /** What the project is for, in a line that whoever signs in reads. */
  lead: lineInBoth.nullable().default(null),
  first: quarterValue,
  last: quarterValue,
  /** How many days after a quarter its reports are due. */
  dueDays: z.number().int().min(0).max(90).default(USUAL_DUE_DAYS),
  /** Counts below them are hidden from donors, and from the public. */
  thresholds: z.strictObject({ donor: thresholdValue, public: thresholdValue }).default(USUAL_THRESHOLDS),
  /** The values are made up for demonstration; every screen and export says so. */
  illustrative: z.boolean(),
  /** What the IATI file of a report says of the activity; without it there is none. */
  iati: iatiData.nullable().default(null),
  settings: z.strictObject({
    rag: ragData.optional(),
    fiscalStartMonth: z.literal(FISCAL_START_MONTHS).optional(),
    /** Whom readers of donor reports may ask: an office, never somebody's own address. */
    contact: lineInBoth.optional(),
  }),
})
export type ProjectRow = z.output<typeof projectData>

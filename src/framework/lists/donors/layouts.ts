import { z } from 'zod'
import { EXPLAINED_RATINGS, USUAL_DEVIATIONS } from '../../../project/deviation-rule.ts'
import { TRACKING_COLUMNS, WORKBOOK_SHEETS } from '../../../project/workbook-parts.ts'
import { FISCAL_START_MONTHS } from '../../../settings/setting.ts'
import {
  BREAKDOWN_GRAINS,
  type Layout,
  PROJECT_GRAINS,
  PROVINCE_GRAINS,
  RELEASE_LANGUAGES,
  YEAR_KINDS,
} from '../../../vocabulary/release.ts'
import { lineInBoth, ragData, slug, thresholdValue } from '../fields.ts'

/** How a donor's reports are made, where it, or the layout of its workbook, says so; else as the project has it. */
export const usualOfDonor = {
  language: z.enum(RELEASE_LANGUAGES).nullable().default(null),
  fiscalStartMonth: z.literal(FISCAL_START_MONTHS).nullable().default(null),
  /** Counts below it are hidden from this donor. */
  threshold: thresholdValue.nullable().default(null),
  rag: ragData.nullable().default(null),
  /** How finely its reports are cut. */
  layout: z
    .strictObject({
      project: z.enum(PROJECT_GRAINS),
      province: z.enum(PROVINCE_GRAINS),
      breakdown: z.enum(BREAKDOWN_GRAINS),
      years: z.enum(YEAR_KINDS),
    } satisfies Record<keyof Layout, z.ZodType>)
    .nullable()
    .default(null),
}

const named = <const T extends readonly [string, ...string[]]>(list: T) =>
  z.array(z.strictObject({ is: z.enum(list), name: lineInBoth.nullable().default(null) })).min(1)

/** How a kind of donor reads its workbook: one file a layout. */
export const layoutsData = z.array(
  z.strictObject({
    code: slug,
    name: lineInBoth,
    ...usualOfDonor,
    sheets: named(WORKBOOK_SHEETS),
    columns: named(TRACKING_COLUMNS),
    /** Which figures a manager has to explain before a report is issued: from a rating down, and above so many per cent of the plan. */
    deviations: z
      .strictObject({ below: z.enum(EXPLAINED_RATINGS), above: z.int().min(100).max(1000) })
      .default(USUAL_DEVIATIONS),
  }),
)
export type LayoutRow = z.output<typeof layoutsData>[number]

import { z } from 'zod'
import { FISCAL_START_MONTHS } from '../../settings/setting.ts'
import {
  BREAKDOWN_GRAINS,
  type Layout,
  PROJECT_GRAINS,
  PROVINCE_GRAINS,
  RELEASE_LANGUAGES,
  YEAR_KINDS,
} from '../../vocabulary/release.ts'
import { lineInBoth, ragData, slug, thresholdValue } from './fields.ts'

/** Who pays, and how their reports are made; what is left out is as the project has it. */
export const donorsData = z.array(
  z.strictObject({
    code: slug,
    name: lineInBoth,
    /** Of the organisation, where aid is published: "GB-GOV-6". */
    identifier: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,100}$/)
      .nullable()
      .default(null),
    language: z.enum(RELEASE_LANGUAGES).default('both'),
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
  }),
)
export type DonorRow = z.output<typeof donorsData>[number]

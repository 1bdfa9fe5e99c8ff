import { z } from 'zod'
import { says } from '../forms/read.ts'
import { FISCAL_START_MONTHS, type SettingValues } from './setting.ts'

const percent = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, says('settings:bad-percent'))
  .transform(Number)
  .refine((value) => value >= 1 && value <= 200, says('settings:bad-percent'))

/** Thresholds are whole per cents, amber below green; a fiscal year starts with a quarter. */
export const settingsForm = z
  .object({
    green: percent,
    amber: percent,
    fiscalStartMonth: z
      .string()
      .regex(/^\d{1,2}$/, says('settings:bad-month'))
      .transform(Number)
      .pipe(z.literal(FISCAL_START_MONTHS, says('settings:bad-month'))),
  })
  .refine(({ green, amber }) => amber < green, { path: ['amber'], ...says('settings:amber-below-green') })

/** Settings as the form shows them. */
export function typedSettings({ rag, fiscalStartMonth }: SettingValues) {
  return { green: String(rag.green), amber: String(rag.amber), fiscalStartMonth: String(fiscalStartMonth) }
}

/** Settings as the form gives them. */
export function settingsOf({ green, amber, fiscalStartMonth }: z.output<typeof settingsForm>): SettingValues {
  return { rag: { green, amber }, fiscalStartMonth }
}

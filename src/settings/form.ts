import { z } from 'zod'
import { lineField } from '../forms/fields.ts'
import { says } from '../forms/read.ts'
import { FISCAL_START_MONTHS, type SettingValues } from './setting.ts'

const percent = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, says('settings:bad-percent'))
  .transform(Number)
  .refine((value) => value >= 1 && value <= 200, says('settings:bad-percent'))

/** An office, its address and how it is reached: on one line of a cover, also where it was typed on several. */
const contactLine = z
  .string()
  .transform((typed) => typed.trim().replace(/[ ,;]*[\r\n]+\s*/g, ', '))
  .pipe(lineField(0, 200, 'settings:contact-long'))

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
    contactVi: contactLine,
    contactEn: contactLine,
  })
  .refine(({ green, amber }) => amber < green, { path: ['amber'], ...says('settings:amber-below-green') })
  .refine(({ contactVi, contactEn }) => contactVi !== '' || contactEn === '', {
    path: ['contactVi'],
    ...says('settings:contact-both'),
  })
  .refine(({ contactVi, contactEn }) => contactEn !== '' || contactVi === '', {
    path: ['contactEn'],
    ...says('settings:contact-both'),
  })

/** Settings as the form shows them. */
export function typedSettings({ rag, fiscalStartMonth, contact }: SettingValues) {
  return {
    green: String(rag.green),
    amber: String(rag.amber),
    fiscalStartMonth: String(fiscalStartMonth),
    contactVi: contact?.vi ?? '',
    contactEn: contact?.en ?? '',
  }
}

/** Settings as the form gives them. */
export function settingsOf(typed: z.output<typeof settingsForm>): SettingValues {
  const { green, amber, fiscalStartMonth, contactVi, contactEn } = typed
  return {
    rag: { green, amber },
    fiscalStartMonth,
    contact: contactVi === '' ? null : { vi: contactVi, en: contactEn },
  }
}

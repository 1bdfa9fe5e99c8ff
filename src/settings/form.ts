import type { Key } from '../language/words.ts'
import type { SettingValues } from './setting.ts'

export type SettingErrors = Partial<Record<'green' | 'amber' | 'fiscalStartMonth', Key>>

/** Thresholds are whole per cents, amber below green; a fiscal year starts with a quarter. */
export function checkSettings(typed: Record<string, unknown>): { values: SettingValues } | { errors: SettingErrors } {
  const errors: SettingErrors = {}
  const green = percentOf(typed.green)
  const amber = percentOf(typed.amber)
  const month = Number(typed.fiscalStartMonth)
  if (green === null) errors.green = 'settings:bad-percent'
  if (amber === null) errors.amber = 'settings:bad-percent'
  if (green !== null && amber !== null && amber >= green) errors.amber = 'settings:amber-below-green'
  if (![1, 4, 7, 10].includes(month)) errors.fiscalStartMonth = 'settings:bad-month'
  if (Object.keys(errors).length > 0) return { errors }
  return { values: { rag: { green: green!, amber: amber! }, fiscalStartMonth: month as 1 | 4 | 7 | 10 } }
}

function percentOf(typed: unknown): number | null {
  const text = String(typed ?? '').trim()
  if (!/^\d{1,3}$/.test(text)) return null
  const value = Number(text)
  return value >= 1 && value <= 200 ? value : null
}

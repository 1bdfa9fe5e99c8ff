import type { Language } from '../vocabulary/language.ts'

/** A text in both languages of the project. */
export type Text = { vi: string; en: string }

/** A text said once in each language. */
export function both(say: (language: Language) => string): Text {
  return { vi: say('vi'), en: say('en') }
}

export function inBoth(vi: string, en: string): Text {
  return { vi, en }
}

/** Stands where there is nothing to add; never in the place of a value. */
export const NOTHING = '–'

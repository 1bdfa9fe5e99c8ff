import type { NumberField } from '../../src/language/read-number.ts'
import type { Language } from '../../src/vocabulary/language.ts'
import fc from '../fast-check.ts'

export const FIELDS: Record<string, NumberField> = {
  whole: { whole: true, negative: false },
  decimal: { whole: false, negative: false },
  signed: { whole: false, negative: true },
  'signed whole': { whole: true, negative: true },
}

export const language = fc.constantFrom<Language>('vi', 'en')
export const field = fc.constantFrom(...Object.values(FIELDS))
/** Texts of digits and of the signs between them. */
export const numeric = fc.string({ unit: fc.constantFrom(..."0123456789.,., \u00a0'’-"), maxLength: 14 })

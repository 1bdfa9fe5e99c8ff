import type { Language } from '../vocabulary/language.ts'

/** Nothing counted in a province comes near it: a larger one is a slip of the finger. */
export const LARGEST = 999_999_999

export type ReadNumber =
  | { kind: 'blank' }
  | { kind: 'number'; value: number }
  | { kind: 'ambiguous'; readings: [number, number] }
  | { kind: 'problem'; problem: 'not-a-number' | 'negative' | 'not-whole' | 'too-large' }

/**
 * Reads a number as the person's language writes it: "1.234" is 1234 to a Vietnamese hand and 1.234 to an English one.
 * What one language would not write that way but the other would ("1.5" from a Vietnamese hand; "1,234" where only a
 * whole number makes sense) is asked about, never guessed.
 * @param whole only whole numbers make sense here (people, cases, attendances)
 */
export function readNumber(text: string, language: Language, whole: boolean): ReadNumber {
  const clean = text
    .normalize('NFKC')
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/[−–]/g, '-')
  if (clean === '') return { kind: 'blank' }
  const negative = clean.startsWith('-')
  const digits = clean.replace(/^[+-]/, '')
  if (!/^\d[\d.,]*$/.test(digits)) return { kind: 'problem', problem: 'not-a-number' }
  const own = readAs(digits, language)
  const other = readAs(digits, language === 'vi' ? 'en' : 'vi')
  const fits = (value: number | null): value is number => value !== null && (!whole || Number.isInteger(value))
  if (own === null && other === null) return { kind: 'problem', problem: 'not-a-number' }
  if (negative) return { kind: 'problem', problem: 'negative' }
  if (own === null && other !== null) return askOrRefuse(digits, other, whole)
  if (!fits(own)) {
    if (fits(other) && own !== null) return { kind: 'ambiguous', readings: [other, own] }
    return { kind: 'problem', problem: 'not-whole' }
  }
  return own > LARGEST ? { kind: 'problem', problem: 'too-large' } : { kind: 'number', value: own }
}

/** Written the way only the other language writes: say what it could have meant. */
function askOrRefuse(digits: string, other: number, whole: boolean): ReadNumber {
  const withoutMarks = Number(digits.replace(/[.,]/g, ''))
  if (whole && !Number.isInteger(other)) return { kind: 'ambiguous', readings: [other, withoutMarks] }
  return other === withoutMarks
    ? { kind: 'number', value: other }
    : { kind: 'ambiguous', readings: [other, withoutMarks] }
}

function readAs(digits: string, language: Language): number | null {
  const [group, decimal] = language === 'vi' ? ['\\.', ','] : [',', '\\.']
  const shape = new RegExp(`^(?:\\d{1,3}(?:${group}\\d{3})+|\\d+)(?:${decimal}\\d+)?$`)
  if (!shape.test(digits)) return null
  const plain = language === 'vi' ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '')
  return Number(plain)
}

import { knownInWords } from './detail-fields.ts'
import { type DetailOf, fieldLabel, valueInWords } from './detail-words.ts'

/** What says nothing to a reader: numbers that only the program goes by. */
const UNTOLD: readonly string[] = ['version']

/** "partners: Hội Phụ nữ Hà Tĩnh": a field and what stands in it; null for what is not told. */
export function fieldInWords(field: string, value: unknown, told: DetailOf): string | null {
  if (UNTOLD.includes(field)) return null
  return `${fieldLabel(field, told.words)}: ${knownInWords(field, value, told) ?? valueInWords(value, told)}`
}

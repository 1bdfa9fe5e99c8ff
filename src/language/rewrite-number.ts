import type { Language } from '../vocabulary/language.ts'
import { typed } from './format.ts'
import { type NumberField, readNumber } from './read-number.ts'

/**
 * A text typed for one language as the other writes it. What is no number, or not surely one, stays as it was typed;
 * where the other language would take it for a number, a question mark keeps it from that.
 */
export function rewriteNumber(text: string, from: Language, to: Language, field: NumberField): string {
  if (from === to) return text
  const read = readNumber(text, from, field)
  if (read.kind === 'number') return typed(read.value, to)
  return readNumber(text, to, field).kind === 'number' ? `${text.trim()} ?` : text
}

/**
 * A letter and its marks, taken apart, are at most this many units: what is longer than this times a limit is too long
 * however it is written. Looked at first, since putting marks together costs the square of their number.
 */
const UNITS = 4

/** C0, C1, DEL, marks of direction that reorder what follows them, and halves of letters: nothing one can type or see. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u
const UNSEEN_IN_TEXT = /(?![\n\t])[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\p{Cs}]/gu

/** One line, in one Unicode form; null when it is longer than `most`, or holds what cannot be seen. */
export function readLine(typed: string, most: number): string | null {
  if (typed.length > most * UNITS) return null
  const line = typed.normalize('NFC').trim()
  return line.length > most || UNSEEN.test(line) ? null : line
}

/** Several lines, in one Unicode form and without what cannot be seen; null when they are longer than `most`. */
export function readText(typed: string, most: number): string | null {
  if (typed.length > most * UNITS) return null
  const text = typed.replace(/\r\n?/g, '\n').replace(UNSEEN_IN_TEXT, '').normalize('NFC').trim()
  return text.length > most ? null : text
}

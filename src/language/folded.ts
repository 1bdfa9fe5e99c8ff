/** Longer than any name or question: what comes after is not looked at. */
const LONGEST = 400

/**
 * A text as it is compared: small letters without marks, words with one blank between them, so that "Hải Phòng", "hai phong"
 * and "HAI-PHONG" are one. The letter đ has no mark that could be taken off; it is a d.
 */
export function folded(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

import { textWidth, wrapped } from '../../spreadsheet/text-width.ts'

/** A text as lines of the largest of some sizes in which it takes up no more than so many; else of the last. */
export function fitted(
  text: string,
  { sizes, most, room, isBold = false }: { sizes: readonly number[]; most: number; room: number; isBold?: boolean },
): { size: number; lines: string[] } {
  const tried = sizes.map((size) => ({ size, lines: wrapped(text, room, { size, isBold }) }))
  return tried.find(({ lines }) => lines.length <= most) ?? tried.at(-1)!
}

/** A text that is longer than there is room ends in dots: its beginning tells it from the others. */
export function shortenedTo(text: string, size: number, room: number, isBold = false): string {
  if (textWidth(text, { size, isBold }) <= room) return text
  const letters = [...text]
  const fits = (count: number) => textWidth(`${letters.slice(0, count).join('')}…`, { size, isBold }) <= room
  const fitting = letters.findLastIndex((_, nth) => fits(nth))
  return `${letters.slice(0, Math.max(1, fitting)).join('').trim()}…`
}

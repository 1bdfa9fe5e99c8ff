import { wrapped } from '../../spreadsheet/text-width.ts'

/** A text as lines of the largest of some sizes in which it takes up no more than so many; else of the last. */
export function fitted(
  text: string,
  { sizes, most, room, isBold = false }: { sizes: readonly number[]; most: number; room: number; isBold?: boolean },
): { size: number; lines: string[] } {
  const tried = sizes.map((size) => ({ size, lines: wrapped(text, room, { size, isBold }) }))
  return tried.find(({ lines }) => lines.length <= most) ?? tried.at(-1)!
}

import { textWidth, wrapped } from '../../spreadsheet/text-width.ts'

/** A text as lines of the largest of some sizes in which it takes up no more than so many; else of the last. */
export function fitted(
  text: string,
  { sizes, most, room, isBold = false }: { sizes: readonly number[]; most: number; room: number; isBold?: boolean },
): { size: number; lines: string[] } {
  const tried = sizes.map((size) => ({ size, lines: wrapped(text, room, { size, isBold }) }))
  return tried.find(({ lines }) => lines.length <= most) ?? tried.at(-1)!
}

/** The largest size up to one in which a text stands on one line: it becomes small before it is cut. */
export function sizeOnOneLine(text: string, largest: number, room: number, isBold = false): number {
  const width = textWidth(text, { size: largest, isBold })
  return width <= room ? largest : Math.floor((largest * room * 10) / width) / 10
}

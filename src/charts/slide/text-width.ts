/** Thousandths of the size of letters that each is wide in Arial, and in what has its measures (Liberation Sans). */
const GROUPS: readonly [width: number, letters: string][] = [
  [222, 'ijl'],
  [278, " !,./:;I[]\\ft|'"],
  [333, '-()r`'],
  [355, '"'],
  [389, '*'],
  [500, 'cksvxyzJ'],
  [584, '+<=>~'],
  [611, 'FTZơ'],
  [640, 'ư'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUĐw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1000, '–—…'],
]
const WIDTH = new Map(GROUPS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)))
/** What most letters and all digits are. */
const USUAL = 556
/** Bold letters are so much wider. */
const BOLD = 1.08

/** How wide a line is, in units of its size of letters. Marks of tones stand over their letter and take no room. */
export function widthOf(text: string, size: number, isBold = false): number {
  const base = text.normalize('NFC').replace(/[^ơưƠƯđĐ]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
  const sum = [...base].reduce((all, letter) => all + (WIDTH.get(letter) ?? USUAL), 0)
  return (sum * size * (isBold ? BOLD : 1)) / 1000
}

/** A text in lines that are no wider than there is room, broken between words. */
export function brokenLines(text: string, size: number, room: number, isBold = false): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length === 0 || widthOf(longer, size, isBold) > room) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

/** A text as lines of the largest of some sizes in which it takes up no more than so many; else of the last. */
export function fitted(
  text: string,
  { sizes, most, room, isBold = false }: { sizes: readonly number[]; most: number; room: number; isBold?: boolean },
): { size: number; lines: string[] } {
  const tried = sizes.map((size) => ({ size, lines: brokenLines(text, size, room, isBold) }))
  return tried.find(({ lines }) => lines.length <= most) ?? tried.at(-1)!
}

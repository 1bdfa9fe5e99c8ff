/**
 * Advance widths of Arial in thousandths of its size, by the characters that have them, as Liberation Sans has them, which is made to
 * them. Letters with tone marks are as wide as without; ơ and ư are letters of their own.
 */
const REGULAR: Readonly<Record<number, string>> = {
  191: "'",
  222: 'ijl‘’',
  260: '|',
  278: ' !,./:;I[\\]ft',
  333: '()-`r·“”',
  334: '{}',
  350: '•',
  355: '"',
  389: '*',
  400: '°',
  469: '^',
  500: 'Jcksvxyz',
  549: '≤≥',
  556: '#$0123456789?L_abdeghnopqu«»đ–',
  584: '+<=>~×−',
  611: 'FTZ',
  656: 'ơ',
  667: '&ABEKPSVXY',
  669: 'ư',
  722: 'CDHNRUwĐ',
  778: 'GOQ',
  833: 'Mm',
  854: 'Ư',
  857: 'Ơ',
  889: '%',
  944: 'W',
  1000: '—…←→',
  1015: '@',
}
const BOLD: Readonly<Record<number, string>> = {
  238: "'",
  278: ' ,./I\\ijl‘’',
  280: '|',
  333: '!()-:;[]`ft·',
  350: '•',
  389: '*r{}',
  400: '°',
  474: '"',
  500: 'z“”',
  549: '≤≥',
  556: '#$0123456789J_aceksvxy«»–',
  584: '+<=>^~×−',
  611: '?FLTZbdghnopquđ',
  667: 'EPSVXY',
  711: 'ơ',
  722: '&ABCDHKNRUĐ',
  724: 'ư',
  778: 'GOQw',
  830: 'Ư',
  833: 'M',
  853: 'Ơ',
  889: '%m',
  944: 'W',
  975: '@',
  1000: '—…←→',
}
/** The space at which no program parts a line. */
export const NO_BREAK_SPACE = '\u00a0'

/** Of what is in neither: as wide as letters get. */
const WIDEST = 1000

export type Letters = { size: number; isBold?: boolean }

const [regular, bold] = [widthsIn(REGULAR), widthsIn(BOLD)]

function widthsIn(table: Readonly<Record<number, string>>): Map<string, number> {
  const listed = Object.entries(table).flatMap(([width, letters]) =>
    [...letters].map((one) => [one, Number(width)] as const),
  )
  const all = new Map(listed)
  return all.set(NO_BREAK_SPACE, all.get(' ')!)
}

/** How wide a text of one line is in Arial, in points. */
export function textWidth(text: string, { size, isBold = false }: Letters): number {
  const widths = isBold ? bold : regular
  let sum = 0
  for (const letter of text) sum += widths.get(letter) ?? widthOfMarked(letter, widths)
  return (sum * size) / 1000
}

/** A letter that bears marks, remembered beside the others. */
function widthOfMarked(letter: string, widths: Map<string, number>): number {
  const parts = letter.normalize('NFD').replace(/[\u0300-\u031a\u031c-\u036f]/g, '')
  const width = widths.get(parts.normalize('NFC')) ?? WIDEST
  widths.set(letter, width)
  return width
}

/** So many lines a text takes where it wraps in a room of some points: words are parted only where one is wider than the room. */
export function wrappedLines(text: string, room: number, letters: Letters): number {
  return text.split('\n').reduce((lines, line) => lines + wrapped(line, room, letters).length, 0)
}

/** What a text is made of that is never parted where it has room: its words, with the spaces after them. */
export function unparted(text: string): string[] {
  return text.split(PARTED)
}

/** The lines that one line becomes: parted at spaces and after hyphens. */
export function wrapped(line: string, room: number, letters: Letters): string[] {
  if (textWidth(line, letters) <= room) return [line]
  const lines: string[] = []
  let now = ''
  for (const word of unparted(line).flatMap((one) => partsOf(one, room, letters))) {
    if (now !== '' && textWidth((now + word).trimEnd(), letters) > room) {
      lines.push(now.trimEnd())
      now = word
    } else now += word
  }
  return [...lines, now]
}

/** After the spaces or the hyphen that end a word. */
const PARTED = /(?<=[^\S\u00a0])(?=[\S\u00a0])|(?<=\p{L}-)(?=\p{L})/u

/** A word, parted where it does not fit. */
function partsOf(word: string, room: number, letters: Letters): string[] {
  if (textWidth(word.trimEnd(), letters) <= room) return [word]
  const parts: string[] = []
  let now = ''
  for (const letter of word) {
    if (now !== '' && textWidth(now + letter, letters) > room) {
      parts.push(now)
      now = letter
    } else now += letter
  }
  return [...parts, now]
}

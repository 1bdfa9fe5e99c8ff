import { columnLetters } from '../address.ts'
import { escapedXml } from '../native-charts/xml.ts'

/**
 * What stands in a cell and by which number of the file's styles it is drawn; text is as a cell may hold it (`escapedText`). Null: nothing
 * stands in it, and it looks as the others of its row.
 */
export type WrittenCell = { value: string | number | null; formula?: string; style: number }

/** `height` in points, where it is not the usual one: programs measure no row that is written so. */
export type SheetRow<C> = { cells: readonly (C | null)[]; height?: number | undefined }

/** More texts are written where they stand: a list of all would have to be held whole. */
const MOST_SHARED = 65_536

/** Texts that cells name by number, after those that the file has already. */
export class SharedTexts {
  private readonly numbers = new Map<string, number>()
  /** How often cells name one. */
  named = 0

  constructor(private readonly first: number) {}

  /** Null: it is to stand in its cell. */
  numberOf(text: string): number | null {
    const known = this.numbers.get(text)
    if (known === undefined && this.numbers.size >= MOST_SHARED) return null
    const number = known ?? this.first + this.numbers.size
    if (known === undefined) this.numbers.set(text, number)
    this.named += 1
    return number
  }

  /** The list of texts of a file with these after its own (ECMA-376, part 1, §18.4). */
  addedTo(xml: string): string {
    const items = Array.from(this.numbers.keys(), (text) => `<si>${textXml(text)}</si>`).join('')
    const count = (name: string, more: number) => (_: string, known: string) => `${name}="${Number(known) + more}"`
    return xml
      .replace(/\bcount="(\d+)"/, count('count', this.named))
      .replace(/\buniqueCount="(\d+)"/, count('uniqueCount', this.numbers.size))
      .replace(/<\/sst>|(<sst[^>]*)\/>/, (_, opened?: string) => `${opened ? `${opened}>` : ''}${items}</sst>`)
  }
}

/** Rows of a sheet one after the other (ECMA-376, part 1, §18.3.1.73). @param first number of the first, from 1 */
export function* rowsXml(rows: Iterable<SheetRow<WrittenCell>>, first: number, texts: SharedTexts): Generator<string> {
  const letters: string[] = []
  let number = first
  for (const { cells, height } of rows) {
    let row = `<row r="${number}"${height ? ` ht="${height}" customHeight="1"` : ''}>`
    for (const [at, cell] of cells.entries()) {
      if (cell === null) continue
      letters[at] ??= columnLetters(at)
      row += cellXml(cell, `${letters[at]}${number}`, texts)
    }
    yield `${row}</row>`
    number += 1
  }
}

function cellXml({ value, formula, style }: WrittenCell, at: string, texts: SharedTexts): string {
  const cell = `<c r="${at}" s="${style}"`
  if (value === null) return `${cell}/>`
  if (formula !== undefined) {
    const result = typeof value === 'number' ? String(value) : escapedXml(value)
    return `${cell}${typeof value === 'number' ? '' : ' t="str"'}><f>${escapedXml(formula)}</f><v>${result}</v></c>`
  }
  if (typeof value === 'number') return `${cell}><v>${value}</v></c>`
  const shared = texts.numberOf(value)
  return shared === null ? `${cell} t="inlineStr"><is>${textXml(value)}</is></c>` : `${cell} t="s"><v>${shared}</v></c>`
}

/** Spaces at its ends, and line breaks, are kept. */
function textXml(text: string): string {
  return `<t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${escapedXml(text)}</t>`
}

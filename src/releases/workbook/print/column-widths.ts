import { type Letters, textWidth, unparted, wrappedLines } from '../../../spreadsheet/text-width.ts'
import { roomAcross, widthFor } from '../../../spreadsheet/writing/room.ts'
import { formatted } from '../../tables/number-format.ts'
import type { Bilingual } from '../bilingual.ts'
import type { Cell, ColumnPlan } from '../plan.ts'
import { ROW_LETTERS, WHOLE_NUMBER } from '../theme.ts'
import { lettersOf } from './letters.ts'

type Asked = {
  heading: string
  bilingual: Bilingual
  /** In characters, as columns are. */
  least: number
  most: number
  /** Texts wrap, so that a column is as wide as its longest word, or its longest text of a word or two. */
  byWords?: true
  /** On so many lines, while there is room for that. */
  lines?: number
}

/** A column as wide as what stands in it, all of which may be seen: numbers whole, texts in a line or, where they may wrap, by words. */
export function fittingColumn(
  cells: readonly Cell[],
  { heading, bilingual, least, most, byWords, lines: few = MOST_LINES }: Asked,
): ColumnPlan {
  const widest = (text: string, letters: Letters, isParted: boolean) =>
    Math.max(0, ...(isParted ? unparted(text) : text.split('\n')).map((one) => textWidth(one.trimEnd(), letters)))
  // Many cells say the same.
  const seen = new Set<string>()
  const isNew = (said: string) => seen.size !== seen.add(said).size
  let [numbers, lines] = [0, 0]
  let texts = widest(heading, ROW_LETTERS.heading, true)
  const wraps = (text: string) => byWords === true && text.length > UNPARTED
  for (const cell of cells) {
    const letters = lettersOf(cell, undefined)
    const number = numberIn(cell)
    if (number) {
      if (isNew(`${number.number} ${number.format}`))
        numbers = Math.max(numbers, textWidth(formatted(number.number, number.format, bilingual.main), letters))
    } else if (isNew(textSaid(cell))) {
      const isWrapped = wraps(textSaid(cell))
      texts = Math.max(texts, widest(textSaid(cell), letters, isWrapped))
      if (isWrapped)
        lines = Math.max(lines, widthInLines(textSaid(cell), letters, { from: widthFor(texts), most, few }))
    }
  }
  return { width: Math.max(least, widthFor(numbers), Math.min(most, Math.max(lines, widthFor(texts)))) }
}

type Wide = { from: number; most: number; few: number }

/** From which width on a text takes few enough lines; at most so wide. */
function widthInLines(text: string, letters: Letters, { from, most, few }: Wide): number {
  let width = from
  while (width < most && wrappedLines(text, roomAcross([{ width }]), letters) > few) width += 0.5
  return Math.min(width, most)
}

const MOST_LINES = 3

/** Texts of fewer letters stand in one line: "not set". */
const UNPARTED = 10

/** A number with the format that it is shown in. */
function numberIn(cell: Cell): { number: number; format: string } | null {
  if (typeof cell === 'number') return { number: cell, format: WHOLE_NUMBER }
  return typeof cell === 'object' && cell !== null && 'number' in cell ? cell : null
}

function textSaid(cell: Cell): string {
  if (typeof cell === 'string') return cell
  if (typeof cell !== 'object' || cell === null) return ''
  if ('mark' in cell) return cell.mark
  return 'text' in cell ? cell.text : ''
}

import { MARKS } from '../../figures/marks.ts'
import { TRAITS } from '../../indicators/measure.ts'
import type { Measure } from '../../vocabulary/indicator.ts'
import type { SheetCell } from './read-xlsx.ts'
import { TOLD_PARTS, type ToldFigure, type ToldPart } from './report.ts'

const HIDDEN = MARKS.confidential.sign
const HELD = MARKS.held.sign
/** Nothing came in that could be added. */
const ABSENT: readonly (string | null)[] = [MARKS['not reported'].sign, MARKS['not due'].sign]

export function isHidden(entry: SheetCell | null): boolean {
  return entry?.text === HIDDEN
}

type CountCell = Pick<ToldFigure, 'shown' | 'absent' | 'coverage' | 'isOfValues' | 'at'>

/**
 * What a cell says of a count; null when it says nothing of one. What is held is hidden: its number is that of an earlier report,
 * which its readers have.
 */
export function countOfCell(entry: SheetCell | null): CountCell | null {
  if (!entry) return null
  const { at, text, number, sign } = entry
  const unsaid = { coverage: null, isOfValues: false }
  if (text === HIDDEN || sign === HELD) return { shown: null, absent: false, ...unsaid, at }
  if (text !== null && ABSENT.includes(text)) return { shown: 0, absent: true, ...unsaid, at }
  return number !== null && Number.isSafeInteger(number) && number >= 0
    ? { shown: number, absent: false, ...unsaid, at }
    : null
}

/** What is counted in a row: of a ratio both sides, of a mean what it rests on, of anything else its value. */
export function partsOf(
  measure: Measure,
  cells: { value: SheetCell | null; upper: SheetCell | null; lower: SheetCell | null },
): [ToldPart, SheetCell | null][] {
  const standing = { amount: cells.value, numerator: cells.upper, denominator: cells.lower, n: cells.upper }
  return TOLD_PARTS.filter((part) => TRAITS[measure].counted.includes(part)).map((part) => [part, standing[part]])
}

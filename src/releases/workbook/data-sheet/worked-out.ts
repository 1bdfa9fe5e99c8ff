import { PROJECT } from '../../../figures/question.ts'
import { numberStyleOf, traitsOf } from '../../../indicators/measure.ts'
import { rounded } from '../../../language/format.ts'
import { isFlow } from '../../../targets/target.ts'
import type { Cell, FormattedCell } from '../plan.ts'
import type { DataKey } from './columns.ts'
import type { DataRow } from './rows.ts'

/** A number of the row, with the address that formulas know it by. */
export type Operand = { at: string; number: number }
/** Null: the row has no number in that column. */
export type RowNumbers = (key: DataKey) => Operand | null

type Formula = { formula: string; number: number }

/** As far as a quotient may be off what was rounded to twelve digits. */
const PRECISION = 1e-9

/**
 * A number that follows from others of its row, as the formula that says so: whoever corrects the row sees it follow. The result is
 * the formula's own to the last digit, and only what comes to the figure's number is written as one: how far a figure is on its way
 * may be told from a beginning that is not on the row.
 */
export function workedOut(key: DataKey, cell: Cell, row: DataRow, numbers: RowNumbers): Cell {
  if (typeof cell !== 'object' || cell === null || !('number' in cell)) return cell
  const found = formulaFor(key, row, numbers)
  return found && isSame(found.number, cell.number) ? withFormula(cell, found) : cell
}

function withFormula({ format }: FormattedCell, { formula, number }: Formula): FormattedCell {
  return { number, format, formula }
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= PRECISION * Math.max(1, Math.abs(other))
}

function formulaFor(key: DataKey, row: DataRow, numbers: RowNumbers): Formula | null {
  switch (key) {
    case 'value':
      return quotientOf(row, numbers)
    case 'variance-short':
      return subtracted(numbers('value'), numbers('target'))
    case 'of-target':
      return shareOfPlan(row, numbers, 'target')
    case 'percent-planned':
      return shareOfPlan(row, numbers, 'planned')
    case 'percent':
      return shareOfPlan(row, numbers, 'lop')
    case 'phase-percent':
      return shareOfPlan(row, numbers, 'phase-target')
    default:
      return null
  }
}

/** Numerator ÷ denominator, times what the ratio is told in: per cent is a format. */
export function quotientOf({ one: { table } }: DataRow, numbers: RowNumbers): Formula | null {
  const [n, d] = [numbers('n'), numbers('d')]
  if (traitsOf(table.indicator).shown !== 'quotient' || !n || !d || d.number === 0) return null
  const { scale, isPercent } = numberStyleOf(table.indicator)
  const quotient = { formula: `${n.at}/${d.at}`, number: n.number / d.number }
  return isPercent || scale === 1
    ? quotient
    : { formula: `${quotient.formula}*${scale}`, number: quotient.number * scale }
}

/** Without the noise of binary fractions, which would turn no difference into one that has a sign. */
export function subtracted(one: Operand | null, other: Operand | null): Formula | null {
  return (
    one &&
    other && {
      formula: `ROUND(${one.at}-${other.at},${DECIMALS})`,
      number: rounded(one.number - other.number, DECIMALS),
    }
  )
}

const DECIMALS = 12

/** The rule of `progressOf`: of what flows achieved ÷ planned, of levels the way from the baseline. */
function shareOfPlan({ one: { table }, cell }: DataRow, numbers: RowNumbers, key: DataKey): Formula | null {
  const { indicator } = table
  const [v, t] = [numbers('value'), numbers(key)]
  if (!v || !t) return null
  if (isFlow(indicator) || traitsOf(indicator).shown === 'stage') {
    if (indicator.direction === 'higher') return { formula: `${v.at}/${t.at}`, number: v.number / t.number }
    return { formula: `IF(${v.at}=0,1,${t.at}/${v.at})`, number: v.number === 0 ? 1 : t.number / v.number }
  }
  const b = cell.ref.group === PROJECT ? numbers('baseline') : null
  return (
    b && {
      formula: `(${v.at}-${b.at})/(${t.at}-${b.at})`,
      number: (v.number - b.number) / (t.number - b.number),
    }
  )
}

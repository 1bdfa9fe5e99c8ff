import type { PublishableCell } from '../../../disclosure/publishable.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { traitsOf } from '../../../indicators/measure.ts'
import { rounded } from '../../../language/format.ts'
import { baseCells } from '../base-cells.ts'
import type { Bilingual } from '../bilingual.ts'
import { readCell } from '../cells.ts'
import type { Cell, FormattedCell } from '../plan.ts'
import { WHOLE_NUMBER } from '../theme.ts'
import type { DataKey } from './columns.ts'
import type { DataTable } from './table.ts'
import { type Operand, quotientOf, subtracted } from './worked-out.ts'

/** How cells of other sheets follow those of the sheet of data; a sign, or a sentence in the place of a number, stays what it is. */
export type LiveCells = {
  /** What a figure is: n ÷ d of a ratio, the name of a stage, else its number. */
  value: (cell: PublishableCell, indicator: Indicator, bilingual: Bilingual) => Cell
  /** What it rests on. */
  base: (cell: PublishableCell, indicator: Indicator) => { upper: Cell; lower: Cell }
  /** What stands in a column of the figure's row, as it was made for another sheet. */
  beside: (made: Cell, cell: PublishableCell, key: DataKey, stages?: readonly string[]) => Cell
  /** What one column of the row is more than another. */
  more: (made: Cell, cell: PublishableCell, key: DataKey, than: DataKey) => Cell
  /** The mean of what stands in a column of the rows of some figures; null where none has a number there. */
  average: (cells: readonly PublishableCell[], key: DataKey, format: string) => FormattedCell | null
  /** How many rows have these codes, where so many do. */
  count: (number: number, codes: Partial<Record<DataKey, string>>) => Cell
}

export function liveCells(data: DataTable): LiveCells {
  const numbersOf = (cell: PublishableCell) => (key: DataKey) => {
    const found = data.numberOf(cell, key)
    return found && { ...found, at: onData(found.at) }
  }
  const beside: LiveCells['beside'] = (made, cell, key, stages = []) => following(made, numbersOf(cell)(key), stages)
  return {
    beside,
    more: (made, cell, key, than) => {
      const found = subtracted(numbersOf(cell)(key), numbersOf(cell)(than))
      return found && isNumber(made) ? { ...made, ...found } : made
    },
    average: (cells, key, format) => {
      const found = cells.flatMap((cell) => numbersOf(cell)(key) ?? [])
      if (found.length === 0) return null
      const sum = found.reduce((total, { number }) => total + number, 0)
      const formula = `ROUND(AVERAGE(${found.map(({ at }) => at).join(',')}),${AVERAGE_DECIMALS})`
      return { number: rounded(sum / found.length, AVERAGE_DECIMALS), format, formula }
    },
    count: (number, codes) => {
      const asked = Object.entries(codes).map(
        ([key, code]) => `${onData(data.rangeOf(key as DataKey))},${quoted(code)}`,
      )
      return { number, format: WHOLE_NUMBER, formula: `COUNTIFS(${asked.join(',')})` }
    },
    value: (cell, indicator, bilingual) => {
      const made = readCell(cell, indicator, bilingual)
      const quotient = quotientOf(data.rowOf(cell), numbersOf(cell))
      if (quotient && isNumber(made)) return { ...made, ...quotient }
      return beside(made, cell, 'value', stageNames(indicator, bilingual))
    },
    base: (cell, indicator) => {
      const { upper, lower } = baseCells(cell, indicator)
      return { upper: beside(upper, cell, 'n'), lower: beside(lower, cell, 'd') }
    },
  }
}

/** The stages of an indicator in a workbook's language, from 0 up; none of what is no milestone. */
export function stageNames(indicator: Indicator, bilingual: Bilingual): string[] {
  return traitsOf(indicator).shown === 'stage' ? indicator.stages.map(bilingual.of) : []
}

/** An average is told in whole per cent: digits beyond are noise. */
const AVERAGE_DECIMALS = 6

function onData(address: string): string {
  return `data!${address}`
}

function isNumber(cell: Cell): cell is { number: number; format: string } {
  return typeof cell === 'object' && cell !== null && 'number' in cell
}

function following(made: Cell, source: Operand | null, stages: readonly string[]): Cell {
  if (source === null) return made
  if (isNumber(made)) return { ...made, number: source.number, formula: source.at }
  if (typeof made !== 'string' || stages[source.number] !== made || !stages.every(fitsFormula)) return made
  return { text: made, formula: `CHOOSE(${source.at}+1,${stages.map(quoted).join(',')})` }
}

/** A text in a formula has an end (ECMA-376, part 1, §18.17.2.2; Excel takes 255 characters). */
function fitsFormula(text: string): boolean {
  return text.length <= 255
}

/** A line break is not kept in a formula as it is. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `"${line.replaceAll('"', '""')}"`)
    .join('&CHAR(10)&')
}

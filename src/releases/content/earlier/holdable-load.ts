import type { Db } from '../../../../db/connection.ts'
import { type ApprovedValue, atomsBehind } from '../../../disclosure/atoms.ts'
import { countedParts } from '../../../disclosure/counted-parts.ts'
import {
  type EarlierNumber,
  type EarlierNumbers,
  type HoldableCell,
  type HoldableCells,
  holdKey,
} from '../../../disclosure/earlier/hold.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { TableCell } from '../../../targets/figure-table.ts'
import type { TableRequest } from '../layout.ts'
import { type RawTable, type TableContext, tablesOf } from '../tables.ts'
import { askThen } from './ask-then-load.ts'

/** A question of a release with the tables that answer it. */
export type AskedTables = { request: TableRequest; found: readonly RawTable[] }

/**
 * The figures of a release that could be held, as they were when they were shown: with the coverage and flags of that instant, and
 * against today's targets. One that would be another today, since what is measured has changed, is not held.
 * @param behind values behind each figure now: what is made of the same as it was is known anyway
 */
export function holdableCells(
  db: Db,
  asked: readonly AskedTables[],
  behind: ReadonlyMap<string, readonly ApprovedValue[]>,
  numbers: EarlierNumbers,
  context: TableContext,
  now: number,
): HoldableCells {
  const holdable = new Map<string, HoldableCell>()
  for (const { request, found } of asked) {
    const wanted = new Map<number, Set<string>>()
    for (const { table } of found)
      for (const { id } of table.cells.flat()) {
        const number = numbers.get(id)
        if (!number || isMadeOf(behind.get(id) ?? [], table.indicator, number)) continue
        wanted.set(number.asAt, (wanted.get(number.asAt) ?? new Set()).add(table.indicator.code))
      }
    for (const [asAt, codes] of wanted) {
      const then = askThen(db, { ...request, indicators: [...codes] }, asAt, now)
      for (const { table } of then === null ? [] : tablesOf(request, then, context))
        for (const cell of table.cells.flat()) {
          const number = numbers.get(cell.id)
          if (number?.asAt === asAt && isAsShown(cell, table.indicator, number))
            holdable.set(holdKey(table.id, cell.id), { cell, number })
        }
    }
  }
  return holdable
}

function isMadeOf(values: readonly ApprovedValue[], indicator: Indicator, { parts }: EarlierNumber): boolean {
  return [...parts].every(([part, { sum }]) => {
    const names = new Set(atomsBehind(values, indicator, part).map(([name]) => name))
    return names.size === sum.length && sum.every((name) => names.has(name))
  })
}

function isAsShown(cell: TableCell, indicator: Indicator, { value, parts }: EarlierNumber): boolean {
  const counts = countedParts(cell, indicator)
  return (
    cell.figure.value === value &&
    counts.length === parts.size &&
    counts.every(([part, count]) => parts.get(part)?.shown === count)
  )
}

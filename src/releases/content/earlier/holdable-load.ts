import type { Db } from '../../../../db/connection.ts'
import { type ApprovedValue, atomsBehind } from '../../../disclosure/atoms.ts'
import {
  type EarlierNumber,
  type EarlierNumbers,
  type HoldableCell,
  type HoldableCells,
  holdKey,
  saysTheSame,
} from '../../../disclosure/earlier/hold.ts'
import { type BeforeAndNow, isStale } from '../../../disclosure/earlier/stale.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { FigureRef } from '../../../targets/figure-table.ts'
import type { TableRequest } from '../layout.ts'
import { type RawTable, type TableContext, tablesOf } from '../tables.ts'
import { askThen } from './ask-then-load.ts'

/** A question of a release with the tables that answer it. */
export type AskedTables = { request: TableRequest; found: readonly RawTable[] }

/**
 * The figures of a release that could be held, as they were when they were shown: with the coverage and flags of that instant, and
 * against today's targets. One that would be another today, since what is measured has changed, is not held, nor one to which too many
 * reports have come since. Of an indicator of which nothing has changed nothing has to be held.
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
  const changed = changedIndicators(asked, behind, numbers)
  const stale = staleFigures(asked, behind, numbers)
  for (const { request, found } of asked) {
    const wanted = new Map<number, Set<string>>()
    for (const { table } of found.filter((one) => changed.has(one.table.indicator.code)))
      for (const { id, ref } of table.cells.flat()) {
        const number = numbers.get(id)
        if (number && !stale.has(sharedName(ref, number)))
          wanted.set(number.asAt, (wanted.get(number.asAt) ?? new Set()).add(table.indicator.code))
      }
    for (const [asAt, codes] of wanted) {
      const then = askThen(db, { ...request, indicators: [...codes] }, asAt, now)
      for (const { table } of then === null ? [] : tablesOf(request, then, context))
        for (const cell of table.cells.flat()) {
          const number = numbers.get(cell.id)
          if (number?.asAt !== asAt || stale.has(sharedName(cell.ref, number))) continue
          if (saysTheSame(cell, table.indicator, number)) holdable.set(holdKey(table.id, cell.id), { cell, number })
        }
    }
  }
  return holdable
}

/** The figures of a release that an earlier one has shown, each with its number then. */
function shownBefore(asked: readonly AskedTables[], numbers: EarlierNumbers) {
  return asked.flatMap(({ found }) =>
    found.flatMap(({ table: { indicator, cells } }) =>
      cells.flat().flatMap(({ id, ref }) => {
        const number = numbers.get(id)
        return number ? [{ id, ref, indicator, number }] : []
      }),
    ),
  )
}

/** Codes of indicators of which some figure is made of other values than when it was shown. */
function changedIndicators(
  asked: readonly AskedTables[],
  behind: ReadonlyMap<string, readonly ApprovedValue[]>,
  numbers: EarlierNumbers,
): Set<string> {
  return new Set(
    shownBefore(asked, numbers).flatMap(({ id, indicator, number }) =>
      isMadeOf(behind.get(id) ?? [], indicator, number) ? [] : [indicator.code],
    ),
  )
}

/** Of which figures that were shown together none may stand any longer, by `sharedName`. */
function staleFigures(
  asked: readonly AskedTables[],
  behind: ReadonlyMap<string, readonly ApprovedValue[]>,
  numbers: EarlierNumbers,
): Set<string> {
  const together = new Map<string, BeforeAndNow[]>()
  for (const { id, ref, indicator, number } of shownBefore(asked, numbers)) {
    const parts = [...number.parts]
    const values = behind.get(id) ?? []
    const name = sharedName(ref, number)
    const one = {
      before: parts.flatMap(([, { sum }]) => sum),
      now: parts.flatMap(([part]) => atomsBehind(values, indicator, part).map(([atom]) => atom)),
    }
    together.set(name, [...(together.get(name) ?? []), one])
  }
  return new Set([...together].filter(([, figures]) => isStale(figures)).map(([name]) => name))
}

/** The same of all categories of an indicator in a place and a span that one release has shown. */
function sharedName({ indicator, group, span }: FigureRef, { releaseId }: EarlierNumber): string {
  return [indicator, group, span, releaseId].join('|')
}

function isMadeOf(values: readonly ApprovedValue[], indicator: Indicator, { parts }: EarlierNumber): boolean {
  return [...parts].every(([part, { sum }]) => {
    const names = new Set(atomsBehind(values, indicator, part).map(([name]) => name))
    return names.size === sum.length && sum.every((name) => names.has(name))
  })
}

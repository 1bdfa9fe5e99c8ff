import type { Db } from '../../../../db/connection.ts'
import { grouped } from '../../../../db/grouped.ts'
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
  const shown = shownBefore(asked, behind, numbers)
  const changed = changedIndicators(shown)
  const stale = staleFigures(shown)
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

/** A figure that an earlier release has shown: what each part of it was made of when it was shown, and is made of now. */
type ShownBefore = { indicator: string; shared: string; parts: readonly BeforeAndNow[] }

function shownBefore(
  asked: readonly AskedTables[],
  behind: ReadonlyMap<string, readonly ApprovedValue[]>,
  numbers: EarlierNumbers,
): ShownBefore[] {
  return asked.flatMap(({ found }) =>
    found.flatMap(({ table: { indicator, cells } }) =>
      cells.flat().flatMap(({ id, ref }) => {
        const number = numbers.get(id)
        if (!number) return []
        const values = behind.get(id) ?? []
        const parts = [...number.parts].map(([part, { sum }]) => ({
          before: sum,
          now: atomsBehind(values, indicator, part).map(([atom]) => atom),
        }))
        return [{ indicator: indicator.code, shared: sharedName(ref, number), parts }]
      }),
    ),
  )
}

/** Codes of indicators of which some figure is made of other values than when it was shown. */
function changedIndicators(shown: readonly ShownBefore[]): Set<string> {
  return new Set(shown.flatMap(({ indicator, parts }) => (parts.every(isUnchanged) ? [] : [indicator])))
}

function isUnchanged({ before, now }: BeforeAndNow): boolean {
  const names = new Set(now)
  return names.size === before.length && before.every((name) => names.has(name))
}

/** Of which figures that were shown together none may stand any longer, by `sharedName`. */
function staleFigures(shown: readonly ShownBefore[]): Set<string> {
  const together = grouped(
    shown,
    ({ shared }) => shared,
    ({ parts }) => parts,
  )
  return new Set([...together].filter(([, figures]) => isStale(figures.flat())).map(([name]) => name))
}

/** The same of all categories of an indicator in a place and a span that one release has shown. */
function sharedName({ indicator, group, span }: FigureRef, { releaseId }: EarlierNumber): string {
  return [indicator, group, span, releaseId].join('|')
}

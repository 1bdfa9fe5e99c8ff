import type { LedgerFigure } from '../../disclosure/ledger.ts'
import { difference } from '../../figures/change.ts'
import { MARKS } from '../../figures/marks.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { Heading } from '../../targets/figure-table.ts'
import { valueId, valueOrMark } from '../protection/ledger-rows.ts'
import { scaledCell } from '../workbook/cells.ts'
import type { GapSign } from '../workbook/plan.ts'
import type { ChangeKind, ReleaseTable, ReportedChange } from './content.ts'
import { text } from './tables.ts'

const HIDDEN = MARKS.confidential.sign

type Said = { shown: number | null; mark: string | null }

/**
 * What differs from the release before, figure by figure, each once. A figure that only one of the two holds is no change.
 * Nothing is said here that the two releases do not say themselves.
 */
export function changesSince(before: readonly LedgerFigure[], tables: readonly ReleaseTable[]): ReportedChange[] {
  const known = new Map(before.map((figure) => [figure.figureId, figure]))
  const seen = new Set<string>()
  return tables.flatMap((one) =>
    one.table.rows.flatMap((row, r) =>
      one.table.columns.flatMap((column, c): ReportedChange[] => {
        const cell = one.table.cells[r]?.[c]
        const was = cell && known.get(valueId(cell.id))
        if (!cell || !was || seen.has(cell.id)) return []
        seen.add(cell.id)
        const is = valueOrMark(cell, one.table.indicator)
        if (is.shown === was.shown && is.mark === was.mark) return []
        return [changeOf(one, row, column, was, is)]
      }),
    ),
  )
}

function changeOf(
  { table, breakdown }: ReleaseTable,
  row: Heading,
  column: Heading,
  was: Said,
  is: Said,
): ReportedChange {
  const { indicator, rowsAre } = table
  const [before, now] = [numberOrMark(was, indicator), numberOrMark(is, indicator)]
  return {
    indicator: indicator.code,
    name: indicator.name,
    place: rowsAre === 'places' ? row.label : text('releases:workbook.all-project'),
    period: column.dates ?? column.label,
    category: breakdown && rowsAre === 'categories' ? row.label : text('releases:workbook.undivided'),
    before,
    now,
    difference: differenceOf(before, now),
    format: scaledCell(0, indicator).format,
    kind: kindOf(was, is),
  }
}

function differenceOf(before: number | GapSign, now: number | GapSign): number | GapSign {
  if (typeof before === 'number' && typeof now === 'number') return difference(now, before)
  return MARKS[before === HIDDEN || now === HIDDEN ? 'confidential' : 'not applicable'].sign
}

function numberOrMark({ shown, mark }: Said, indicator: Indicator): number | GapSign {
  return shown === null ? ((mark ?? MARKS['not reported'].sign) as GapSign) : scaledCell(shown, indicator).number
}

function kindOf(was: Said, is: Said): ChangeKind {
  if (is.mark === HIDDEN) return 'now-hidden'
  if (was.mark === HIDDEN) return 'now-shown'
  if (is.shown === null) return 'now-missing'
  return was.shown === null ? 'now-reported' : 'revised'
}

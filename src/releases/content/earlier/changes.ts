import { countedParts, partId } from '../../../disclosure/counted-parts.ts'
import { valueId } from '../../../disclosure/earlier/hold.ts'
import type { LedgerFigure } from '../../../disclosure/earlier/ledger.ts'
import { earlierNumberIn, type PublishableCell } from '../../../disclosure/publishable.ts'
import { difference } from '../../../figures/change.ts'
import { MARKS } from '../../../figures/marks.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { isSmall } from '../../../suppression/problem.ts'
import { valueOrMark } from '../../protection/ledger-rows.ts'
import { scaledCell } from '../../workbook/cells.ts'
import type { GapSign } from '../../workbook/plan.ts'
import {
  type ChangeKind,
  type PlacedFigure,
  placedFigures,
  type ReleaseTable,
  type ReportedChange,
} from '../content.ts'
import { text } from '../tables.ts'
import type { ChangeReason } from './reason.ts'

const HIDDEN = MARKS.confidential.sign

type Said = { shown: number | null; mark: string | null }

/** What is said of changes; and, by code, indicators with changes that are not told one by one, and with figures that are held. */
export type ChangesSince = { changes: ReportedChange[]; untold: string[]; held: string[] }

/**
 * What differs from the release before, figure by figure, each once. A figure that only one of the two holds is no change.
 * Nothing is said here that the two releases do not say themselves, and of indicators that count people less: not which
 * figures were hidden since, for what a figure is hidden for may be that it has changed by one person, and then the rows
 * together say who it is; nor a change by less than k, which only releases that left before can have given away.
 * @param threshold k
 * @param reasons why, by id of the figure
 */
export function changesSince(
  before: readonly LedgerFigure[],
  tables: readonly ReleaseTable[],
  threshold: number,
  reasons: ReadonlyMap<string, ChangeReason>,
): ChangesSince {
  const known = new Map(before.map((figure) => [figure.figureId, figure]))
  const seen = new Set<string>()
  const untold = new Set<string>()
  const held = new Set<string>()
  const changes = placedFigures(tables).flatMap((figure): ReportedChange[] => {
    const { cell } = figure
    const { indicator } = figure.one.table
    const was = known.get(valueId(cell.id))
    // What was not due then was not in that report: it was planned for at most.
    if (!was || was.mark === MARKS['not due'].sign || seen.has(cell.id)) return []
    seen.add(cell.id)
    if (earlierNumberIn(cell)) held.add(indicator.code)
    const is = valueOrMark(cell, indicator)
    const small = isSmallChange(cell, indicator, known, threshold)
    if (is.shown === was.shown && is.mark === was.mark && !small) return []
    const change = changeOf(figure, was, is, reasons.get(cell.id))
    if (!small && (indicator.sensitivity === 0 || change.kind !== 'now-hidden')) return [change]
    untold.add(indicator.code)
    return []
  })
  return { changes, untold: [...untold], held: [...held] }
}

/** Whether any of the counts that a figure rests on has changed by 1…k−1, and both releases show it. */
function isSmallChange(
  { id, shown }: PublishableCell,
  indicator: Indicator,
  known: ReadonlyMap<string, LedgerFigure>,
  threshold: number,
): boolean {
  if (shown.kind === 'confidential') return false
  return countedParts(shown, indicator).some(([part, count]) => {
    const was = known.get(partId(id, part))?.shown
    return typeof was === 'number' && isSmall(Math.abs(count - was), threshold)
  })
}

function changeOf(
  { one: { table, breakdown }, cell, row, column }: PlacedFigure,
  was: Said,
  is: Said,
  reason: ChangeReason | undefined,
): ReportedChange {
  const { indicator, rowsAre } = table
  const [before, now] = [numberOrMark(was, indicator), numberOrMark(is, indicator)]
  return {
    cell,
    indicator: indicator.code,
    name: indicator.name,
    place: rowsAre === 'places' ? row.label : text('releases:workbook.all-project'),
    period: column.dates ?? column.label,
    category: breakdown && rowsAre === 'categories' ? row.label : text('releases:workbook.undivided'),
    before,
    now,
    difference: differenceOf(before, now),
    format: scaledCell(0, indicator).format,
    kind: kindOf(was, is, reason),
    approvals: reason?.approvals ?? [],
    submissions: reason?.submissions ?? [],
  }
}

function differenceOf(before: number | GapSign, now: number | GapSign): number | GapSign {
  if (typeof before === 'number' && typeof now === 'number') return difference(now, before)
  return MARKS[before === HIDDEN || now === HIDDEN ? 'confidential' : 'not applicable'].sign
}

function numberOrMark({ shown, mark }: Said, indicator: Indicator): number | GapSign {
  return shown === null ? ((mark ?? MARKS['not reported'].sign) as GapSign) : scaledCell(shown, indicator).number
}

function kindOf(was: Said, is: Said, reason: ChangeReason | undefined): ChangeKind {
  if (is.mark === HIDDEN) return 'now-hidden'
  if (was.mark === HIDDEN) return 'now-shown'
  if (is.shown === null) return 'now-missing'
  if (was.shown === null) return 'now-reported'
  if (reason?.late) return reason.corrected ? 'late-and-corrected' : 'late'
  return reason?.corrected ? 'corrected' : 'recalculated'
}

import { createHash } from 'node:crypto'
import { partId } from '../../disclosure/counted-parts.ts'
import { valueId } from '../../disclosure/earlier/hold.ts'
import type { LedgerFigure } from '../../disclosure/earlier/ledger.ts'
import { earlierNumberIn, type PublishableCell, type PublishableTable } from '../../disclosure/publishable.ts'
import { MARKS } from '../../figures/marks.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { COUNTED_PARTS } from '../../indicators/measure.ts'
import type { SuppressionProblem } from '../../suppression/problem.ts'
import { valueCell } from '../workbook/cells.ts'
import { isMark } from '../workbook/plan.ts'

/** The atoms of a release in order, and every figure as a sum of their positions. */
export type Ledger = { atoms: string[]; figures: LedgerFigure[] }

/** The same as JSON, as a thread sends it: thousands of small objects take longer to arrive than to be written. */
export type SentLedger = { atoms: string; figures: string }

/**
 * Everything a release shows and hides, for the ledger: of each figure its value or mark, and of those that count people
 * the counts as sums of atoms, which later releases are protected against.
 */
export function ledgerOf(
  tables: readonly PublishableTable[],
  problem: SuppressionProblem,
  suppressed: Readonly<Record<string, string>>,
): Ledger {
  const sums = new Map(problem.cells.map(({ id, sum }) => [id, sum]))
  const positions = new Map<string, number>()
  const positionOf = (name: string) => {
    const known = positions.get(name)
    if (known !== undefined) return known
    positions.set(name, positions.size)
    return positions.size - 1
  }
  const seen = new Set<string>()
  const figures = tables.flatMap(({ cells, indicator }) =>
    cells.flat().flatMap((cell): LedgerFigure[] => {
      if (seen.has(cell.id)) return []
      seen.add(cell.id)
      const held = earlierNumberIn(cell)
      const said = { atoms: [], ...valueOrMark(cell, indicator), withheld: held && [] }
      const rows: LedgerFigure[] = [{ figureId: valueId(cell.id), indicatorId: indicator.id, ...said }]
      for (const part of COUNTED_PARTS) {
        const id = partId(cell.id, part)
        const sum = sums.get(id) ?? []
        const total = sum.reduce((all, name) => all + problem.atoms[name]!, 0)
        const hidden = held !== null || cell.shown.kind === 'confidential'
        // What goes only because another part of its ratio went was not said to be anything.
        const secret = hidden && total > 0 && isHidden(id, cell, suppressed, sums)
        const atoms = () => sum.map(positionOf)
        const add = (row: Omit<LedgerFigure, 'figureId' | 'indicatorId'>) =>
          rows.push({ figureId: id, indicatorId: indicator.id, ...row })
        const earlier = held?.parts.get(part)
        if (earlier)
          add({
            atoms: earlier.sum.map(positionOf),
            shown: earlier.shown,
            mark: null,
            withheld: secret ? atoms() : [],
          })
        else if (secret) add({ atoms: atoms(), shown: null, mark: MARKS.confidential.sign, withheld: null })
        else if (!hidden && sum.length > 0) add({ atoms: atoms(), shown: total, mark: null, withheld: null })
      }
      return rows
    }),
  )
  return { atoms: [...positions.keys()], figures }
}

/** A mark of everything a release has in the ledger, in any order. */
export function checksumOf(atoms: readonly string[], figures: readonly LedgerFigure[]): string {
  const rows = figures.map(({ figureId, indicatorId, atoms: sum, shown, mark, withheld }) =>
    // Releases of before figures were held have a mark without it.
    JSON.stringify([figureId, indicatorId, sum, shown, mark, ...(withheld ? [withheld] : [])]),
  )
  return createHash('sha256')
    .update(JSON.stringify([atoms, rows.sort()]))
    .digest('hex')
}

/** Hidden itself; or the whole cell was hidden for its row's sake, and none of its parts for their own. */
function isHidden(
  id: string,
  cell: PublishableCell,
  suppressed: Readonly<Record<string, string>>,
  sums: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (suppressed[id]) return true
  return COUNTED_PARTS.map((part) => partId(cell.id, part)).every((other) => !sums.has(other) || !suppressed[other])
}

/** The value on the scale stored, or the sign in its place. */
export function valueOrMark(
  cell: PublishableCell,
  indicator: Indicator,
): { shown: number | null; mark: string | null } {
  const shown = valueCell(cell, indicator)
  if (isMark(shown)) return { shown: null, mark: shown.mark }
  return { shown: cell.shown.kind === 'figure' ? cell.shown.figure.value : null, mark: null }
}

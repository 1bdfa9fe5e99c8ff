import type { Figure } from '../figures/figure.ts'
import type { FigureTable, TableCell } from '../figures/table.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { Audience } from './audience.ts'
import type { PublishableCell, PublishableTable } from './publishable.ts'
import { isSmall, isSmallRatio } from './rule.ts'

/** What a donor's report hides by default; staff screens mark it. */
const DONOR_THRESHOLD = 5

/** The staff rule: every figure, with a mark on those a donor would see as `[c]` by the primary rule alone. */
export function staffTable(table: FigureTable): PublishableTable {
  return publishable(table, 'staff', (cell) => ({
    id: cell.id,
    ref: cell.ref,
    shown: { kind: 'figure', figure: cell.figure, target: cell.target, progress: cell.progress },
    hiddenFromDonor: isHiddenByRule(cell.figure, table.indicator, DONOR_THRESHOLD),
  }))
}

/**
 * Primary suppression: whether the figure itself could single somebody out. Counts are judged by their amount, ratios
 * before dividing, means and medians by how many they rest on; a milestone counts no person.
 */
export function isHiddenByRule(figure: Figure, indicator: Pick<Indicator, 'measure' | 'sensitivity'>, k: number) {
  if (indicator.sensitivity === 0) return false
  switch (indicator.measure) {
    case 'count':
      return figure.value !== null && isSmall(figure.value, k)
    case 'ratio':
      return (
        figure.numerator !== undefined &&
        figure.denominator !== undefined &&
        isSmallRatio(figure.numerator, figure.denominator, k)
      )
    case 'mean':
    case 'median':
      return figure.n !== undefined && isSmall(figure.n, k)
    case 'milestone':
      return false
  }
}

/** The only cast to the branded type in the house. */
function publishable(
  { cells, ...table }: FigureTable,
  audience: Audience,
  show: (cell: TableCell) => PublishableCell,
): PublishableTable {
  return { ...table, audience, cells: cells.map((row) => row.map(show)) } as PublishableTable
}

import type { Indicator } from '../indicators/indicator.ts'
import { type CountedPart, traitsOf } from '../indicators/measure.ts'
import type { TableCell } from '../targets/figure-table.ts'

export function partId(cellId: string, part: CountedPart): string {
  return `${cellId}|${part}`
}

/** The parts of a cell that count persons or cases, with their counts; empty when there is nothing to protect. */
export function countedParts(
  { figure }: Pick<TableCell, 'figure'>,
  indicator: Pick<Indicator, 'measure' | 'sensitivity'>,
): [CountedPart, number][] {
  if (indicator.sensitivity === 0) return []
  const { value, numerator, denominator, n } = figure
  const counts: Record<CountedPart, number | undefined> = {
    amount: value ?? undefined,
    numerator,
    complement: numerator === undefined || denominator === undefined ? undefined : denominator - numerator,
    denominator,
    n,
  }
  return traitsOf(indicator).counted.flatMap((part): [CountedPart, number][] => {
    const count = counts[part]
    return count === undefined ? [] : [[part, count]]
  })
}

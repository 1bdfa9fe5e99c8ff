import type { Figure } from '../figures/figure.ts'
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
  const counts: [CountedPart, number][] = []
  for (const part of traitsOf(indicator).counted) {
    const count = countOf(figure, part)
    if (count !== undefined) counts.push([part, count])
  }
  return counts
}

function countOf({ value, numerator, denominator, n }: Figure, part: CountedPart): number | undefined {
  switch (part) {
    case 'amount':
      return value ?? undefined
    case 'numerator':
      return numerator
    case 'complement':
      return numerator === undefined || denominator === undefined ? undefined : denominator - numerator
    case 'denominator':
      return denominator
    case 'n':
      return n
  }
}

import { lifeTargetCell, ofLifeCell, ofTargetCell, ragCell, targetCell, unitOfFigure } from '../../cells.ts'
import { stageNames } from '../../data-sheet/live.ts'
import type { Cell } from '../../plan.ts'
import { withSpan } from './last-value.ts'
import type { Tracked } from './tracked.ts'

export function unitCell({ indicator, rated, bilingual }: Tracked): string {
  return unitOfFigure(rated, indicator, bilingual)
}

/** How far it is, to date or in the phase: with the span it is of, where that is another. */
export function reachedCell(
  { indicator, reached, bilingual, live, ...asked }: Tracked,
  which: 'toDate' | 'rated',
): Cell {
  const cell = live.value(reached[which], indicator, bilingual)
  return reached[which] === asked[which] ? cell : withSpan(cell, reached[which].period, bilingual)
}

/** What was planned for the period. */
export function periodTargetCell({ period, indicator, bilingual, live }: Tracked): Cell {
  return live.beside(targetCell(period, indicator, bilingual), period, 'target', stageNames(indicator, bilingual))
}

/** What was planned by now: since the beginning of the project, or of the phase. */
export function plannedCell({ rated, indicator, bilingual, live }: Tracked): Cell {
  return live.beside(targetCell(rated, indicator, bilingual), rated, 'planned', stageNames(indicator, bilingual))
}

export function phaseTargetCell({ rated, indicator, bilingual, live }: Tracked): Cell {
  const made = lifeTargetCell(rated, indicator, bilingual)
  return live.beside(made, rated, 'phase-target', stageNames(indicator, bilingual))
}

/** The target of the life of the project. */
export function lifeCell({ toDate, indicator, bilingual, live }: Tracked): Cell {
  return live.beside(lifeTargetCell(toDate, indicator, bilingual), toDate, 'lop', stageNames(indicator, bilingual))
}

/**
 * How far an indicator is, as it stands after its code: what it is, what it comes to, what was planned by now and how it is rated by
 * that, and its target for life.
 * @param isPhased what is reached and planned is that of the phase
 */
export function progressCells(tracked: Tracked, isPhased: boolean): Cell[] {
  const { indicator, rated, bilingual, live } = tracked
  return [
    bilingual.of(indicator.name),
    unitCell(tracked),
    reachedCell(tracked, 'rated'),
    plannedCell(tracked),
    live.beside(ofTargetCell(rated), rated, 'percent-planned'),
    ragCell(rated, bilingual),
    isPhased ? phaseTargetCell(tracked) : lifeCell(tracked),
    live.beside(ofLifeCell(rated), rated, isPhased ? 'phase-percent' : 'percent'),
  ]
}

import { lifeTargetCell, targetCell } from '../cells.ts'
import { stageNames } from '../data-sheet/live.ts'
import type { Cell } from '../plan.ts'
import type { Tracked } from './tracked.ts'

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

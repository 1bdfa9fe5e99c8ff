import { rounded } from '../../language/format.ts'
import type { DeviationRule } from '../../project/deviation-rule.ts'
import { OF_TARGET, type Progress } from '../../targets/progress.ts'
import type { ReleaseTable } from '../content/content.ts'
import { ratedCells } from '../content/rated-cells.ts'
import type { Deviation } from './deviation.ts'

/** Of figures that are hidden nothing is asked: an answer would tell how far they are. In the order of the framework. */
export function deviationsIn(tables: readonly ReleaseTable[], rule: DeviationRule): Deviation[] {
  return [...ratedCells(tables)].flatMap(([indicator, { rated }]) => {
    const progress = rated.shown.kind === 'figure' ? rated.shown.progress : null
    return progress ? (deviationOf(indicator, progress, rule) ?? []) : []
  })
}

/** Whether none of the figures that are shown has a target: then nothing is rated, and nothing deviates. */
export function isUnplanned(tables: readonly ReleaseTable[]): boolean {
  const shown = [...ratedCells(tables).values()].flatMap(({ rated }) =>
    rated.shown.kind === 'figure' ? [rated.shown] : [],
  )
  return shown.length > 0 && shown.every(({ target }) => target === null)
}

function deviationOf(
  indicator: string,
  { rag, ofTarget }: Progress,
  { below, above }: DeviationRule,
): Deviation | null {
  const percent = ofTarget === null ? null : rounded(ofTarget * OF_TARGET.scale, OF_TARGET.decimals)
  if (rag === 'red' || (rag === 'amber' && below === 'amber')) return { indicator, kind: 'behind', rag, percent }
  return percent !== null && percent > above ? { indicator, kind: 'above', rag, percent } : null
}

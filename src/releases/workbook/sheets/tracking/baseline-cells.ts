import { markCell, notSetCell, scaledCell } from '../../cells.ts'
import type { Cell } from '../../plan.ts'
import type { Tracked } from './tracked.ts'

/** What an indicator began with, where its readers may know it. */
export function baselineCell({ content, indicator, toDate, bilingual, live }: Tracked): Cell {
  const baseline = content.baselines.get(indicator.code)
  if (!baseline) return notSetCell(bilingual)
  if (baseline.value === null) return baseline.mark === null ? markCell('not reported') : { mark: baseline.mark }
  return live.beside(scaledCell(baseline.value, indicator), toDate, 'baseline')
}

/** When that was, and who says so. */
export function baselineSourceCell({ content, indicator, bilingual }: Tracked): Cell {
  const baseline = content.baselines.get(indicator.code)
  return baseline ? `${bilingual.of(baseline.quarter)}. ${bilingual.of(baseline.source)}` : notSetCell(bilingual)
}

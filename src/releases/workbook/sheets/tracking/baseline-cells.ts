import type { Words } from '../../../../language/words.ts'
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
export function baselineSourceCell(tracked: Tracked): Cell {
  const { content, indicator, bilingual } = tracked
  if (!content.baselines.has(indicator.code)) return notSetCell(bilingual)
  return bilingual.say((words) => baselineSourceIn(tracked, words))
}

/** The same in one language; nothing where there is no baseline. */
export function baselineSourceIn({ content, indicator }: Tracked, words: Words): string {
  const baseline = content.baselines.get(indicator.code)
  return baseline ? `${words.of(baseline.quarter)}. ${words.of(baseline.source)}` : ''
}

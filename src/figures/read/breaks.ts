import type { Quarter } from '../../calendar/quarter.ts'
import type { Breakdown } from '../../indicators/breakdown.ts'
import { changesOf, type IndicatorChange } from '../../indicators/definitions/changes.ts'
import { isBreak } from '../../indicators/definitions/definition.ts'
import type { IndicatorHistory } from '../../indicators/definitions/history.ts'
import { changesWithin, type Split } from '../split.ts'

/**
 * What breaks a series that is split in some way: another definition and, where categories are kept apart, another breakdown or
 * another list of categories. What a thing is called breaks nothing.
 * @param lists every breakdown with every category it ever had
 * @param first the project's first quarter
 */
export function breaksOf(
  history: IndicatorHistory,
  lists: readonly Breakdown[],
  split: Split,
  first: Quarter,
): IndicatorChange[] {
  const kept = new Set([...split.by, ...Object.keys(split.only)])
  const [indicator] = history.definitions
  return changesOf(history, lists, first).filter((change) => {
    if (change.of === 'definition') return isBreak(change.before, change.after)
    if (change.of === 'split') return changesWithin(indicator, [change.from - 1, change.from], split)
    return kept.has(change.breakdown.code) && change.added.length + change.ended.length > 0
  })
}

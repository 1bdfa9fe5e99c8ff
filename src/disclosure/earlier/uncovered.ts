import type { SuppressionProblem } from '../../suppression/problem.ts'
import type { Protection } from '../../suppression/protect.ts'
import type { ReleaseAudience } from '../../vocabulary/release.ts'
import { type EarlierFigure, parseEarlierId } from './ledger.ts'

/** A count that earlier releases hid from those who see a release, and that it shows, by the ids of both. */
export type UncoveredCount = { id: string; earlierId: string }

/**
 * Counts that no earlier release showed to an audience, that at least one hid from it, and that are shown now: the very same
 * people, whatever the figure is called.
 */
export function uncoveredCounts(
  { cells, atoms }: Pick<SuppressionProblem, 'cells' | 'atoms'>,
  { suppressed }: Pick<Protection, 'suppressed'>,
  earlier: readonly EarlierFigure[],
  audience: ReleaseAudience,
): UncoveredCount[] {
  const [shown, hidden] = [new Set<string>(), new Map<string, string>()]
  for (const one of earlier) {
    if (one.audience !== audience && one.audience !== 'public') continue
    const key = keyOf(one.sum)
    if (one.shown !== null) shown.add(key)
    else if (one.audience === audience && !hidden.has(key)) hidden.set(key, one.id)
  }
  return cells.flatMap(({ id, sum }) => {
    if (suppressed[id] || parseEarlierId(id) || sum.every((name) => atoms[name] === 0)) return []
    const key = keyOf(sum)
    const earlierId = shown.has(key) ? undefined : hidden.get(key)
    return earlierId === undefined ? [] : [{ id, earlierId }]
  })
}

function keyOf(sum: readonly string[]): string {
  return [...sum].sort().join('+')
}

import type { Figure } from '../figure.ts'
import type { IndicatorPlan, QuestionPlan } from './plan.ts'
import type { IndicatorValues, PlanValues } from './values.ts'

/**
 * Values of which some buckets were read anew: of the others they stay, and so do figures of groups that hold none of those. A
 * figure is made of what came in its own buckets, and of nothing else that is written.
 */
export function patched(
  known: IndicatorValues,
  read: IndicatorValues,
  buckets: ReadonlySet<number>,
  { buckets: all, question: { groups, spans } }: QuestionPlan,
): IndicatorValues {
  const changed = new Set([...buckets].flatMap((bucket) => all[bucket]!.groups))
  const stays = groups.map((_, group) => !changed.has(group))
  const byPlan = new Map<IndicatorPlan, PlanValues>()
  for (const [plan, { reporters, restated }] of read.byPlan) {
    const before = known.byPlan.get(plan)!
    const figures = new Map<string, Figure[]>()
    for (const [cell, own] of before.figures) {
      const kept: Figure[] = []
      own.forEach((figure, at) => {
        if (stays[Math.floor(at / spans.length)]) kept[at] = figure
      })
      figures.set(cell, kept)
    }
    const others = [...before.reporters].filter(([bucket]) => !buckets.has(bucket))
    byPlan.set(plan, { reporters: new Map([...others, ...reporters]), restated, figures })
  }
  return { byPlan }
}

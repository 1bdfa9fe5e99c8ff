import type { Quarter } from '../../calendar/quarter.ts'
import { heldIn } from '../../calendar/span.ts'
import type { Figure } from '../figure.ts'
import type { IndicatorPlan, QuestionPlan } from './plan.ts'
import type { IndicatorValues, PlanValues } from './values.ts'

/** Buckets that were read anew, null = all of them; and the quarters of which anything was written. */
export type ReadAnew = { buckets: ReadonlySet<number> | null; quarters: ReadonlySet<Quarter> }

/**
 * Values of which some buckets were read anew: of the others they stay, and so do figures of groups that hold none of those, and of
 * spans that hold none of the quarters. A figure is made of what came in its own buckets and its own span, and of nothing else that
 * is written.
 */
export function patched(
  known: IndicatorValues,
  read: IndicatorValues,
  { buckets, quarters }: ReadAnew,
  { buckets: all, question: { groups, spans } }: QuestionPlan,
): IndicatorValues {
  const changed = buckets && new Set([...buckets].flatMap((bucket) => all[bucket]!.groups))
  const stays = groups.map((_, group) => changed !== null && !changed.has(group))
  const isApart = spans.map((span) => ![...quarters].some((quarter) => heldIn(span, quarter)))
  const byPlan = new Map<IndicatorPlan, PlanValues>()
  for (const [plan, { reporters, restated }] of read.byPlan) {
    const before = known.byPlan.get(plan)!
    const figures = new Map<string, Figure[]>()
    for (const [cell, own] of before.figures) {
      const kept: Figure[] = []
      own.forEach((figure, at) => {
        if (stays[Math.floor(at / spans.length)] || isApart[at % spans.length]) kept[at] = figure
      })
      figures.set(cell, kept)
    }
    const others = buckets ? [...before.reporters].filter(([bucket]) => !buckets.has(bucket)) : []
    byPlan.set(plan, { reporters: new Map([...others, ...reporters]), restated, figures })
  }
  return { byPlan }
}

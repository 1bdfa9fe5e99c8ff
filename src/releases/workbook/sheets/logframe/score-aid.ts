import { NOTHING } from '../../../../language/text.ts'
import type { Score } from '../../../../vocabulary/result.ts'
import type { Cell } from '../../plan.ts'
import type { Tracked } from '../tracking/tracked.ts'

/**
 * From which mean of what was reached of the plan on a score is suggested: half-way between 150, 125, 100, 75 and 50 %, the points that
 * annual reviews of UK aid are said to go by. No source says how they combine: it is an aid, and a person scores.
 */
const FROM: readonly (readonly [Score, number])[] = [
  ['C', -1e6],
  ['B', 0.625],
  ['A', 0.875],
  ['A+', 1.125],
  ['A++', 1.375],
]

/** Of how much of the plan was reached by now, over the indicators of a result that show it; and the score that suggests. */
export function scoreAid(tracked: readonly Tracked[]): { share: Cell; score: Cell } {
  const [first] = tracked
  const cells = tracked.map(({ rated }) => rated)
  const average = first?.live.average(cells, 'percent-planned', '0%') ?? null
  if (!average) return { share: NOTHING, score: NOTHING }
  const list = (values: readonly (string | number)[]) => `{${values.join(',')}}`
  const bounds = list(FROM.map(([, from]) => from))
  const names = list(FROM.map(([score]) => `"${score}"`))
  return {
    share: average,
    score: { text: scoreFor(average.number), formula: `LOOKUP(${average.formula},${bounds},${names})` },
  }
}

/** From how many per cent of the plan on each score is suggested, the best first; of the lowest there is no such number. */
export const SCORE_BOUNDS: readonly { score: Score; from: number | null }[] = FROM.toReversed().map(
  ([score, from]) => ({
    score,
    from: from > 0 ? from * 100 : null,
  }),
)

export function scoreFor(share: number): Score {
  return FROM.findLast(([, from]) => share >= from)![0]
}

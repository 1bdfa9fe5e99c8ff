import { type Question, Refused } from '../../figures/question.ts'
import type { Breakdown } from '../../indicators/breakdown.ts'

/** So many figures are answered at a time: they are worked out on the thread that answers everybody. Whoever asks for more can ask in parts. */
export const MOST_FIGURES = 100_000

/** How many figures a question has at most: each indicator in each of its periods, for each place or partner, in each category. */
export function figuresAsked(
  {
    spans,
    groups,
    by = [],
  }: Pick<Question, 'groups' | 'by'> & { spans: readonly { indicators?: readonly string[] }[] },
  breakdowns: readonly Pick<Breakdown, 'code' | 'categories'>[],
): number {
  const measured = spans.reduce((sum, { indicators = [] }) => sum + indicators.length, 0)
  const categories = by.map((code) => breakdowns.find((one) => one.code === code)?.categories.length ?? 1)
  return measured * groups.length * categories.reduce((all, count) => all * count, 1)
}

/** @throws Refused when a question asks for more than is answered at a time */
export function refuseTooLarge(asked: number): void {
  if (asked > MOST_FIGURES) throw new Refused('too-large', '', { asked: String(asked), most: String(MOST_FIGURES) })
}

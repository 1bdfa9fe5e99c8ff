import type { Quarter } from '../../calendar/quarter.ts'
import type { NamedSpan } from '../../calendar/span.ts'
import type { Answer } from '../../figures/answer.ts'
import { PROJECT } from '../../figures/question.ts'

/**
 * The quarter that a page opens on: the last of some for which everything expected has come. Of a quarter that nothing is due in
 * nothing can be said.
 * @param quarters the latest first, at least one; where none is complete the page opens on the latest
 * @param own by code of the indicator: the spans of its values
 * @param group from whom: all of the project, or one of its provinces
 */
export function lastComplete(
  answer: Answer,
  quarters: readonly Quarter[],
  own: ReadonlyMap<string, readonly NamedSpan[]>,
  group = PROJECT,
): Quarter {
  return quarters.find((quarter) => isComplete(answer, quarter, own, group)) ?? quarters[0]!
}

function isComplete(
  answer: Answer,
  quarter: Quarter,
  own: ReadonlyMap<string, readonly NamedSpan[]>,
  group: string,
): boolean {
  let isAsked = false
  for (const [code, spans] of own) {
    const due = spans.find(({ to }) => to === quarter)
    if (!due) continue
    const [came, expected] = answer.figure(code, group, due.key).coverage
    if (came < expected) return false
    isAsked ||= expected > 0
  }
  return isAsked
}

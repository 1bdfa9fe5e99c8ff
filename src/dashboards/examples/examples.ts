import { MARK_NAMES, type MarkName } from '../../figures/marks.ts'
import { type ArithmeticRule, arithmeticExample } from './arithmetic.ts'
import { type Belief, beliefExample } from './belief.ts'
import { changeExamples, paceExample, spanExample } from './comparisons.ts'
import type { Example, ExampleView } from './example.ts'
import { markExample, zeroExample } from './marks.ts'

/** Examples of what the help explains; where a rule, a mark or a topic has none, the project has nothing to show for it. */
export type Examples = {
  rules: Readonly<Record<ArithmeticRule | 'zero', readonly Example[]>>
  marks: Readonly<Partial<Record<MarkName, Example>>>
  /** By what they show: figures that are partial, pace, spans, changes, what was believed on a day, definitions, what is hidden. */
  topics: Readonly<Record<string, readonly Example[]>>
}

/** @param belief the last correction: what was believed before it, and what is now */
export function examplesIn(view: ExampleView, belief: Belief | null): Examples {
  const marks = Object.fromEntries(
    MARK_NAMES.flatMap((name) => {
      const example = name === 'reported' ? null : markExample(name, view)
      return example ? [[name, example]] : []
    }),
  ) as Examples['marks']
  const zero = [...some(zeroExample(view)), ...some(marks['not reported'])]
  const made = (rule: ArithmeticRule) => some(arithmeticExample(rule, view))
  return {
    marks,
    rules: {
      flow: made('flow'),
      stock: made('stock'),
      life: made('life'),
      apart: made('apart'),
      ratio: made('ratio'),
      mean: made('mean'),
      median: made('median'),
      milestone: made('milestone'),
      zero,
    },
    topics: {
      partial: some(marks.partial),
      pace: some(paceExample(view)),
      spans: some(spanExample(view)),
      change: [...changeExamples(view), ...some(marks.revised)],
      'as-at': some(belief && beliefExample(belief, view.state.words)),
      definitions: some(marks.break),
      privacy: some(marks.confidential),
    },
  }
}

function some(example: Example | null | undefined): Example[] {
  return example ? [example] : []
}

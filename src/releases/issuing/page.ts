import { instant } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { IssuingProblem } from '../../vocabulary/release.ts'
import type { IssuingAttempt } from './attempt.ts'

declare module '../../web/views/models.ts' {
  interface Parts {
    'releases/issuing/attempt': { issuing: ReturnType<typeof issuingModel>; here: string }
  }
}

/**
 * How far issuing is, or why it came to nothing.
 * @param progress null: nobody is at it
 */
export function issuingModel(
  attempt: IssuingAttempt & { progress: { done: number; of: number } | null },
  { t, language }: Words,
) {
  const { progress } = attempt
  const problem: IssuingProblem | null = attempt.problem ?? (progress === null ? 'interrupted' : null)
  const begun = { who: attempt.by, when: instant(attempt.at, language) }
  if (problem) return { problem: t(`releases:issue.${problem}`), begun: t('releases:issue.tried', begun), step: null }
  const step = STEPS[progress?.done ?? 0] ?? STEPS[0]
  return {
    problem: null,
    begun: t('releases:issue.begun', begun),
    step: { done: progress?.done ?? 0, of: STEPS.length, says: t(`releases:issue.step.${step}`) },
  }
}

/** What is done one after the other. */
const STEPS = ['reading', 'writing', 'checking'] as const

import { loadSolver, type Solver } from '../suppression/highs.ts'
import { isRefusal, type Question, type Refusal } from '../suppression/problem.ts'
import { type Protection, protect } from '../suppression/protect.ts'
import { answer } from '../threads/thread.ts'

export type ProtectOrder = { question: Question; milliseconds: number }
export type ProtectProgress = { done: number; of: number }
export type ProtectAnswer = { answer: Protection | Refusal; seconds: number }

/** Protecting takes seconds of arithmetic: here it keeps no page waiting. */
answer<ProtectOrder, ProtectAnswer, ProtectProgress>(async ({ question, milliseconds }, say) => {
  const begun = performance.now()
  const solver = await loadSolver().catch((): Solver | null => null)
  if (!solver) return { answer: { refused: 'solver-failed' }, seconds: 0 }
  const found = protect(
    {
      ...question,
      deadline: () => milliseconds - (performance.now() - begun),
      progress: (done, of) => say({ done, of }),
    },
    solver,
  )
  const seconds = (performance.now() - begun) / 1000
  return { answer: isRefusal(found) ? found : { ...found }, seconds }
})

import { type Protection, protect } from './protect.ts'
import { isRefusal, type Question, type Refusal } from './question.ts'
import { loadSolver, type Solver } from './solver.ts'
import { answer } from './worker-thread.ts'

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

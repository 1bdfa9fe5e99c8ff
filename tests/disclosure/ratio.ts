import fc from 'fast-check'
import { protect } from '../../src/disclosure/protect.ts'
import { isRefusal } from '../../src/disclosure/question.ts'
import { loadSolver } from '../../src/disclosure/solver.ts'
import { optimum } from './optimum.ts'
import { tables, tablesWithEarlier } from './tables.ts'

export interface Ratio {
  tables: number
  /** Figures hidden to protect others, in all tables together. */
  hidden: number
  /** The same with the cheapest choice that trying every set of figures finds. */
  optimum: number
  /** Mean over the tables of (1 + hidden) ÷ (1 + optimum), so that tables that need nothing hidden count as well. */
  mean: number
  /** The worst of them. */
  worst: number
}

/** How many more figures are hidden on small generated tables than have to be. */
export async function ratioToOptimum(count = 200, seed = 2021): Promise<Ratio> {
  const solver = await loadSolver()
  const ratio: Ratio = { tables: 0, hidden: 0, optimum: 0, mean: 0, worst: 1 }
  const half = { numRuns: Math.ceil(count / 2), seed }
  for (const question of [...fc.sample(tables, half), ...fc.sample(tablesWithEarlier, half)]) {
    const answer = protect(question, solver)
    if (isRefusal(answer)) throw new Error(answer.refused)
    const hidden = Object.values(answer.suppressed).filter((kind) => kind === 'secondary').length
    const { figures } = optimum(question)
    const one = (1 + hidden) / (1 + figures)
    ratio.tables += 1
    ratio.hidden += hidden
    ratio.optimum += figures
    ratio.mean += one
    ratio.worst = Math.max(ratio.worst, one)
  }
  return { ...ratio, mean: ratio.mean / ratio.tables }
}

if (import.meta.url === `file://${process.argv[1]}`) console.log(await ratioToOptimum())

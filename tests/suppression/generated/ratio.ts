import fc from 'fast-check'
import { Attack } from '../../../src/suppression/attacker/attacker.ts'
import { Effort } from '../../../src/suppression/budget.ts'
import { loadSolver, type Solver } from '../../../src/suppression/highs.ts'
import { isRefusal, type Question } from '../../../src/suppression/problem.ts'
import { protect } from '../../../src/suppression/protect.ts'
import { setGoals } from '../../../src/suppression/protection-levels.ts'
import { readSystem } from '../../../src/suppression/rows.ts'
import { chooseSecondary } from '../../../src/suppression/secondary.ts'
import { optimum } from './optimum.ts'
import { tables, tablesWithEarlier } from './tables.ts'

export interface Ratio {
  tables: number
  /** Figures hidden to protect others, in all tables together. */
  hidden: number
  /** The same with the cheapest choice that trying every set of figures finds. */
  optimum: number
  /** Mean of hidden ÷ optimum over the tables where something has to be hidden. */
  mean: number
  worst: number
}

/** How many more figures are hidden on small generated tables than have to be. */
export async function ratioToOptimum(count = 400, seed = 2021): Promise<Ratio> {
  const solver = await loadSolver()
  return compare(count, seed, (question) => {
    const answer = protect(question, solver)
    if (isRefusal(answer)) throw new Error(answer.refused)
    return Object.keys(answer.suppressed).filter((id) => answer.suppressed[id] === 'secondary')
  })
}

/** The same when the search for the cheapest choice is cut short at once, as it may be on very large tables. */
export async function ratioCutShort(count = 400, seed = 2021): Promise<Ratio> {
  const solver = await loadSolver()
  return compare(count, seed, (question) => cutShort(question, solver, 1))
}

/** Ids of the figures hidden for others when only so many rounds are allowed. */
export function cutShort(question: Question, solver: Solver, rounds: number): string[] {
  const system = readSystem(question)
  return system.parts.flatMap((part) => {
    const attack = new Attack(part, system.counts, solver, new Effort())
    const small = [...part.rows.keys()].filter((row) => part.rows[row]!.primary || part.rows[row]!.target)
    const goals = setGoals(part, attack, small, question.threshold)
    const { rows } = chooseSecondary(part, attack, goals, new Set(), { rounds, steps: 0 })
    attack.close()
    return rows.flatMap((row) => part.rows[row]!.ids)
  })
}

function compare(count: number, seed: number, choose: (question: Question) => readonly string[]): Ratio {
  const ratio: Ratio = { tables: 0, hidden: 0, optimum: 0, mean: 0, worst: 1 }
  const half = { numRuns: Math.ceil(count / 2), seed }
  for (const question of [...fc.sample(tables, half), ...fc.sample(tablesWithEarlier, half)]) {
    const { figures } = optimum(question)
    const hidden = choose(question).length
    if (figures === 0 && hidden === 0) continue
    ratio.tables += 1
    ratio.hidden += hidden
    ratio.optimum += figures
    ratio.mean += hidden / figures
    ratio.worst = Math.max(ratio.worst, hidden / figures)
  }
  return { ...ratio, mean: ratio.mean / ratio.tables }
}

if (import.meta.url === `file://${process.argv[1]}`) {
  console.log('hidden against the optimum', await ratioToOptimum())
  console.log('with the search cut short', await ratioCutShort())
}

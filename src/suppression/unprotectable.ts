import { Attack } from './attacker/attacker.ts'
import type { Effort } from './budget.ts'
import type { Solver } from './highs.ts'
import type { Question } from './problem.ts'
import { type Goal, setGoals } from './protection-levels.ts'
import { type Part, readSystem, type System } from './rows.ts'

/**
 * Why a small figure cannot be protected in full:
 * `earlier` = earlier releases give (part of) it away; `shown` = figures that may not be hidden do;
 * `parts` = the rule itself does: two non-zero parts of it are at least 1 each, so it is at least 2.
 */
export type Cause = 'earlier' | 'shown' | 'parts'

/** Which of earlier releases, figures that must be shown and the rule itself makes a figure unprotectable. */
export function explain(
  part: Part,
  goals: readonly Goal[],
  question: Question,
  system: System,
  solver: Solver,
  effort: Effort,
): Map<string, Cause> {
  const open = goals.filter(({ lowest, highest }) => lowest > 1 || highest < question.threshold - 1)
  const causes = new Map<string, Cause>()
  if (open.every(({ row }) => part.rows[row]!.ids.length === 0)) return causes
  const ids = new Set(part.rows.flatMap((row) => row.ids))
  const figures = question.figures.filter((figure) => ids.has(figure.id))
  const names = new Set(part.atoms.map((atom) => system.names[atom]!))
  const alone: Question = {
    threshold: question.threshold,
    atoms: Object.fromEntries([...names].map((name) => [name, question.atoms[name]!])),
    figures,
    sameTotal: (question.sameTotal ?? []).filter((lists) => names.has(lists.flat()[0] ?? '')),
  }
  const withoutEarlier = limitsOf(alone, solver, effort)
  const rule = figures.some((figure) => figure.mayHide === false)
    ? limitsOf({ ...alone, figures: figures.map((figure) => ({ ...figure, mayHide: true })) }, solver, effort)
    : withoutEarlier
  for (const { row, lowest, highest } of open)
    for (const id of part.rows[row]!.ids) {
      const same = (limits: ReadonlyMap<string, Goal>) =>
        limits.get(id)?.lowest === lowest && limits.get(id)?.highest === highest
      causes.set(id, same(rule) ? 'parts' : same(withoutEarlier) ? 'shown' : 'earlier')
    }
  return causes
}

function limitsOf(question: Question, solver: Solver, effort: Effort): Map<string, Goal> {
  const system = readSystem(question)
  const limits = new Map<string, Goal>()
  for (const part of system.parts) {
    const small = [...part.rows.keys()].filter((row) => part.rows[row]!.primary)
    if (small.length === 0) continue
    const attack = new Attack(part, system.counts, solver, effort)
    try {
      for (const goal of setGoals(part, attack, small, question.threshold))
        for (const id of part.rows[goal.row]!.ids) limits.set(id, goal)
    } finally {
      attack.close()
    }
  }
  return limits
}

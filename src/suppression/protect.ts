import { Attack, type Interval } from './attacker/attacker.ts'
import { patternOf } from './attacker/feasible-points.ts'
import { Effort, Stopped } from './budget.ts'
import type { Solver } from './highs.ts'
import { checkQuestion, type Question, type Refusal } from './problem.ts'
import { audit, setGoals } from './protection-levels.ts'
import { type Part, readSystem, type System } from './rows.ts'
import { chooseSecondary } from './secondary.ts'
import { type Cause, explain } from './unprotectable.ts'

export type { Cause } from './unprotectable.ts'

export interface Protection {
  /** `primary` = small itself; `secondary` = hidden to protect a small one. Every other figure may be shown. */
  suppressed: Record<string, 'primary' | 'secondary'>
  /** Small figures of which the attacker learns more than that they are small, whatever is hidden now. */
  unprotectable: string[]
  causes: Record<string, Cause>
  /** Of each primary figure: what could be inferred if only small figures were hidden, and what can be inferred now. */
  intervals: Record<string, { before: Interval; after: Interval }>
  /** True when no cheaper choice of secondary figures exists. */
  proven: boolean
  programs: number
  /** Independent parts of the system, and what they came to for the solver. */
  components: number
  unknowns: number
}

/**
 * Hides every small figure, and as few others as keep the attacker from learning of a small one more than the rule
 * itself: that it is between 1 and k−1.
 *
 * A figure of which more is known whatever is hidden is listed as unprotectable; it stays hidden, nothing is hidden in
 * vain for it, and nothing further about it is given away either. The same holds for what earlier releases hid.
 * A refusal means that nothing may be released.
 */
export function protect(question: Question, solver: Solver): Protection | Refusal {
  const bad = checkQuestion(question)
  if (bad) return bad
  const system = readSystem(question)
  if (system.mustShow !== null) return { refused: 'small-must-show', about: system.mustShow }
  const effort = new Effort(question.deadline)
  const keep = new Set(question.keep)
  try {
    const findings = system.parts.map((part, index) => {
      const finding = protectPart(part, question, system, keep, solver, effort)
      question.progress?.(index + 1, system.parts.length)
      return finding
    })
    return collect(question, system, findings, effort)
  } catch (error) {
    if (error instanceof Stopped) return { refused: error.code }
    throw error
  }
}

interface Finding {
  secondary: ReadonlySet<string>
  primary: ReadonlySet<string>
  intervals: ReadonlyMap<string, { before: Interval; after: Interval }>
  causes: ReadonlyMap<string, Cause>
  proven: boolean
  unknowns: number
}

function protectPart(
  part: Part,
  question: Question,
  system: System,
  keep: ReadonlySet<string>,
  solver: Solver,
  effort: Effort,
): Finding {
  const small = [...part.rows.keys()].filter((row) => part.rows[row]!.primary || part.rows[row]!.target)
  const idsOf = (rows: readonly number[]) => rows.flatMap((row) => part.rows[row]!.ids)
  const primary = new Set(idsOf(small))
  if (small.length === 0)
    return { secondary: new Set(), primary, intervals: new Map(), causes: new Map(), proven: true, unknowns: 0 }
  const attack = new Attack(part, system.counts, solver, effort)
  try {
    const goals = setGoals(part, attack, small, question.threshold)
    const choice = chooseSecondary(part, attack, goals, keep)
    const [before, after] = [patternOf(part, []), patternOf(part, choice.rows)]
    audit(attack, goals, after)
    const intervals = new Map<string, { before: Interval; after: Interval }>()
    for (const row of small) {
      const found = { before: attack.interval(before, row), after: attack.interval(after, row) }
      for (const id of part.rows[row]!.ids) intervals.set(id, found)
    }
    const causes = explain(part, goals, question, system, solver, effort)
    return {
      secondary: new Set(idsOf(choice.rows)),
      primary,
      intervals,
      causes,
      proven: choice.proven,
      unknowns: attack.unknowns,
    }
  } finally {
    attack.close()
  }
}

function collect(question: Question, system: System, findings: readonly Finding[], effort: Effort): Protection {
  const suppressed = new Map<string, 'primary' | 'secondary'>()
  const intervals = new Map<string, { before: Interval; after: Interval }>()
  const causes = new Map<string, Cause>()
  for (const { id, sensitive } of question.figures)
    for (const finding of findings) {
      if (finding.secondary.has(id) || (finding.primary.has(id) && sensitive === false)) suppressed.set(id, 'secondary')
      else if (finding.primary.has(id)) suppressed.set(id, 'primary')
      const interval = finding.intervals.get(id)
      if (interval && suppressed.get(id) === 'primary') intervals.set(id, interval)
      const cause = finding.causes.get(id)
      if (cause && suppressed.get(id) === 'primary') causes.set(id, cause)
    }
  return {
    suppressed: Object.fromEntries(suppressed),
    unprotectable: [...causes.keys()],
    causes: Object.fromEntries(causes),
    intervals: Object.fromEntries(intervals),
    proven: findings.every((finding) => finding.proven),
    programs: effort.programs,
    components: system.parts.length,
    unknowns: findings.reduce((sum, finding) => sum + finding.unknowns, 0),
  }
}

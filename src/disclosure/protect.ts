import { Attack, Effort, type Interval, type Pattern, Stopped } from './attack.ts'
import { checkQuestion, type Question, type Refusal } from './question.ts'
import { chooseSecondary, type Goal, patternOf } from './secondary.ts'
import type { Solver } from './solver.ts'
import { type Part, readSystem, type System } from './system.ts'

/**
 * Why a small figure cannot be protected in full:
 * `earlier` = earlier releases give (part of) it away; `shown` = figures that may not be hidden do;
 * `parts` = the rule itself does: two non-zero parts of it are at least 1 each, so it is at least 2.
 */
export type Cause = 'earlier' | 'shown' | 'parts'

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

/** An interval must cover 1…k−1, or as much of it as it would with everything hidden that may be. */
function setGoals(part: Part, attack: Attack, small: readonly number[], threshold: number): Goal[] {
  const all = patternOf(
    part,
    [...part.rows.keys()].filter((row) => part.rows[row]!.candidate),
  )
  const full = small.map((row) => ({ row, lowest: 1, highest: threshold - 1 }))
  prepare(attack, full, all)
  return full.map(({ row, lowest, highest }) => ({
    row,
    lowest: attack.limit(all, row, 'lowest', lowest),
    highest: attack.limit(all, row, 'highest', highest),
  }))
}

function prepare(attack: Attack, goals: readonly Goal[], pattern: Pattern): void {
  attack.prepare(
    pattern,
    goals.flatMap(({ row, lowest, highest }) => [
      { row, side: 'highest' as const, level: highest },
      { row, side: 'lowest' as const, level: lowest },
    ]),
  )
}

/** The attack on the pattern as it will be released: whatever led to it, nothing goes out unless this fails. */
function audit(attack: Attack, goals: readonly Goal[], pattern: Pattern): void {
  for (const { row, lowest, highest } of goals) {
    const safe = attack.limit(pattern, row, 'lowest', lowest) <= lowest
    if (!safe || attack.limit(pattern, row, 'highest', highest) < highest) throw new Stopped('solver-failed')
  }
}

/** Which of earlier releases, figures that must be shown and the rule itself makes a figure unprotectable. */
function explain(
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

import { Attacker, type FeasibilityInterval } from './attacker/attacker.ts'
import { patternOf } from './attacker/feasible-points.ts'
import { type Block, type BlockSystem, blockSystem, idsOf, smallRows } from './blocks.ts'
import { Budget, SolveFailure } from './budget.ts'
import { checkProblem } from './check-problem.ts'
import { candidateGroups } from './groups/candidates.ts'
import type { Group, Range } from './groups/group.ts'
import { groupRequirements } from './groups/requirements.ts'
import type { Solver } from './lp.ts'
import type { SuppressionProblem, SuppressionRefusal } from './problem.ts'
import { audit, auditGroups, protectionLevels, requirementsOf } from './protection-levels.ts'
import { chooseSecondary } from './secondary.ts'
import { type Cause, causesOf } from './unprotectable.ts'

/** `primary` = small itself; `secondary` = suppressed to protect a small one. */
export type Suppression = 'primary' | 'secondary'

export interface Protection {
  /** By id of the cell. Every other cell may be shown. */
  suppressed: Record<string, Suppression>
  /**
   * Small cells of which the attacker learns more than that they are small, whatever is suppressed now; and groups that are
   * given away, by the names of their atoms joined with `+`.
   */
  unprotectable: string[]
  causes: Record<string, Cause>
  /** Of each primary cell: what could be inferred if only small ones were suppressed, and what can be inferred now. */
  intervals: Record<string, Inference>
  /** Small numbers that stand in no table, and would follow from tables if nothing was suppressed for them. */
  groups: ProtectedGroup[]
  /** True when no cheaper choice of secondary cells exists. */
  proven: boolean
  programs: number
  /** Independent blocks of the problem, and what they came to for the solver. */
  blocks: number
  unknowns: number
}

/** A group as whoever posed the problem knows it. */
export interface ProtectedGroup extends Pick<Group, 'kind' | 'count'> {
  /** Names of the atoms that are added, and of those taken away, in the order of the problem. */
  atoms: string[]
  less: string[]
  /** Ids of cells of this publication in the pairs that tell it as soon as both are shown. */
  cells: string[]
  /** From what to what it is known to be whatever is suppressed now; null = it is protected. */
  given: Range | null
}

export interface Inference {
  before: FeasibilityInterval
  after: FeasibilityInterval
}

/**
 * Suppresses every small cell, and as few others as keep the attacker from learning of a small one more than the rule
 * itself: that it is between 1 and k−1.
 *
 * A cell of which more is known whatever is suppressed is listed as unprotectable; it stays suppressed, nothing is
 * suppressed in vain for it, and nothing further about it is disclosed either. The same holds for what earlier
 * publications suppressed. A refusal means that nothing may be released.
 */
export function protect(problem: SuppressionProblem, solver: Solver): Protection | SuppressionRefusal {
  const bad = checkProblem(problem)
  if (bad) return bad
  const system = blockSystem(problem)
  if (system.mustShow !== null) return { refused: 'small-must-show', about: system.mustShow }
  const budget = new Budget(problem.deadline)
  try {
    const protectedBlocks = system.blocks.map((block, index) => {
      const found = protectBlock(block, problem, system, solver, budget)
      problem.progress?.(index + 1, system.blocks.length)
      return found
    })
    return collect(problem, protectedBlocks, budget)
  } catch (error) {
    if (error instanceof SolveFailure)
      return { refused: error.code, ...(error.cause === undefined ? {} : { thrown: String(error.cause) }) }
    throw error
  }
}

interface ProtectedBlock {
  secondary: ReadonlySet<string>
  primary: ReadonlySet<string>
  intervals: ReadonlyMap<string, Inference>
  causes: ReadonlyMap<string, Cause>
  groups: readonly ProtectedGroup[]
  proven: boolean
  unknowns: number
}

function protectBlock(
  block: Block,
  problem: SuppressionProblem,
  system: BlockSystem,
  solver: Solver,
  budget: Budget,
): ProtectedBlock {
  const small = smallRows(block)
  const primary = new Set(idsOf(block, small))
  const groups = candidateGroups(block, system.counts, problem.threshold)
  if (small.length === 0 && groups.list.length === 0) return { ...NOTHING, primary }
  const attacker = new Attacker(block, system.counts, solver, budget, groups)
  try {
    const levels = protectionLevels(block, attacker, small, problem.threshold)
    const needs = groupRequirements(block, attacker, groups.list, problem.threshold)
    const requirements = [...levels.flatMap(requirementsOf), ...needs.requirements]
    const suppressedBefore = new Set(problem.suppressedBefore)
    const { covers } = needs
    const choice = chooseSecondary({ block, attacker, requirements, covers, suppressedBefore, solver, budget })
    const [before, after] = [patternOf(block, []), patternOf(block, choice.rows)]
    audit(attacker, levels, after)
    auditGroups(attacker, needs.requirements, after)
    const intervals = new Map<string, Inference>()
    for (const row of small) {
      const found = { before: attacker.interval(before, row), after: attacker.interval(after, row) }
      for (const id of block.rows[row]!.ids) intervals.set(id, found)
    }
    return {
      secondary: new Set(idsOf(block, choice.rows)),
      primary,
      intervals,
      causes: causesOf(block, levels, problem, system, solver, budget),
      groups: groups.list.map((group) => namedGroup(group, block, system, needs.given.get(group) ?? null)),
      proven: choice.proven,
      unknowns: attacker.unknowns,
    }
  } finally {
    attacker.close()
  }
}

const NOTHING: Omit<ProtectedBlock, 'primary'> = {
  secondary: new Set(),
  intervals: new Map(),
  causes: new Map(),
  groups: [],
  proven: true,
  unknowns: 0,
}

function namedGroup(group: Group, block: Block, { names }: BlockSystem, given: Range | null): ProtectedGroup {
  const { kind, count, atoms, less, pairs } = group
  const named = (list: readonly number[]) => list.map((atom) => names[atom]!)
  const cells = [...new Set(pairs.flatMap((pair) => idsOf(block, pair)))].sort()
  return { kind, count, atoms: named(atoms), less: named(less), cells, given }
}

function collect(problem: SuppressionProblem, blocks: readonly ProtectedBlock[], budget: Budget): Protection {
  const suppressed = new Map<string, Suppression>()
  const intervals = new Map<string, Inference>()
  const causes = new Map<string, Cause>()
  const order = new Map(Object.keys(problem.atoms).map((name, index) => [name, index]))
  const inOrder = (names: string[]) => names.sort((a, b) => order.get(a)! - order.get(b)!)
  const groups = blocks.flatMap((block) =>
    block.groups.map((group) => ({ ...group, atoms: inOrder(group.atoms), less: inOrder(group.less) })),
  )
  const given = groups.filter((group) => group.given !== null && group.kind !== 'change')
  for (const { id, sensitive } of problem.cells)
    for (const block of blocks) {
      if (block.secondary.has(id) || (block.primary.has(id) && sensitive === false)) suppressed.set(id, 'secondary')
      else if (block.primary.has(id)) suppressed.set(id, 'primary')
      const interval = block.intervals.get(id)
      if (interval && suppressed.get(id) === 'primary') intervals.set(id, interval)
      const cause = block.causes.get(id)
      if (cause && suppressed.get(id) === 'primary') causes.set(id, cause)
    }
  return {
    suppressed: Object.fromEntries(suppressed),
    unprotectable: [...causes.keys(), ...given.map(({ atoms }) => atoms.join('+'))],
    causes: Object.fromEntries(causes),
    intervals: Object.fromEntries(intervals),
    groups,
    proven: blocks.every((block) => block.proven),
    programs: budget.programs,
    blocks: blocks.length,
    unknowns: blocks.reduce((sum, block) => sum + block.unknowns, 0),
  }
}

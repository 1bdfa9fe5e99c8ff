import { Attacker } from './attacker/attacker.ts'
import { type Block, type BlockSystem, blockSystem, idsOf, smallRows } from './blocks.ts'
import type { Budget } from './budget.ts'
import type { Solver } from './lp.ts'
import type { SuppressionProblem } from './problem.ts'
import { type ProtectionLevel, protectionLevels } from './protection-levels.ts'

/**
 * Why a small cell cannot be protected in full:
 * `earlier` = earlier publications disclose (part of) it; `shown` = cells that may not be suppressed do;
 * `parts` = the rule itself does: two non-zero parts of it are at least 1 each, so it is at least 2.
 */
export type Cause = 'earlier' | 'shown' | 'parts'

/** Which of earlier publications, cells that must be shown and the rule itself makes a cell unprotectable. */
export function causesOf(
  block: Block,
  levels: readonly ProtectionLevel[],
  problem: SuppressionProblem,
  system: BlockSystem,
  solver: Solver,
  budget: Budget,
): Map<string, Cause> {
  const open = levels.filter(({ lowest, highest }) => lowest > 1 || highest < problem.threshold - 1)
  const causes = new Map<string, Cause>()
  if (open.every(({ row }) => block.rows[row]!.ids.length === 0)) return causes
  const alone = withoutEarlier(block, problem, system)
  const now = levelsById(alone, solver, budget)
  const rule = alone.cells.some((cell) => cell.suppressible === false)
    ? levelsById({ ...alone, cells: alone.cells.map((cell) => ({ ...cell, suppressible: true })) }, solver, budget)
    : now
  for (const { row, lowest, highest } of open)
    for (const id of block.rows[row]!.ids) {
      const same = (levelOf: ReadonlyMap<string, ProtectionLevel>) =>
        levelOf.get(id)?.lowest === lowest && levelOf.get(id)?.highest === highest
      causes.set(id, same(rule) ? 'parts' : same(now) ? 'shown' : 'earlier')
    }
  return causes
}

/** The problem of the block's own cells as if nothing had ever been published. */
function withoutEarlier(block: Block, problem: SuppressionProblem, system: BlockSystem): SuppressionProblem {
  const ids = new Set(idsOf(block, [...block.rows.keys()]))
  const names = new Set(block.atoms.map((atom) => system.names[atom]!))
  return {
    threshold: problem.threshold,
    atoms: Object.fromEntries([...names].map((name) => [name, problem.atoms[name]!])),
    cells: problem.cells.filter((cell) => ids.has(cell.id)),
    sameTotal: (problem.sameTotal ?? []).filter((lists) => names.has(lists.flat()[0] ?? '')),
  }
}

function levelsById(problem: SuppressionProblem, solver: Solver, budget: Budget): Map<string, ProtectionLevel> {
  const system = blockSystem(problem)
  const levels = new Map<string, ProtectionLevel>()
  for (const block of system.blocks) {
    const small = smallRows(block)
    if (small.length === 0) continue
    const attacker = new Attacker(block, system.counts, solver, budget)
    try {
      for (const level of protectionLevels(block, attacker, small, problem.threshold))
        for (const id of idsOf(block, [level.row])) levels.set(id, level)
    } finally {
      attacker.close()
    }
  }
  return levels
}

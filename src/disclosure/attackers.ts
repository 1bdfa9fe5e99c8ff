import type { Solver } from '../suppression/lp.ts'
import { isRefusal, type SuppressionProblem, type SuppressionRefusal } from '../suppression/problem.ts'
import { type Protection, protect } from '../suppression/protect.ts'

/**
 * The same figures against several attackers, each with a problem of their own: what they have seen, and below which number
 * a count is small to them. Whatever is suppressed for one costs nothing for the next, and takes nothing from the one before:
 * an attacker who sees less learns less.
 */
export function protectAgainstAll(
  problems: readonly SuppressionProblem[],
  solver: Solver,
): Protection | SuppressionRefusal {
  let all: Protection | null = null
  for (const problem of problems) {
    const hidden = all?.suppressed ?? {}
    const cells = problem.cells.map((cell) => (hidden[cell.id] ? { ...cell, hidden: true } : cell))
    const found = protect({ ...problem, cells }, solver)
    if (isRefusal(found)) return found
    all = all ? both(all, found) : found
  }
  if (!all) throw new Error('there is nobody to protect against')
  return all
}

/** What is known of a figure is said as the first attacker finds it, where both do. */
function both(first: Protection, other: Protection): Protection {
  const primary = Object.fromEntries(Object.entries(other.suppressed).filter(([, kind]) => kind === 'primary'))
  return {
    suppressed: { ...other.suppressed, ...first.suppressed, ...primary },
    unprotectable: [...new Set([...first.unprotectable, ...other.unprotectable])],
    causes: { ...other.causes, ...first.causes },
    intervals: { ...other.intervals, ...first.intervals },
    groups: [...first.groups, ...other.groups],
    proven: first.proven && other.proven,
    programs: first.programs + other.programs,
    blocks: first.blocks + other.blocks,
    unknowns: first.unknowns + other.unknowns,
  }
}

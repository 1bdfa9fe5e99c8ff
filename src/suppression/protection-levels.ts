import type { Attacker, End, Requirement } from './attacker/attacker.ts'
import { type Pattern, patternOf } from './attacker/feasible-points.ts'
import type { Block } from './blocks.ts'
import { SolveFailure } from './budget.ts'

/** How far the attacker's interval of a row must reach. */
export interface ProtectionLevel {
  row: number
  lowest: number
  highest: number
}

/** An interval must cover 1…k−1, or as much of it as it would with everything suppressed that may be. */
export function protectionLevels(
  block: Block,
  attacker: Attacker,
  rows: readonly number[],
  threshold: number,
): ProtectionLevel[] {
  const everything = patternOf(
    block,
    [...block.rows.keys()].filter((row) => block.rows[row]!.candidate),
  )
  const full = rows.map((row) => ({ row, lowest: 1, highest: threshold - 1 }))
  attacker.reachTogether(everything, full.flatMap(endsOf))
  return full.map(({ row, lowest, highest }) => ({
    row,
    lowest: attacker.limit(everything, { row, side: 'lowest', level: lowest }),
    highest: attacker.limit(everything, { row, side: 'highest', level: highest }),
  }))
}

/** Both ends of a level, the one that fails more often first. */
export function endsOf({ row, lowest, highest }: ProtectionLevel): End[] {
  return [
    { row, side: 'highest', level: highest },
    { row, side: 'lowest', level: lowest },
  ]
}

/** Both must be possible, each for itself. */
export function requirementsOf(level: ProtectionLevel): Requirement[] {
  return endsOf(level).map((end) => [end])
}

/**
 * The attack on the pattern as it will be published: whatever led to it, nothing goes out unless this fails.
 * @throws SolveFailure
 */
export function audit(attacker: Attacker, levels: readonly ProtectionLevel[], pattern: Pattern): void {
  for (const { row, lowest, highest } of levels) {
    const safe = attacker.limit(pattern, { row, side: 'lowest', level: lowest }) <= lowest
    if (!safe || attacker.limit(pattern, { row, side: 'highest', level: highest }) < highest)
      throw new SolveFailure('solver-failed')
  }
}

/** The same for groups. @throws SolveFailure */
export function auditGroups(attacker: Attacker, requirements: readonly Requirement[], pattern: Pattern): void {
  for (const requirement of requirements)
    if (attacker.cover(pattern, requirement) !== null) throw new SolveFailure('solver-failed')
}

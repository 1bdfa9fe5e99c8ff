import type { Attack } from './attacker/attacker.ts'
import { type Pattern, patternOf } from './attacker/feasible-points.ts'
import { Stopped } from './budget.ts'
import type { Part } from './rows.ts'

/** How far the attacker's interval of a row must reach. */
export interface Goal {
  row: number
  lowest: number
  highest: number
}

/** An interval must cover 1…k−1, or as much of it as it would with everything hidden that may be. */
export function setGoals(part: Part, attack: Attack, small: readonly number[], threshold: number): Goal[] {
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
export function audit(attack: Attack, goals: readonly Goal[], pattern: Pattern): void {
  for (const { row, lowest, highest } of goals) {
    const safe = attack.limit(pattern, row, 'lowest', lowest) <= lowest
    if (!safe || attack.limit(pattern, row, 'highest', highest) < highest) throw new Stopped('solver-failed')
  }
}

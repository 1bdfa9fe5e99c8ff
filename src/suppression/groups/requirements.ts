import type { Attacker, End, Requirement } from '../attacker/attacker.ts'
import { patternOf } from '../attacker/feasible-points.ts'
import type { Block } from '../blocks.ts'
import { isVisible } from './differences.ts'
import type { Group, Range } from './group.ts'

/** What has to stay possible so that no group is given away. */
export interface GroupRequirements {
  requirements: Requirement[]
  /** Rows of which one has to be suppressed, whatever else is. */
  covers: number[][]
  /** Of groups that are given away with everything suppressed that may be: from what to what they are known to be. */
  given: ReadonlyMap<Group, Range>
}

/**
 * A group is given away when all it could be is small, and that is less than 1…k−1: so it must be able to be 0 or k, or else
 * as little as 1 and as much as k−1. Of those that are given away whatever is suppressed no more must become known.
 */
export function groupRequirements(
  block: Block,
  attacker: Attacker,
  groups: readonly Group[],
  threshold: number,
): GroupRequirements {
  const candidates = [...block.rows.keys()].filter((row) => block.rows[row]!.candidate)
  const everything = patternOf(block, candidates)
  const needs = groups.map((_, nth) => requirementsOf(block.rows.length + nth, threshold))
  attacker.reachTogether(everything, needs.flat(2))
  const found = { requirements: [] as Requirement[], covers: [] as number[][], given: new Map<Group, Range>() }
  for (const [nth, group] of groups.entries()) {
    const row = block.rows.length + nth
    if (needs[nth]!.every((requirement) => attacker.cover(everything, requirement) === null)) {
      found.requirements.push(...needs[nth]!)
      for (const pair of group.pairs)
        if (pair.every((one) => isVisible(block.rows[one]!)))
          found.covers.push(pair.filter((one) => block.rows[one]!.candidate))
      continue
    }
    const lowest = attacker.limit(everything, { row, side: 'lowest', level: 0 })
    const highest = attacker.limit(everything, { row, side: 'highest', level: threshold })
    found.given.set(group, [lowest, highest])
    if (lowest < highest)
      found.requirements.push([{ row, side: 'lowest', level: lowest }], [{ row, side: 'highest', level: highest }])
  }
  return found
}

function requirementsOf(row: number, threshold: number): [Requirement, Requirement] {
  const lowest = (level: number): End => ({ row, side: 'lowest', level })
  const highest = (level: number): End => ({ row, side: 'highest', level })
  return [
    [highest(threshold), lowest(1)],
    [highest(threshold - 1), lowest(0)],
  ]
}

import type { Attack } from './attacker/attacker.ts'
import { type Pattern, patternOf, type Side } from './attacker/feasible-points.ts'
import { Stopped } from './budget.ts'
import { byCost, type Cost, cheaper, cheapestHittingSet, type HittingSet, plus } from './hitting-set.ts'
import type { Goal } from './protection-levels.ts'
import type { Part, Row } from './rows.ts'

export interface Choice {
  /** Rows hidden to protect others. */
  rows: readonly number[]
  /** True when it is proved that no cheaper choice exists. */
  proven: boolean
}

/** Bounds of the search in rounds and steps, not in time, so that the outcome does not depend on the machine. */
const SEARCH = { rounds: 60, steps: 600_000 }

/**
 * The rows that must be hidden besides the small ones: fewest figures first, then those that keep the pattern of the
 * release before, then the smallest.
 *
 * Whenever the attack succeeds, the solver's prices name the shown figures it rests on; one of those must be hidden,
 * whatever else is. So the cheapest choice that hits all such lists found so far is a lower bound, and the first one
 * that the attack no longer breaks is the best there is (Fischetti and Salazar-González 2001 solve cell suppression
 * along this line). Lists are gathered with choices that are only roughly cheapest, until one of those holds.
 */
export function chooseSecondary(
  part: Part,
  attack: Attack,
  goals: readonly Goal[],
  keep: ReadonlySet<string>,
  search = SEARCH,
): Choice {
  const costs = costOf(part, keep)
  const lists: (readonly number[])[] = []
  let left = search.steps
  let best: HittingSet | null = null
  let holding: readonly number[] = [...part.rows.keys()].filter((row) => part.rows[row]!.candidate)
  for (let round = 0; round < search.rounds; round++) {
    const rough = cheapestHittingSet(lists, costs, 0)
    const found = weakPoints(part, attack, goals, costs, rough.chosen)
    lists.push(...found)
    holding = [...new Set([...rough.chosen, ...found.flat()])]
    if (found.length > 0) continue
    if (best === null || cheaper(rough.cost, best.cost)) best = rough
    const cheapest = cheapestHittingSet(lists, costs, left)
    left -= cheapest.steps
    if (left <= 0) break
    if (!cheaper(cheapest.cost, best.cost)) return { rows: best.chosen, proven: true }
    const more = weakPoints(part, attack, goals, costs, cheapest.chosen)
    if (more.length === 0) return { rows: cheapest.chosen, proven: true }
    lists.push(...more)
  }
  return { rows: trim(part, attack, goals, costs, best?.chosen ?? holding), proven: false }
}

/** Without a proof in reasonable time: a choice that holds, less everything it can do without, dearest first. */
function trim(
  part: Part,
  attack: Attack,
  goals: readonly Goal[],
  costs: readonly Cost[],
  rows: readonly number[],
): readonly number[] {
  let left = rows
  for (const row of [...rows].sort((a, b) => byCost(costs, b, a))) {
    const fewer = left.filter((other) => other !== row)
    if (holds(attack, goals, patternOf(part, fewer))) left = fewer
  }
  return left
}

const SIDES: readonly Side[] = ['highest', 'lowest']

function holds(attack: Attack, goals: readonly Goal[], pattern: Pattern): boolean {
  return goals.every((goal) => SIDES.every((side) => attack.blame(pattern, goal.row, side, goal[side]) === null))
}

/**
 * Lists of rows of which one must be hidden for the goals to be met. After each the whole of it is hidden, so one round
 * yields lists that have nothing in common.
 */
function weakPoints(
  part: Part,
  attack: Attack,
  goals: readonly Goal[],
  costs: readonly Cost[],
  chosen: readonly number[],
): number[][] {
  const pattern = patternOf(part, chosen)
  const found: number[][] = []
  const ends = goals.flatMap((goal) => SIDES.map((side) => ({ row: goal.row, side, level: goal[side] })))
  attack.prepare(pattern, ends)
  for (const { row, side, level } of ends)
    for (;;) {
      const blamed = attack.blame(pattern, row, side, level)
      if (blamed === null) break
      if (blamed.length === 0) throw new Stopped('solver-failed')
      const list = tighten(part, attack, { row, side, level }, costs, blamed)
      found.push(list)
      for (const other of list) pattern[other] = 1
    }
  return found
}

/** The list without the rows that may be hidden and the attack still succeeds. */
function tighten(
  part: Part,
  attack: Attack,
  { row, side, level }: { row: number; side: Side; level: number },
  costs: readonly Cost[],
  blamed: readonly number[],
): number[] {
  const pattern = Uint8Array.from(part.rows, (other: Row) => (other.hidden || other.candidate ? 1 : 0))
  for (const other of blamed) pattern[other] = 0
  let list = [...blamed].sort((a, b) => byCost(costs, b, a))
  for (const other of [...list]) {
    if (!list.includes(other) || list.length === 1) continue
    pattern[other] = 1
    const stillBlamed = attack.blame(pattern, row, side, level)
    if (!stillBlamed?.length) pattern[other] = 0
    else {
      const fewer = list.filter((member) => stillBlamed.includes(member))
      for (const member of list) if (!fewer.includes(member)) pattern[member] = 1
      list = fewer
    }
  }
  return list
}

function costOf(part: Part, keep: ReadonlySet<string>): Cost[] {
  const figures = part.rows.reduce((sum, row) => sum + row.ids.length, 0)
  return part.rows.map(({ ids, value }) =>
    ids
      .map((id) => ({ first: figures + 1 + (keep.has(id) ? 0 : 1), second: value }))
      .reduce(plus, { first: 0, second: 0 }),
  )
}

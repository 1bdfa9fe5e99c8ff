import { type Attack, type Pattern, type Side, Stopped } from './attack.ts'
import { type Cost, cheaper, cheapestHittingSet, plus } from './hitting-set.ts'
import type { Part, Row } from './system.ts'

/** How far the attacker's interval of a row must reach. */
export interface Goal {
  row: number
  lowest: number
  highest: number
}

export interface Choice {
  /** Rows hidden to protect others. */
  rows: readonly number[]
  /** True when it is proved that no cheaper choice exists. */
  proven: boolean
}

/** Bounds of the search in steps, not in time, so that the outcome does not depend on the machine. */
const rounds = 200
const steps = 20_000

/**
 * The rows that must be hidden besides the small ones: fewest figures first, then those that keep the pattern of the
 * release before, then the smallest.
 *
 * Whenever the attack succeeds, the solver's prices name the shown figures it rests on; one of those must be hidden,
 * whatever else is. So the cheapest choice that hits all such lists found so far is a lower bound, and the first one
 * that the attack no longer breaks is the best there is (Fischetti and Salazar-González 2001 solve cell suppression
 * along this line).
 */
export function chooseSecondary(part: Part, attack: Attack, goals: readonly Goal[], keep: ReadonlySet<string>): Choice {
  const costs = costOf(part, keep)
  const everything = part.rows.map((_, row) => row).filter((row) => part.rows[row]!.candidate)
  const lists: (readonly number[])[] = []
  for (let round = 0; round < rounds; round++) {
    const cheapest = cheapestHittingSet(lists, costs, steps)
    if (!cheapest.proven) break
    const found = weakPoints(part, attack, goals, costs, cheapest.chosen)
    if (found.length === 0) return { rows: cheapest.chosen, proven: true }
    lists.push(...found)
  }
  return { rows: settle(part, attack, goals, costs, lists, everything), proven: false }
}

/** Without a proof in reasonable time: any choice that holds, less everything it can do without, dearest first. */
function settle(
  part: Part,
  attack: Attack,
  goals: readonly Goal[],
  costs: readonly Cost[],
  lists: readonly (readonly number[])[],
  everything: readonly number[],
): readonly number[] {
  const known = [...lists]
  let rows: readonly number[] = everything
  for (let round = 0; round < rounds; round++) {
    const { chosen } = cheapestHittingSet(known, costs, 1)
    const found = weakPoints(part, attack, goals, costs, chosen)
    if (found.length === 0) {
      rows = chosen
      break
    }
    known.push(...found)
  }
  for (const row of [...rows].sort((a, b) => (cheaper(costs[b]!, costs[a]!) ? -1 : 1))) {
    const fewer = rows.filter((other) => other !== row)
    if (holds(attack, goals, patternOf(part, fewer))) rows = fewer
  }
  return rows
}

/** The pattern with these rows hidden besides those hidden anyway. */
export function patternOf(part: Part, rows: readonly number[]): Pattern {
  const pattern = Uint8Array.from(part.rows, (row) => (row.hidden ? 1 : 0))
  for (const row of rows) pattern[row] = 1
  return pattern
}

const sides: readonly Side[] = ['highest', 'lowest']

function holds(attack: Attack, goals: readonly Goal[], pattern: Pattern): boolean {
  return goals.every((goal) => sides.every((side) => attack.blame(pattern, goal.row, side, goal[side]) === null))
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
  const ends = goals.flatMap((goal) => sides.map((side) => ({ row: goal.row, side, level: goal[side] })))
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
  let list = [...blamed].sort((a, b) => (cheaper(costs[b]!, costs[a]!) ? -1 : 1))
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

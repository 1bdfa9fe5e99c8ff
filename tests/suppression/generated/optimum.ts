import type { SuppressionProblem } from '../../../src/suppression/problem.ts'
import { BruteForce } from './brute-force.ts'
import { groupsByHand } from './groups-by-hand.ts'

export interface Optimum {
  /** Secondary cells hidden, and the sum of their values. */
  cells: number
  value: number
}

interface Target {
  sum: readonly string[]
  lowest: number
  highest: number
}

/**
 * The cheapest safe choice by trying every set of cells, fewest first. With `strict` only cells that can be protected
 * in full count; without it also what can still be kept of the others, and of what earlier releases hid.
 */
export function optimum(problem: SuppressionProblem, strict = false): Optimum {
  const brute = new BruteForce(problem)
  const { threshold } = problem
  const value = (sum: readonly string[]) => brute.value(sum)
  const small = (sum: readonly string[]) => value(sum) >= 1 && value(sum) < threshold
  const key = (sum: readonly string[]) => [...sum].sort().join()
  const primaries = problem.cells.filter((cell) => cell.sensitive !== false && small(cell.sum))
  const primaryKeys = new Set(primaries.map((cell) => key(cell.sum)))
  const start = new Set(problem.cells.filter((cell) => primaryKeys.has(key(cell.sum))).map((cell) => cell.id))
  const may = problem.cells.filter((cell) => !start.has(cell.id) && value(cell.sum) > 0 && cell.suppressible !== false)
  const all = new Set([...start, ...may.map((cell) => cell.id)])
  const now = new Set(problem.cells.map((cell) => key(cell.sum)))
  const before = (problem.earlier ?? []).filter(
    ({ sum, shown }) => shown === null && small(sum) && !now.has(key(sum)) && !strict,
  )
  const targets: Target[] = [...primaries, ...before]
    .map(({ sum }) => ({ sum, lowest: brute.end(all, sum, 'lowest'), highest: brute.end(all, sum, 'highest') }))
    .filter(({ lowest, highest }) => !strict || (lowest === 1 && highest === threshold - 1))
  const groups = groupsByHand(problem)
  const lost = groups
    .filter((group) => brute.isGivenAway(all, group))
    .map((group) => ({ group, best: brute.range(all, group) }))
  const kept = groups.filter((group) => lost.every((one) => one.group !== group))
  const safe = (chosen: readonly string[]) => {
    const hidden = new Set([...start, ...chosen])
    return (
      targets.every(
        ({ sum, lowest, highest }) =>
          brute.possible(hidden, sum, 0, lowest) && brute.possible(hidden, sum, highest, Number.POSITIVE_INFINITY),
      ) &&
      kept.every((group) => !brute.isGivenAway(hidden, group)) &&
      (strict || lost.every(({ group, best }) => brute.range(hidden, group).join() === best.join()))
    )
  }
  for (let cells = 0; cells <= may.length; cells++) {
    const found = subsets(may.length, cells)
      .map((members) => ({
        ids: members.map((member) => may[member]!.id),
        value: members.reduce((sum, member) => sum + value(may[member]!.sum), 0),
      }))
      .sort((a, b) => a.value - b.value)
      .find((choice) => safe(choice.ids))
    if (found) return { cells, value: found.value }
  }
  throw new Error('hiding everything did not help')
}

function subsets(of: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]]
  const all: number[][] = []
  for (let first = from; first + size <= of; first++)
    for (const rest of subsets(of, size - 1, first + 1)) all.push([first, ...rest])
  return all
}

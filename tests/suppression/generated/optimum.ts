import type { Question } from '../../../src/suppression/problem.ts'
import { BruteForce } from './brute-force.ts'

export interface Optimum {
  /** Secondary figures hidden, and the sum of their values. */
  figures: number
  value: number
}

interface Target {
  sum: readonly string[]
  lowest: number
  highest: number
}

/**
 * The cheapest safe choice by trying every set of figures, fewest first. With `strict` only figures that can be protected
 * in full count; without it also what can still be kept of the others, and of what earlier releases hid.
 */
export function optimum(question: Question, strict = false): Optimum {
  const brute = new BruteForce(question)
  const { threshold } = question
  const value = (sum: readonly string[]) => brute.value(sum)
  const small = (sum: readonly string[]) => value(sum) >= 1 && value(sum) < threshold
  const key = (sum: readonly string[]) => [...sum].sort().join()
  const primaries = question.figures.filter((figure) => figure.sensitive !== false && small(figure.sum))
  const primaryKeys = new Set(primaries.map((figure) => key(figure.sum)))
  const start = new Set(
    question.figures.filter((figure) => primaryKeys.has(key(figure.sum))).map((figure) => figure.id),
  )
  const may = question.figures.filter(
    (figure) => !start.has(figure.id) && value(figure.sum) > 0 && figure.mayHide !== false,
  )
  const all = new Set([...start, ...may.map((figure) => figure.id)])
  const now = new Set(question.figures.map((figure) => key(figure.sum)))
  const before = (question.earlier ?? []).filter(
    ({ sum, shown }) => shown === null && small(sum) && !now.has(key(sum)) && !strict,
  )
  const targets: Target[] = [...primaries, ...before]
    .map(({ sum }) => ({ sum, lowest: brute.end(all, sum, 'lowest'), highest: brute.end(all, sum, 'highest') }))
    .filter(({ lowest, highest }) => !strict || (lowest === 1 && highest === threshold - 1))
  const safe = (chosen: readonly string[]) => {
    const hidden = new Set([...start, ...chosen])
    return targets.every(
      ({ sum, lowest, highest }) =>
        brute.possible(hidden, sum, 0, lowest) && brute.possible(hidden, sum, highest, Number.POSITIVE_INFINITY),
    )
  }
  for (let figures = 0; figures <= may.length; figures++) {
    const found = subsets(may.length, figures)
      .map((members) => ({
        ids: members.map((member) => may[member]!.id),
        value: members.reduce((sum, member) => sum + value(may[member]!.sum), 0),
      }))
      .sort((a, b) => a.value - b.value)
      .find((choice) => safe(choice.ids))
    if (found) return { figures, value: found.value }
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

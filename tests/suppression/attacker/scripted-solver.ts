import type { LinearModel, ModelShape, Solution, Solver } from '../../../src/suppression/lp.ts'

/** What a program was asked: its shape, bounds of each row and cost of each column, as they stood then. */
export interface Asked {
  shape: ModelShape
  bounds: (readonly [lower: number, upper: number])[]
  costs: number[]
}

/**
 * A solver that answers what it is told, one answer a program, and remembers what it was asked. Asking more than there are answers
 * is an error: so a test says how many programs there are.
 */
export function scriptedSolver(...answers: ((asked: Asked) => Solution)[]): { solver: Solver; asked: Asked[] } {
  const asked: Asked[] = []
  const open = (shape: ModelShape): LinearModel => {
    const bounds: Asked['bounds'] = shape.rows.map(() => [0, Number.POSITIVE_INFINITY])
    const costs = Array.from({ length: shape.columns }, () => 0)
    return {
      setRowBounds: (row, lower, upper) => {
        bounds[row] = [lower, upper]
      },
      setCost: (column, cost) => {
        costs[column] = cost
      },
      solve: () => {
        const one = { shape, bounds: [...bounds], costs: [...costs] }
        const answer = answers[asked.length]
        asked.push(one)
        if (!answer) throw new Error(`program ${asked.length} was not expected`)
        return answer(one)
      },
      close: () => {},
    }
  }
  return { solver: { open }, asked }
}

/** An optimum at this point; it rests on no row unless duals are given, by row. */
export function optimum(point: readonly number[], duals: Readonly<Record<number, number>> = {}) {
  return ({ shape }: Asked): Solution => ({
    status: 'optimal',
    point,
    duals: shape.rows.map((_, row) => duals[row] ?? 0),
  })
}

export const infeasible = (): Solution => ({ status: 'infeasible' })

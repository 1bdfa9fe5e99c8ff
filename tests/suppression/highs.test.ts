import { beforeAll, describe, expect, it } from 'vitest'
import { loadSolver } from '../../src/suppression/highs.ts'
import type { LinearModel, ModelShape, Solver } from '../../src/suppression/lp.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

/** x + 2y is between these, x at most 4; the cost is x's. */
function program(lower: number, upper: number, more: Partial<ModelShape> = {}): LinearModel {
  const model = solver.open({
    columns: 2,
    upper: [4, 1],
    rows: [{ columns: [0, 1], weights: [1, 2] }],
    integer: false,
    ...more,
  })
  model.setRowBounds(0, lower, upper)
  model.setCost(0, 1)
  return model
}
const DAY = { seconds: 86_400 }
const point = (model: LinearModel) => {
  const solution = model.solve(DAY)
  return solution.status === 'optimal' ? Array.from(solution.point) : solution.status
}

describe('a program', () => {
  it('is solved at the least cost, with weights, upper bounds, and whole numbers where it is asked to', () => {
    expect(point(program(3, Number.POSITIVE_INFINITY))).toEqual([1, 1])
    expect(point(program(2.5, 2.5))).toEqual([0.5, 1])
    expect(point(program(2.5, 2.5, { integer: true }))).toBe('infeasible')
    expect(point(program(2.5, 3.5, { integer: true }))).toEqual([1, 1])
  })

  it('counts each column once where no weights are given, and has no upper bounds unless they are', () => {
    const model = solver.open({ columns: 2, rows: [{ columns: [0, 1] }], integer: false })
    model.setRowBounds(0, 30, 40)
    model.setCost(0, 1)
    expect(point(model)).toMatchObject([0, expect.closeTo(30, 6)])
    model.setCost(0, -1)
    model.setCost(1, 1)
    expect(point(model)).toEqual([40, 0])
  })

  it('goes on from where it stood when bounds and costs change', () => {
    const model = program(3, 3)
    expect(point(model)).toEqual([1, 1])
    model.setRowBounds(0, 5, 5)
    expect(point(model)).toEqual([3, 1])
    model.setCost(0, -1)
    expect(point(model)).toEqual([4, 0.5])
    model.setRowBounds(0, 7, 9)
    expect(point(model)).toBe('infeasible')
    model.setRowBounds(0, Number.NEGATIVE_INFINITY, 1)
    expect(point(model)).toEqual([1, 0])
  })

  it('says which row its optimum rests on', () => {
    const solution = program(3, 9).solve(DAY)
    expect(solution).toMatchObject({ status: 'optimal' })
    if (solution.status === 'optimal') expect(Array.from(solution.duals)).toEqual([1])
  })

  it('says that its time is up', () => {
    const members = Array.from({ length: 40 }, (_, nth) => nth)
    const rows = members.map((one) => ({ columns: members.filter((other) => (one * other + one + other) % 3 !== 0) }))
    const model = solver.open({ columns: 40, upper: members.map(() => 1), rows, integer: true })
    for (const row of members) model.setRowBounds(row, 3, Number.POSITIVE_INFINITY)
    for (const column of members) model.setCost(column, 1 + (column % 7))
    expect(model.solve({ seconds: 1e-9 })).toEqual({ status: 'out-of-time' })
    expect(model.solve(DAY)).toMatchObject({ status: 'optimal' })
  })

  it('that has given its memory back is asked nothing more', () => {
    const [model, other] = [program(3, 3), program(3, 3)]
    model.close()
    expect(() => model.close()).not.toThrow()
    expect(() => model.solve(DAY)).toThrow()
    expect(point(other)).toEqual([1, 1])
  })
})

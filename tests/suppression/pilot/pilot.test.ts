import loadHighs from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadSolver } from '../../../src/suppression/highs.ts'
import type { Solver } from '../../../src/suppression/lp.ts'
import { isRefusal, type SuppressionProblem } from '../../../src/suppression/problem.ts'
import { type Protection, protect } from '../../../src/suppression/protect.ts'
import { measure } from './measure.ts'
import { asEarlier, release } from './pilot-system.ts'

const size = { indicators: 1, provinces: 3, quarters: 8 }
let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

function answer(problem: SuppressionProblem): Protection {
  const found = protect(problem, solver)
  if (isRefusal(found)) throw new Error(`${found.refused} ${found.about ?? ''}`)
  return found
}

/** The attack written out over every single atom, as text, with none of the product's shortcuts. */
async function plainBounds(problem: SuppressionProblem, found: Protection, ids: readonly string[]) {
  const highs = await loadHighs()
  const names = new Map(Object.keys(problem.atoms).map((name, index) => [name, `x${index}`]))
  const sum = (atoms: readonly string[]) => atoms.map((atom) => names.get(atom)).join(' + ')
  const rows = [
    ...problem.cells.map(({ id, sum: atoms }) => {
      const value = atoms.reduce((total, atom) => total + problem.atoms[atom]!, 0)
      return `${sum(atoms)} ${found.suppressed[id] ? '>= 1' : `= ${value}`}`
    }),
    ...(problem.earlier ?? []).map(
      (earlier) => `${sum(earlier.sum)} ${earlier.shown === null ? '>= 1' : `= ${earlier.shown}`}`,
    ),
    ...(problem.sameTotal ?? []).map(
      ([first, second]) => `${sum(first!)} - ${second!.map((atom) => names.get(atom)).join(' - ')} = 0`,
    ),
  ]
  const solve = (sense: string, id: string) => {
    const target = sum(problem.cells.find((cell) => cell.id === id)!.sum)
    const { Status, ObjectiveValue } = highs.solve(`${sense}\n ${target}\nSubject To\n ${rows.join('\n ')}\nEnd`, {
      output_flag: false,
    })
    return Status === 'Optimal' ? ObjectiveValue : Status
  }
  return ids.map((id) => [solve('Minimize', id), solve('Maximize', id)] as const)
}

describe('a release like the pilot project', () => {
  it('gives away no more than the plain attack over every atom finds, release after release', async () => {
    const first = { threshold: 5, ...release(size, 6, false) }
    const earlier = asEarlier(first, answer(first).suppressed)
    const now = release(size, 7, true)
    const second: SuppressionProblem = {
      threshold: 5,
      cells: now.cells,
      atoms: { ...first.atoms, ...now.atoms },
      sameTotal: [...new Map([...first.sameTotal!, ...now.sameTotal!].map((lists) => [lists[0]![0], lists])).values()],
      earlier,
      suppressedBefore: Object.keys(answer(first).suppressed),
    }
    const found = answer(second)
    const primary = Object.keys(found.intervals)
    expect(primary.length).toBeGreaterThan(10)
    const bounds = await plainBounds(second, found, primary)
    for (const [index, id] of primary.entries()) {
      const [lowest, highest] = found.intervals[id]!.after
      expect(bounds[index]![0], `${id}: lowest`).toBeCloseTo(lowest, 4)
      if (highest === null) expect(bounds[index]![1], `${id}: highest`).toBe('Unbounded')
      else expect(bounds[index]![1], `${id}: highest`).toBeCloseTo(highest, 4)
      if (!found.unprotectable.includes(id))
        expect([lowest <= 1, highest === null || highest >= 4]).toEqual([true, true])
    }
  })

  it('is few unknowns to the solver, and the choice is proved the cheapest', () => {
    const found = measure({ indicators: 3, provinces: 5, quarters: 12 }, 5, solver)
    expect(found).toMatchObject({ cells: 318, blocks: 3, proven: true })
    expect(found.atoms).toBeGreaterThan(5000)
    expect(found.unknowns).toBeLessThan(600)
    expect(found.secondary).toBeGreaterThan(0)
  })
})

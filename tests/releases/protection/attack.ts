import { type EarlierFigure, earlierOf, type LedgerRelease } from '../../../src/disclosure/earlier/ledger.ts'
import { loadSolver } from '../../../src/suppression/highs.ts'
import type { Solver } from '../../../src/suppression/lp.ts'

/**
 * An attacker who has nothing but what releases have shown (the rows of the ledger): for each hidden count the smallest
 * and largest value that fit all of it together, by id. Written apart from the code that decides what to hide.
 */
export async function inferred(releases: readonly LedgerRelease[]): Promise<Map<string, [number, number]>> {
  const { earlier } = earlierOf(releases, () => 0)
  const solver = await loadSolver()
  const byIndicator = new Map<string, EarlierFigure[]>()
  for (const one of earlier) {
    const indicator = one.sum[0]!.split('|')[0]!
    byIndicator.set(indicator, [...(byIndicator.get(indicator) ?? []), one])
  }
  return new Map([...byIndicator.values()].flatMap((rows) => boundsOf(rows, solver)))
}

/** Values of one indicator are parts of no other's figures. */
function boundsOf(shown: readonly EarlierFigure[], solver: Solver): [string, [number, number]][] {
  const names = [...new Set(shown.flatMap(({ sum }) => sum))]
  const position = new Map(names.map((name, at) => [name, at]))
  const rows = shown.map(({ sum }) => ({ columns: sum.map((name) => position.get(name)!) }))
  const model = solver.open({ columns: names.length, rows, integer: false })
  for (const [at, one] of shown.entries()) model.setRowBounds(at, one.shown ?? 1, one.shown ?? 1e6)
  const end = (columns: readonly number[], cost: number) => {
    for (const column of columns) model.setCost(column, cost)
    const solution = model.solve({ seconds: 60 })
    for (const column of columns) model.setCost(column, 0)
    if (solution.status !== 'optimal') throw new Error(solution.status)
    return columns.reduce((sum, column) => sum + solution.point[column]!, 0)
  }
  const found = shown.flatMap((one, at): [string, [number, number]][] => {
    const { columns } = rows[at]!
    return one.shown === null ? [[one.id, [end(columns, 1), end(columns, -1)]]] : []
  })
  model.close()
  return found
}

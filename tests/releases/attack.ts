import { earlierOf, type LedgerRelease } from '../../src/disclosure/ledger.ts'
import { loadSolver } from '../../src/disclosure/solver.ts'

/**
 * An attacker who has nothing but what releases have shown (the rows of the ledger): for each hidden count the smallest
 * and largest value that fit all of it together. Written apart from the code that decides what to hide.
 */
export async function inferred(releases: readonly LedgerRelease[]): Promise<Map<string, [number, number]>> {
  const { earlier } = earlierOf(releases, () => 0)
  const names = [...new Set(earlier.flatMap(({ sum }) => sum))]
  const position = new Map(names.map((name, at) => [name, at]))
  const rows = earlier.map(({ sum }) => ({ plus: sum.map((name) => position.get(name)!) }))
  const solver = await loadSolver()
  const program = solver.open({ columns: names.length, rows, whole: false })
  for (const [at, { shown }] of earlier.entries()) program.bound(at, shown ?? 1, shown ?? 1e7)
  const found = new Map<string, [number, number]>()
  const ids = releases.flatMap(({ releaseId, figures }) =>
    figures
      .filter(({ atoms }) => atoms.length > 0)
      .map(({ figureId, shown }) => ({ id: `${releaseId}:${figureId}`, shown })),
  )
  for (const [at, { id, shown }] of ids.entries()) {
    if (shown !== null) continue
    const end = (price: number) => {
      for (const column of rows[at]!.plus) program.price(column, price)
      const outcome = program.run(60)
      for (const column of rows[at]!.plus) program.price(column, 0)
      if (outcome.status !== 'optimal') throw new Error(outcome.status)
      return rows[at]!.plus.reduce((sum, column) => sum + outcome.point[column]!, 0)
    }
    found.set(id, [end(1), end(-1)])
  }
  program.close()
  return found
}

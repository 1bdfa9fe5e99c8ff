import { loadSolver } from '../../../src/suppression/highs.ts'
import type { Solver } from '../../../src/suppression/lp.ts'
import { type EarlierCell, isRefusal, type SuppressionProblem } from '../../../src/suppression/problem.ts'
import { type Protection, protect } from '../../../src/suppression/protect.ts'
import { asEarlier, pilotSize, release, type Size } from './pilot-system.ts'

export interface Measurement {
  cells: number
  /** Cells of earlier releases that the attacker also has. */
  earlier: number
  atoms: number
  unknowns: number
  blocks: number
  primary: number
  secondary: number
  unprotectable: number
  /** Groups that stand in no table and had to be looked at. */
  groups: number
  proven: boolean
  programs: number
  /** Of the processor: what else the machine does is not in them. */
  seconds: number
}

/**
 * Protects the third release of a project of this size, after two earlier ones (one and two quarters before; one place
 * was corrected since), with the solver loaded and warm. The time is that of the third alone.
 */
export function measure(size: Size, threshold: number, solver: Solver, releases = 3): Measurement {
  const earlier: EarlierCell[] = []
  const known: Record<string, number> = {}
  const totals: (readonly (readonly string[])[])[] = []
  let suppressedBefore: string[] = []
  for (let number = 1; ; number++) {
    const { atoms, cells, sameTotal } = release(size, size.quarters - 1 - releases + number, number > 1)
    Object.assign(known, atoms)
    const seen = new Set(totals.map((lists) => lists[0]![0]))
    totals.push(...(sameTotal ?? []).filter((lists) => !seen.has(lists[0]![0]!)))
    const restated = Object.keys(known).flatMap((name): [string, string][] => {
      const old = name.replace('/corrected', '')
      return old !== name && Object.hasOwn(known, old) ? [[old, name]] : []
    })
    const problem: SuppressionProblem = {
      threshold,
      atoms: { ...known },
      cells,
      earlier,
      restated,
      sameTotal: totals,
      suppressedBefore,
    }
    const before = process.cpuUsage()
    const answer = protect(problem, solver)
    const { user, system } = process.cpuUsage(before)
    const seconds = (user + system) / 1e6
    if (isRefusal(answer)) throw new Error(`release ${number}: ${answer.refused} ${answer.about ?? ''}`)
    if (number === releases) return { ...describe(problem, answer), seconds }
    earlier.push(...asEarlier(problem, answer.suppressed))
    suppressedBefore = Object.keys(answer.suppressed)
  }
}

function describe(problem: SuppressionProblem, answer: Protection): Omit<Measurement, 'seconds'> {
  const kinds = Object.values(answer.suppressed)
  return {
    cells: problem.cells.length,
    earlier: problem.earlier?.length ?? 0,
    atoms: Object.keys(problem.atoms).length,
    unknowns: answer.unknowns,
    blocks: answer.blocks,
    primary: kinds.filter((kind) => kind === 'primary').length,
    secondary: kinds.filter((kind) => kind === 'secondary').length,
    unprotectable: answer.unprotectable.length,
    groups: answer.groups.length,
    proven: answer.proven,
    programs: answer.programs,
  }
}

async function print(): Promise<void> {
  const solver = await loadSolver()
  const line = (label: string, size: Size, threshold: number, releases?: number) => {
    const { seconds, ...rest } = measure(size, threshold, solver, releases)
    console.log(label.padEnd(38), { ...rest, seconds: Number(seconds.toFixed(2)) })
  }
  line('pilot, first release, k = 5', pilotSize, 5, 1)
  line('pilot, third release, k = 5', pilotSize, 5)
  line('pilot, third release, k = 10', pilotSize, 10)
  for (const provinces of [10, 20, 34]) line(`${provinces} provinces, k = 5`, { ...pilotSize, provinces }, 5)
  line('20 quarters, k = 5', { ...pilotSize, quarters: 20 }, 5)
  line('34 provinces, 20 quarters, k = 5', { ...pilotSize, provinces: 34, quarters: 20 }, 5)
}

if (import.meta.url === `file://${process.argv[1]}`) await print()

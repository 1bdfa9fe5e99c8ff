import { loadSolver } from '../../src/suppression/highs.ts'
import { type Ratio, ratioCutShort, ratioToOptimum } from '../suppression/generated/ratio.ts'
import { measure } from '../suppression/pilot/measure.ts'
import { pilotSize, type Size } from '../suppression/pilot/pilot-system.ts'
import { type Line, ms } from './measure.ts'

/** The third release of a pilot-sized project after two others, how it grows, and how near the fewest hidden figures it comes. */
export async function benchDisclosure(): Promise<Line[]> {
  const solver = await loadSolver()
  const sizes: { what: string; size: Size; releases?: number; bar?: number }[] = [
    { what: 'Pilot, third release', size: pilotSize, bar: 10 },
    ...[10, 20, 34].map((provinces) => ({
      what: `${provinces} provinces`,
      size: { ...pilotSize, provinces },
    })),
    { what: '20 quarters', size: { ...pilotSize, quarters: 20 } },
    { what: '34 provinces, 20 quarters', size: { ...pilotSize, provinces: 34, quarters: 20 }, bar: 30 },
    ...[1, 2, 3, 5, 9].map((releases) => ({ what: `Pilot, after ${releases - 1} earlier`, size: pilotSize, releases })),
  ]
  // The first integer program compiles the solver: a second, once a thread.
  measure({ ...pilotSize, indicators: 1 }, 5, solver, 1)
  const lines = sizes.map(({ what, size, releases = 3, bar }): Line => {
    const { cells, earlier, atoms, programs, primary, secondary, seconds } = measure(size, 5, solver, releases)
    const hidden = `${primary} + ${secondary} hidden`
    const result = `${ms(seconds * 1000)} of the processor: ${cells} figures, ${earlier} earlier, ${atoms} atoms, ${programs} programs, ${hidden}`
    return { what, result, ...(bar ? { bar: `≤ ${bar} s`, met: seconds <= bar } : {}) }
  })
  return [
    ...lines,
    near('Hidden for others / fewest possible, small tables', await ratioToOptimum()),
    near('The same, search cut short', await ratioCutShort()),
  ]
}

function near(what: string, ratio: Ratio): Line {
  const result = `${ratio.mean.toFixed(3)} mean, ${ratio.worst.toFixed(2)} worst (${ratio.hidden} / ${ratio.optimum} in ${ratio.tables} tables)`
  return { what, result, bar: '≤ 1.15', met: ratio.mean <= 1.15 }
}

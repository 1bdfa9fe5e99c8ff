import type { ReporterSum } from '../../../src/figures/add-up/reporter-sum.ts'
import { MILLION } from '../../../src/figures/sums.ts'
import type { Rules } from '../../../src/indicators/indicator.ts'
import type { Measure, OverPlaces, OverTime } from '../../../src/vocabulary/indicator.ts'

export const rules = (
  measure: Measure,
  overPlaces: OverPlaces,
  overTime: OverTime,
  targetStage: number | null = null,
): Rules => ({
  measure,
  overPlaces,
  overTime,
  targetStage,
})

let nth = 0

/** A reporter asked once, with a value unless it is left out. */
export function part(value: number | null, base = 0, more: Partial<ReporterSum> = {}): ReporterSum {
  const reported = value === null ? 0 : 1
  const sums = { value: (value ?? 0) * MILLION, base: base * MILLION, product: (value ?? 0) * base * MILLION }
  const usual = { cells: reported, provisional: false, revised: false, joined: false, quarters: [8080] }
  const asked = { reporter: `r${++nth}`, lastDue: 8080, latest: value === null ? null : 8080 }
  return { ...asked, due: 1, expected: 1, reported, sums, ...usual, ...more }
}
export const away = (more: Partial<ReporterSum> = {}) => part(null, 0, { expected: 0, quarters: [], ...more })

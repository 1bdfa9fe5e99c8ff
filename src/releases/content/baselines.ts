import { LAST_QUARTER, type Quarter } from '../../calendar/quarter.ts'
import { isHiddenByRule } from '../../disclosure/suppress.ts'
import type { Figure } from '../../figures/figure.ts'
import { MARKS } from '../../figures/marks.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { quarter } from '../../language/format.ts'
import type { Phase } from '../../project/phase.ts'
import { type Baseline, baselineFor, fromBaselines } from '../../targets/target.ts'
import type { ShownBaseline } from './content.ts'

/**
 * Those of a release, by indicator's code: of the phase in which it ends, where that has its own.
 * @param phases of the project, in order
 * @param by the last quarter of the release
 */
export function baselinesShown(
  baselines: readonly Baseline[],
  indicators: readonly Indicator[],
  k: number,
  phases: readonly Pick<Phase, 'code' | 'from'>[] = [],
  by: Quarter = LAST_QUARTER,
): Map<string, ShownBaseline> {
  const shown = indicators.map((indicator) => {
    const mine = baselines.filter(({ indicatorId }) => indicatorId === indicator.id)
    return [indicator.code, fromBaselines(mine, phases, by, (own) => baselineShown(own, indicator, k))] as const
  })
  return new Map(shown.flatMap(([code, baseline]) => (baseline ? [[code, baseline]] : [])))
}

/** Codes of the indicators of which some baseline, of the project or of a phase, is hidden by the rule of small counts. */
export function hiddenBaselines(
  baselines: readonly Baseline[],
  indicators: readonly Indicator[],
  k: number,
): Set<string> {
  const beginnings = [...new Set(baselines.map(({ phase }) => phase))]
  const isHidden = (indicator: Indicator) =>
    beginnings.some((phase) => {
      const own = baselines.filter((one) => one.phase === phase)
      return baselineShown(own, indicator, k)?.mark === MARKS.confidential.sign
    })
  return new Set(indicators.filter(isHidden).map(({ code }) => code))
}

/**
 * The project's baseline of an indicator, or a phase's, as an outside audience may see it. It stands alone (nothing else in a release is
 * a part of it), so the primary rule is all it needs.
 */
function baselineShown(baselines: readonly Baseline[], indicator: Indicator, k: number): ShownBaseline | null {
  const rows = rowsOf(baselines, indicator)
  const value = baselineFor(baselines, indicator, null)
  const [first] = rows
  if (!first || value === null) return null
  const hidden = isHiddenByRule(asFigure(rows, value), indicator, k)
  return {
    value: hidden ? null : value,
    mark: hidden ? MARKS.confidential.sign : null,
    quarter: { vi: quarter(first.quarter, 'vi'), en: quarter(first.quarter, 'en') },
    source: first.source,
    at: first.quarter,
  }
}

/** Its own baseline, or those of its places, which are then brought together. */
function rowsOf(baselines: readonly Baseline[], { id }: Indicator): Baseline[] {
  const mine = baselines.filter((one) => one.indicatorId === id)
  const own = mine.filter((one) => one.placeId === null)
  return own.length > 0 ? own : mine
}

function asFigure(rows: readonly Baseline[], value: number): Figure {
  const sum = (of: (row: Baseline) => number) => rows.reduce((total, row) => total + of(row), 0)
  const base = sum((row) => row.base ?? 0)
  const numerator = sum((row) => row.value)
  return {
    state: 'reported',
    value,
    numerator,
    denominator: base,
    n: base,
    coverage: [rows.length, rows.length],
    flags: [],
  }
}

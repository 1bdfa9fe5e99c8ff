import { quarterOf } from '../../../src/calendar/quarter.ts'
import { cut, type NamedSpan } from '../../../src/calendar/span.ts'
import type { IndicatorStanding } from '../../../src/dashboards/overview/standing.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import type { ComparedFigure } from '../../../src/targets/compared-table.ts'
import type { Progress } from '../../../src/targets/progress.ts'
import type { Rag } from '../../../src/vocabulary/rag.ts'
import { COUNT, reported } from '../../charts/tables.ts'

export const Q3 = quarterOf(2021, 3)
export const Q4 = quarterOf(2021, 4)
const [before, last] = cut({ from: Q3, to: Q4 }, 'quarter') as [NamedSpan, NamedSpan]

export function indicatorNamed(id: number, more: Partial<DefinedIndicator> = {}): DefinedIndicator {
  const code = more.code ?? `I${id}`
  const always = { from: quarterOf(1990, 1), to: null, schemes: [], rounds: [], knownSince: 0, definedUntil: null }
  return { ...COUNT, id, name: { vi: `${code} (vi)`, en: `Name of ${code}` }, ...always, ...more, code }
}

export function progress(rag: Rag, ofTarget: number | null = null): Progress {
  return { variance: null, ofTarget, rag }
}

/** Where an indicator stands in the last quarter of 2021, and one before; what is not said of it is nothing. */
export function standing(
  own: DefinedIndicator,
  given: {
    /** The values of the quarter before and of this one. */
    values?: [number | null, number | null]
    why?: 'reporters'
    rated?: Progress | null
    /** How it is rated in each province. */
    provinces?: (Progress | null)[]
    isPartial?: boolean
  } = {},
): IndicatorStanding {
  const compared = (figure: Figure, rated: Progress | null = null): ComparedFigure => {
    return { own, figure, target: rated && 100, progress: rated }
  }
  const at = (value: number | null) =>
    compared(value === null ? { state: 'not reported', value, coverage: [0, 1], flags: [] } : reported(value))
  const [was, is] = given.values ?? [null, null]
  const found = was === null || is === null || given.why ? { why: given.why ?? 'nothing now' } : { size: is - was }
  return {
    indicator: own,
    points: [],
    latest: { ...at(is), span: last },
    change: given.values ? { since: before, before: at(was), found } : null,
    rated: compared(reported(50), given.rated ?? null),
    provinces: (given.provinces ?? []).map((one) => compared(reported(5), one)),
    isPartial: given.isPartial ?? false,
  } as IndicatorStanding
}

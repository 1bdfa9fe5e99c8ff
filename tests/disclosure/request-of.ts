import type { ApprovedValue } from '../../src/disclosure/atoms.ts'
import type { ProtectionRequest } from '../../src/disclosure/request.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { Scheme } from '../../src/indicators/breakdown.ts'
import type { DefinedIndicator } from '../../src/indicators/indicator.ts'
import { type FigureTable, figureId, type TableCell } from '../../src/targets/figure-table.ts'
import type { Measure } from '../../src/vocabulary/indicator.ts'

const text = (said: string) => ({ vi: said, en: said })
const scheme = (kind: Scheme['kind'], breakdown: string, id: number): Scheme => ({
  id,
  kind,
  breakdowns: [breakdown],
  from: 0,
  to: null,
})

export function indicator(measure: Measure, sensitivity: 0 | 1 | 2 = 2): DefinedIndicator {
  return {
    id: 1,
    code: 'X1',
    component: 'protection',
    level: 'output',
    resultCode: '3.1',
    name: text('X'),
    definition: text('X'),
    countingUnit: text('người'),
    baseUnit: null,
    measure,
    overPlaces: 'sum',
    overTime: 'sum',
    targetStage: null,
    direction: 'higher',
    sensitivity,
    frequency: 'quarterly',
    disjointReporters: false,
    scale: measure === 'ratio' ? 100 : 1,
    decimals: 0,
    stages: [],
    meansOfVerification: text('hồ sơ'),
    responsible: text('IOM'),
    tags: { sdg: [], gcm: [] },
    schemes: [scheme('primary', 'sex', 1), scheme('partition', 'form', 2), scheme('multiple', 'service', 3)],
    from: 7960,
    to: null,
    yearStart: 1,
    rounds: [],
    knownSince: 0,
    definedUntil: null,
  }
}

export const QUARTER = 8080
export const value = (placeId: number, amount: number, cell = '', base: number | null = null): ApprovedValue => ({
  placeId,
  partnerId: 1,
  quarter: QUARTER,
  approvedFrom: 1,
  cell,
  value: amount,
  base,
})
export const count = (amount: number): Figure => ({ state: 'reported', value: amount, coverage: [1, 1], flags: [] })
export const ratio = (numerator: number, denominator: number): Figure => ({
  state: 'reported',
  value: numerator / denominator,
  numerator,
  denominator,
  coverage: [1, 1],
  flags: [],
})

/** A table of one column; each row is a figure and the values it is made of. */
export function request(
  of: DefinedIndicator,
  rows: { group?: string; cell?: string; figure: Figure; behind: ApprovedValue[] }[],
  overlapping = false,
): ProtectionRequest & { tables: FigureTable[] } {
  const cells = rows.map(({ group = 'project', cell = '', figure }): TableCell[] => {
    const ref = { indicator: of.code, group, span: '2020-Q1', cell }
    const progress = { variance: (figure.value ?? 0) - 7, ofTarget: (figure.value ?? 0) / 7, rag: 'red' as const }
    return [{ id: figureId(ref), ref, figure, period: { from: 8080, to: 8080 }, covers: null, target: 7, progress }]
  })
  const table: FigureTable = {
    id: 't',
    title: text('T'),
    indicator: of,
    rowsAre: rows.some(({ cell }) => cell) ? 'categories' : 'places',
    columnsAre: 'periods',
    rows: rows.map((_, at) => ({ key: String(at), label: text(String(at)) })),
    columns: [{ key: '2020-Q1', label: text('Q1 2020') }],
    cells,
    basis: 'approved',
    map: 'as-reported',
    asAt: 0,
    source: text('s'),
    overlapping,
    breaks: [],
  }
  return {
    tables: [table],
    behind: new Map(cells.map(([cell], at) => [cell!.id, rows[at]!.behind])),
    indicators: new Map([[of.code, of]]),
    threshold: 5,
  }
}

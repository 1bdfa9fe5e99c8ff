import { regionalCsv } from '../../src/charts/export/csv.ts'
import { figureSheet } from '../../src/charts/export/figure-sheet.ts'
import type { PublishableTable } from '../../src/disclosure/publishable.ts'
import { staffTable } from '../../src/disclosure/suppress.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { Indicator } from '../../src/indicators/indicator.ts'
import type { Words } from '../../src/language/words.ts'
import type { FigureTable, Heading, TableCell } from '../../src/targets/figure-table.ts'
import { figureId } from '../../src/targets/figure-table.ts'
import type { Progress } from '../../src/targets/progress.ts'

/** Small tables for the tests of what is drawn and printed. */

export const COUNT: Indicator = {
  id: 1,
  code: 'V3',
  component: 'protection',
  level: 'outcome',
  resultCode: '3',
  name: { vi: 'Số người thụ hưởng', en: 'Clients' },
  definition: { vi: 'd', en: 'd' },
  countingUnit: { vi: 'người', en: 'persons' },
  baseUnit: null,
  measure: 'count',
  overPlaces: 'sum',
  overTime: 'sum',
  targetStage: null,
  direction: 'higher',
  sensitivity: 2,
  frequency: 'quarterly',
  yearStart: 1,
  disjointReporters: true,
  scale: 1,
  decimals: 0,
  stages: [],
  meansOfVerification: { vi: 'm', en: 'm' },
  responsible: { vi: 'r', en: 'r' },
  tags: { sdg: [], gcm: [] },
}
export const RATIO: Indicator = {
  ...COUNT,
  code: 'V6',
  measure: 'ratio',
  baseUnit: { vi: 'khách hàng', en: 'clients' },
  scale: 100,
  decimals: 1,
}
export const MEAN: Indicator = { ...COUNT, code: 'V9', measure: 'mean', decimals: 2 }
export const MILESTONE: Indicator = {
  ...COUNT,
  code: 'J11',
  measure: 'milestone',
  sensitivity: 0,
  targetStage: 1,
  stages: [
    { vi: 'Dự thảo', en: 'Draft' },
    { vi: 'Ban hành', en: 'Issued' },
  ],
}

export function reported(value: number, more: Partial<Figure> = {}): Figure {
  return { state: 'reported', value, coverage: [5, 5], flags: [], ...more }
}
export const NOT_REPORTED: Figure = { state: 'not reported', value: null, coverage: [0, 5], flags: ['partial'] }
export const NOT_APPLICABLE: Figure = { state: 'not applicable', value: null, coverage: [0, 0], flags: [] }
export const NOT_DUE: Figure = { state: 'not due', value: null, coverage: [0, 0], flags: [] }
export const UNDEFINED: Figure = {
  state: 'undefined',
  value: null,
  numerator: 0,
  denominator: 0,
  coverage: [5, 5],
  flags: [],
}
export const NOT_ADDITIVE: Figure = {
  state: 'not additive',
  value: null,
  coverage: [5, 5],
  flags: [],
  why: 'reporters',
}

type Target = { target: number; progress: Progress }

/** Periods down, series across. */
export function table(
  figures: Figure[][],
  given: {
    indicator?: Indicator
    columns?: string[]
    targets?: (Target | null)[]
    rowsAre?: FigureTable['rowsAre']
  } = {},
): PublishableTable {
  const indicator = given.indicator ?? COUNT
  const columns = given.columns ?? ['project']
  const rows = figures.map((_, r): Heading => {
    const label = { vi: `Quý ${r + 1}`, en: `Q${r + 1} 2021` }
    return { key: `2021-Q${r + 1}`, label, dates: { vi: 'từ – đến', en: 'from – to' } }
  })
  const cells = figures.map((row, r) =>
    row.map((figure, c): TableCell => {
      const ref = { indicator: indicator.code, group: columns[c] ?? '', span: rows[r]?.key ?? '', cell: '' }
      const target = given.targets?.[r] ?? null
      const asked = { period: { from: 8084 + r, to: 8084 + r }, covers: null }
      const compared = { target: target?.target ?? null, progress: target?.progress ?? null }
      return { id: figureId(ref), ref, figure, ...asked, ...compared }
    }),
  )
  return staffTable({
    id: 'trend',
    title: { vi: 'V3. Số người thụ hưởng', en: 'V3. Clients' },
    indicator,
    rowsAre: given.rowsAre ?? 'periods',
    columnsAre: 'places',
    rows,
    columns: columns.map((key) => ({ key, label: { vi: key, en: key } })),
    cells,
    basis: 'approved',
    map: 'as-reported',
    asAt: Date.UTC(2021, 9, 31),
    source: { vi: 'các đối tác', en: 'partners' },
    overlapping: false,
    breaks: [],
  })
}

/** A table as it is opened by Excel in the region of a language. */
export function csvOf(given: PublishableTable, dates: string, words: Words, illustrative = false): string {
  return regionalCsv(figureSheet([given], { words, dates, illustrative }), words.language)
}

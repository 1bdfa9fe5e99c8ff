import type { NameUnder } from '../../../language/words.ts'
import { spanOfCell } from '../../../targets/figure-table.ts'
import { spanKey } from '../../content/layout.ts'
import { baseCells } from '../base-cells.ts'
import type { Bilingual } from '../bilingual.ts'
import { ofLifeCell, ofTargetCell, valueCell, varianceCell } from '../cells.ts'
import type { Cell } from '../plan.ts'
import { componentName } from '../sheets/in-words.ts'
import { phaseOfReport } from '../sheets/report-phase.ts'
import {
  asAtOf,
  baselineOf,
  coverageOf,
  dateCell,
  flagCodes,
  flagWords,
  lifeTargetOf,
  numberOnly,
  plannedOf,
  signOfCell,
  stageOf,
} from './figure-cells.ts'
import { ratingCode, ratingOf } from './ratings.ts'
import { breakdownCode, type DataRow, ownId } from './rows.ts'
import { categoryCode, categoryName, placeName, WHOLE_PROJECT } from './where.ts'

export type DataKey = NameUnder<'releases:workbook.column.'>

export type DataColumn = {
  key: DataKey
  width: number
  /** `code`: one column, whatever the languages; `worded`: one in each language; `number`: a number or nothing, never a sign. */
  kind: 'code' | 'worded' | 'number'
  /** Only in a project of several phases. */
  phased?: true
  cell: (row: DataRow, bilingual: Bilingual) => Cell
}

const indicatorOf = ({ one }: DataRow) => one.table.indicator
/** What is held against the plan of its own span. */
const inSpan = ({ against }: DataRow) => against.span ?? null
/** What is held against all that was planned by now: since the beginning or, in a project of several phases, of the phase. */
const byNow = ({ against, content }: DataRow) => (phaseOfReport(content) ? against.phase : against['to-date']) ?? null
const toDate = ({ against }: DataRow) => against['to-date'] ?? null
const inPhase = ({ against }: DataRow) => against.phase ?? null

type Compared = ReturnType<typeof inSpan>
/** A number that belongs to a figure as it is held against one plan: nothing where it is not held against it. */
function compared(of: (row: DataRow) => Compared, made: (cell: NonNullable<Compared>, row: DataRow) => Cell) {
  return (row: DataRow): Cell => {
    const cell = of(row)
    return cell && numberOnly(made(cell, row))
  }
}

/** Codes stand beside words, numbers by themselves: what people filter by, and programs read. */
export const DATA_COLUMNS: readonly DataColumn[] = [
  { key: 'ref', width: 7, kind: 'code', cell: (row) => indicatorOf(row).code },
  { key: 'indicator', width: 40, kind: 'worded', cell: (row, { of }) => of(indicatorOf(row).name) },
  { key: 'component-code', width: 13, kind: 'code', cell: (row) => indicatorOf(row).component ?? WHOLE_PROJECT },
  { key: 'component', width: 14, kind: 'worded', cell: (row, words) => componentName(indicatorOf(row), words) },
  {
    key: 'level',
    width: 11,
    kind: 'worded',
    cell: (row, { t }) => t(`releases:workbook.level.${indicatorOf(row).level}`),
  },
  {
    key: 'measure',
    width: 12,
    kind: 'worded',
    cell: (row, { t }) => t(`indicators:measure.${indicatorOf(row).measure}`),
  },
  { key: 'unit', width: 16, kind: 'worded', cell: (row, { of }) => of(indicatorOf(row).countingUnit) },
  { key: 'place-code', width: 13, kind: 'code', cell: ({ cell }) => cell.ref.group },
  { key: 'place', width: 16, kind: 'worded', cell: placeName },
  { key: 'period-code', width: 18, kind: 'code', cell: ({ cell }) => spanKey(spanOfCell(cell)) },
  { key: 'period', width: 22, kind: 'worded', cell: ({ column }, { of }) => of(column.label) },
  { key: 'first', width: 12, kind: 'code', cell: ({ cell }, words) => dateCell(cell, 'first', words) },
  { key: 'last', width: 12, kind: 'code', cell: ({ cell }, words) => dateCell(cell, 'last', words) },
  { key: 'by-code', width: 16, kind: 'code', cell: ({ one }) => breakdownCode(one) ?? 'none' },
  {
    key: 'by',
    width: 24,
    kind: 'worded',
    cell: ({ one }, { of, t }) => (one.breakdown ? of(one.breakdown) : t('releases:workbook.not-split')),
  },
  { key: 'category-code', width: 16, kind: 'code', cell: categoryCode },
  { key: 'category', width: 26, kind: 'worded', cell: categoryName },
  { key: 'value', width: 12, kind: 'number', cell: (row) => numberOnly(valueCell(row.cell, indicatorOf(row))) },
  { key: 'mark', width: 8, kind: 'code', cell: ({ cell }) => signOfCell(cell) },
  { key: 'stage', width: 18, kind: 'worded', cell: stageOf },
  { key: 'n', width: 11, kind: 'number', cell: (row) => numberOnly(baseCells(row.cell, indicatorOf(row)).upper) },
  { key: 'd', width: 11, kind: 'number', cell: (row) => numberOnly(baseCells(row.cell, indicatorOf(row)).lower) },
  { key: 'baseline', width: 11, kind: 'number', cell: baselineOf },
  {
    key: 'target',
    width: 11,
    kind: 'number',
    cell: compared(inSpan, (cell, row) => plannedOf(cell, indicatorOf(row))),
  },
  {
    key: 'variance-short',
    width: 11,
    kind: 'number',
    cell: compared(inSpan, (cell, row) => varianceCell(cell, indicatorOf(row))),
  },
  { key: 'of-target', width: 10, kind: 'number', cell: compared(inSpan, ofTargetCell) },
  { key: 'rag-code', width: 9, kind: 'code', cell: (row) => ratingCode(inSpan(row)) },
  { key: 'rag', width: 24, kind: 'worded', cell: (row, words) => ratingOf(inSpan(row), words) },
  {
    key: 'planned',
    width: 11,
    kind: 'number',
    cell: compared(byNow, (cell, row) => plannedOf(cell, indicatorOf(row))),
  },
  { key: 'percent-planned', width: 11, kind: 'number', cell: compared(byNow, ofTargetCell) },
  { key: 'rag-planned-code', width: 9, kind: 'code', cell: (row) => ratingCode(byNow(row)) },
  { key: 'rag-planned', width: 24, kind: 'worded', cell: (row, words) => ratingOf(byNow(row), words) },
  {
    key: 'phase-target',
    width: 11,
    kind: 'number',
    phased: true,
    cell: compared(inPhase, (cell, row) => lifeTargetOf(cell, indicatorOf(row))),
  },
  { key: 'phase-percent', width: 11, kind: 'number', phased: true, cell: compared(inPhase, ofLifeCell) },
  {
    key: 'lop',
    width: 11,
    kind: 'number',
    cell: compared(toDate, (cell, row) => lifeTargetOf(cell, indicatorOf(row))),
  },
  { key: 'percent', width: 11, kind: 'number', cell: compared(toDate, ofLifeCell) },
  { key: 'before', width: 11, kind: 'number', cell: ({ before }) => before },
  {
    key: 'direction',
    width: 18,
    kind: 'worded',
    cell: (row, { t }) => t(`indicators:direction.${indicatorOf(row).direction}`),
  },
  {
    key: 'rule-code',
    width: 14,
    kind: 'code',
    cell: (row) => `${indicatorOf(row).overPlaces}-${indicatorOf(row).overTime}`,
  },
  { key: 'k', width: 10, kind: 'number', cell: ({ cell }) => coverageOf(cell, 0) },
  { key: 'expected', width: 10, kind: 'number', cell: ({ cell }) => coverageOf(cell, 1) },
  { key: 'flag-codes', width: 14, kind: 'code', cell: ({ cell }) => flagCodes(cell) },
  { key: 'flags', width: 26, kind: 'worded', cell: ({ cell }, words) => flagWords(cell, words) },
  { key: 'basis', width: 12, kind: 'worded', cell: (_, { t }) => t('releases:workbook.status.approved') },
  { key: 'as-at', width: 12, kind: 'code', cell: asAtOf },
  { key: 'key', width: 34, kind: 'code', cell: ownId },
]

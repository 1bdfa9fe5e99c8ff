import type { NameUnder } from '../../../language/words.ts'
import { spanOfCell } from '../../../targets/figure-table.ts'
import { spanKey } from '../../content/layout.ts'
import { baseCells } from '../base-cells.ts'
import type { Bilingual } from '../bilingual.ts'
import { ofLifeCell, ofTargetCell, unitOfFigure, valueCell, varianceCell } from '../cells.ts'
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

type ComparedInSpan = ReturnType<typeof inSpan>
/** A number that belongs to a figure as it is held against one plan: nothing where it is not held against it. */
function compared(
  of: (row: DataRow) => ComparedInSpan,
  made: (cell: NonNullable<ComparedInSpan>, row: DataRow) => Cell,
) {
  return (row: DataRow): Cell => {
    const cell = of(row)
    return cell && numberOnly(made(cell, row))
  }
}

/** Codes stand beside words, numbers by themselves: what people filter by, and programs read. */
export const DATA_COLUMNS: readonly DataColumn[] = [
  { key: 'ref', kind: 'code', cell: (row) => indicatorOf(row).code },
  { key: 'indicator', kind: 'worded', cell: (row, { of }) => of(indicatorOf(row).name) },
  { key: 'component-code', kind: 'code', cell: (row) => indicatorOf(row).component ?? WHOLE_PROJECT },
  { key: 'component', kind: 'worded', cell: (row, words) => componentName(indicatorOf(row), words) },
  {
    key: 'level',

    kind: 'worded',
    cell: (row, { t }) => t(`releases:workbook.level.${indicatorOf(row).level}`),
  },
  {
    key: 'measure',

    kind: 'worded',
    cell: (row, { t }) => t(`indicators:measure.${indicatorOf(row).measure}`),
  },
  {
    key: 'unit',
    kind: 'worded',
    cell: (row, words) => unitOfFigure(row.cell, indicatorOf(row), words),
  },
  { key: 'place-code', kind: 'code', cell: ({ cell }) => cell.ref.group },
  { key: 'place', kind: 'worded', cell: placeName },
  { key: 'period-code', kind: 'code', cell: ({ cell }) => spanKey(spanOfCell(cell)) },
  { key: 'period', kind: 'worded', cell: ({ column }, { of }) => of(column.label) },
  { key: 'first', kind: 'code', cell: ({ cell }, words) => dateCell(cell, 'first', words) },
  { key: 'last', kind: 'code', cell: ({ cell }, words) => dateCell(cell, 'last', words) },
  { key: 'by-code', kind: 'code', cell: ({ one }) => breakdownCode(one) ?? 'none' },
  {
    key: 'by',

    kind: 'worded',
    cell: ({ one }, { of, t }) => (one.breakdown ? of(one.breakdown) : t('releases:workbook.not-split')),
  },
  { key: 'category-code', kind: 'code', cell: categoryCode },
  { key: 'category', kind: 'worded', cell: categoryName },
  { key: 'value', kind: 'number', cell: (row) => numberOnly(valueCell(row.cell, indicatorOf(row))) },
  { key: 'mark', kind: 'code', cell: ({ cell }) => signOfCell(cell) },
  { key: 'stage', kind: 'worded', cell: stageOf },
  { key: 'n', kind: 'number', cell: (row) => numberOnly(baseCells(row.cell, indicatorOf(row)).upper) },
  { key: 'd', kind: 'number', cell: (row) => numberOnly(baseCells(row.cell, indicatorOf(row)).lower) },
  { key: 'baseline', kind: 'number', cell: baselineOf },
  {
    key: 'target',

    kind: 'number',
    cell: compared(inSpan, (cell, row) => plannedOf(cell, indicatorOf(row))),
  },
  {
    key: 'variance-short',

    kind: 'number',
    cell: compared(inSpan, (cell, row) => varianceCell(cell, indicatorOf(row))),
  },
  { key: 'of-target', kind: 'number', cell: compared(inSpan, ofTargetCell) },
  { key: 'rag-code', kind: 'code', cell: (row) => ratingCode(inSpan(row)) },
  { key: 'rag', kind: 'worded', cell: (row, words) => ratingOf(inSpan(row), words) },
  {
    key: 'planned',

    kind: 'number',
    cell: compared(byNow, (cell, row) => plannedOf(cell, indicatorOf(row))),
  },
  { key: 'percent-planned', kind: 'number', cell: compared(byNow, ofTargetCell) },
  { key: 'rag-planned-code', kind: 'code', cell: (row) => ratingCode(byNow(row)) },
  { key: 'rag-planned', kind: 'worded', cell: (row, words) => ratingOf(byNow(row), words) },
  {
    key: 'phase-target',

    kind: 'number',
    phased: true,
    cell: compared(inPhase, (cell, row) => lifeTargetOf(cell, indicatorOf(row))),
  },
  { key: 'phase-percent', kind: 'number', phased: true, cell: compared(inPhase, ofLifeCell) },
  {
    key: 'lop',

    kind: 'number',
    cell: compared(toDate, (cell, row) => lifeTargetOf(cell, indicatorOf(row))),
  },
  { key: 'percent', kind: 'number', cell: compared(toDate, ofLifeCell) },
  { key: 'before', kind: 'number', cell: ({ before }) => before },
  {
    key: 'direction',

    kind: 'worded',
    cell: (row, { t }) => t(`indicators:direction.${indicatorOf(row).direction}`),
  },
  {
    key: 'rule-code',

    kind: 'code',
    cell: (row) => `${indicatorOf(row).overPlaces}-${indicatorOf(row).overTime}`,
  },
  { key: 'k', kind: 'number', cell: ({ cell }) => coverageOf(cell, 0) },
  { key: 'expected', kind: 'number', cell: ({ cell }) => coverageOf(cell, 1) },
  { key: 'flag-codes', kind: 'code', cell: ({ cell }) => flagCodes(cell) },
  { key: 'flags', kind: 'worded', cell: ({ cell }, words) => flagWords(cell, words) },
  { key: 'basis', kind: 'worded', cell: (_, { t }) => t('releases:workbook.status.approved') },
  { key: 'as-at', kind: 'code', cell: asAtOf },
  { key: 'key', kind: 'code', cell: ownId },
]

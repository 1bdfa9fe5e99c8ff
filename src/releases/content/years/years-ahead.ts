import type { Quarter } from '../../../calendar/quarter.ts'
import type { Figure } from '../../../figures/figure.ts'
import { PROJECT } from '../../../figures/question.ts'
import type { DefinedIndicator } from '../../../indicators/indicator.ts'
import type { Compare } from '../../../targets/comparison.ts'
import { figureId, type TableCell } from '../../../targets/figure-table.ts'
import { type SpanColumn, spanKey, type TableRequest } from '../layout.ts'
import { columnHeading, type RawTable } from '../tables.ts'

/** Whether a year of the donor is over by a quarter: one that is not would grow by a quarter from report to report. */
function isOver({ named }: SpanColumn, by: Quarter): boolean {
  return named.to <= by
}

/** What can be asked of the figures of a request: years that are over by the end of the report. */
export function untilQuarter(request: TableRequest, by: Quarter): TableRequest {
  if (request.section !== 'years') return request
  const over = request.columns.filter((column) => isOver(column, by))
  return {
    ...request,
    columns: over.length > 0 ? over : request.columns.slice(0, 1).map((column) => asked(column, by)),
  }
}

/** Something has to be asked for there to be a table: where no year is over a quarter is, which is not shown. */
const UNSHOWN = 'unshown'

function asked({ named }: SpanColumn, by: Quarter): SpanColumn {
  return { key: UNSHOWN, named: { ...named, from: by, to: by } }
}

const AHEAD: Figure = { state: 'not due', value: null, coverage: [0, 0], flags: [] }

/** A table by years with those that are not over: what is planned for them, and nothing that has come in of them so far. */
export function withYearsAhead(
  raw: RawTable,
  { section, columns }: TableRequest,
  by: Quarter,
  { compare, indicators }: { compare: Compare; indicators: readonly DefinedIndicator[] },
): RawTable {
  const { table } = raw
  const indicator = indicators.find(({ code }) => code === table.indicator.code)
  if (section !== 'years' || !indicator) return raw
  const ahead = columns.filter((column) => !isOver(column, by))
  const shown = <T>(list: readonly T[]) => list.filter((_, at) => table.columns[at]?.key !== UNSHOWN)
  const planned = ahead.map(({ key, named }): TableCell => {
    const span = { key: spanKey(named), from: named.from, to: named.to }
    const ref = { indicator: indicator.code, group: PROJECT, span: span.key, cell: '' }
    const { target, progress } = compare(indicator, ref, span, AHEAD, key)
    const period = { from: named.from, to: named.to }
    return { id: figureId(ref), ref, figure: AHEAD, period, covers: null, target, progress }
  })
  return {
    ...raw,
    table: {
      ...table,
      columns: [...shown(table.columns), ...ahead.map(columnHeading)],
      cells: table.cells.map((row) => [...shown(row), ...planned]),
    },
  }
}

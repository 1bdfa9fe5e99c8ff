import type { PublishableCell, PublishableTable } from '../../disclosure/publishable.ts'
import { PERIOD, PHASE_TO_DATE, type ReleaseTable, TO_DATE } from './content.ts'

/**
 * The figures by which an indicator is tracked; `rated`: what it is rated by, from the beginning of the phase or, in a project without
 * several, of the project.
 */
export type RatedCells = {
  table: PublishableTable
  period: PublishableCell
  toDate: PublishableCell
  rated: PublishableCell
}

/** Of each indicator that is tracked, by its code. */
export function ratedCells(tables: readonly ReleaseTable[]): Map<string, RatedCells> {
  const found = tables.flatMap(({ section, table }): [string, RatedCells][] => {
    if (section !== 'tracking') return []
    const cell = (key: string) => table.cells[0]?.[table.columns.findIndex((column) => column.key === key)]
    const [period, toDate, phase] = [cell(PERIOD), cell(TO_DATE), cell(PHASE_TO_DATE)]
    return period && toDate ? [[table.indicator.code, { table, period, toDate, rated: phase ?? toDate }]] : []
  })
  return new Map(found)
}

import { cut, type NamedSpan } from '../../../calendar/span.ts'
import type { PublishableCell } from '../../../disclosure/publishable.ts'
import type { ReleaseContent } from '../../content/content.ts'

/** The donor's years, or those of the calendar, from the beginning of a report to the end of the project. */
export function yearsOf({ release, project, fiscalStart }: ReleaseContent): NamedSpan[] {
  const span = { from: release.from, to: Math.max(release.to, project.lastQuarter) }
  return cut(span, release.layout.years === 'fiscal' ? 'fiscal-year' : 'year', fiscalStart)
}

/** The figures of each indicator by years, by its code. */
export function yearCells({ tables }: Pick<ReleaseContent, 'tables'>): Map<string, readonly PublishableCell[]> {
  const own = tables.filter(({ section }) => section === 'years')
  return new Map(own.map(({ table }) => [table.indicator.code, table.cells[0] ?? []]))
}

/** Of figures by years that of one year; where values are of other years, that of the year which ends in it. */
export function cellOfYear(
  cells: readonly PublishableCell[] | undefined,
  { from, to }: NamedSpan,
): PublishableCell | null {
  return cells?.find(({ period }) => period.to >= from && period.to <= to) ?? null
}

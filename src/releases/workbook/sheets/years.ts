import { cut, type NamedSpan, type Span } from '../../../calendar/span.ts'
import type { PublishableCell } from '../../../disclosure/publishable.ts'
import type { ReleaseContent } from '../../content/content.ts'
import type { Bilingual } from '../bilingual.ts'

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

/**
 * Whose figures by years are of years of their own, in words: a donor's would cut their values, and under each stands the one that ends
 * in it. Nothing where there are none.
 */
export function ofOwnYears(content: ReleaseContent, { t }: Bilingual): string[] {
  const years = yearsOf(content)
  const isOfReport = ({ period }: PublishableCell) =>
    years.some(({ from, to }) => from === period.from && to === period.to)
  const codes = [...yearCells(content)].flatMap(([code, cells]) => (cells.every(isOfReport) ? [] : [code]))
  return codes.length === 0 ? [] : [t('releases:workbook.of-own-years', { codes: codes.join(', ') })]
}

/** Whether a span ends in a year: where values are of other years, that is the year under which they stand. */
export function isEndingIn({ to }: Span, year: Span): boolean {
  return year.from <= to && to <= year.to
}

/** Of figures by years that of one year; where values are of other years, that of the year which ends in it. */
export function cellOfYear(cells: readonly PublishableCell[] | undefined, year: NamedSpan): PublishableCell | null {
  return cells?.find(({ period }) => isEndingIn(period, year)) ?? null
}

import type { Span } from '../../../../calendar/span.ts'
import { datesOf } from '../../../../calendar/span.ts'
import { dates, dayAndMonth } from '../../../../language/format.ts'
import type { Text } from '../../../../language/text.ts'
import type { ReleaseTable } from '../../../content/content.ts'
import type { Bilingual } from '../../bilingual.ts'

/** A period of some tables; the same quarters are one period, whatever a table calls them. */
export type DetailPeriod = { key: string; label: Text; span: Span }

/** The periods of an indicator's tables: those of the finest table first, then the longer ones, each in the order of time. */
export function detailPeriods(tables: readonly ReleaseTable[], until: number): DetailPeriod[] {
  const found = new Map<string, DetailPeriod>()
  for (const { table } of tables)
    for (const [at, { label }] of table.columns.entries()) {
      const span = table.cells[0]?.[at]?.period
      if (!span || span.to > until) continue
      const key = periodKey(span)
      if (!found.has(key)) found.set(key, { key, label, span })
    }
  return [...found.values()]
}

export function periodKey({ from, to }: Span): string {
  return `${from}-${to}`
}

/** A label is never shown without its dates; the year of both stands in most labels already. */
export function detailHeading({ label, span }: DetailPeriod, bilingual: Bilingual): string {
  const { main } = bilingual
  const { first, last } = datesOf(span)
  const [year, other] = [first.slice(0, 4), last.slice(0, 4)]
  const isSaid = year === other && new RegExp(`\\b${year}\\b`).test(label[main])
  const said = isSaid ? `${dayAndMonth(first, main)} – ${dayAndMonth(last, main)}` : dates(span, main)
  return `${bilingual.of(label)}\n${said}`
}

import { nthOf, yearOf } from '../../../../calendar/quarter.ts'
import type { Span } from '../../../../calendar/span.ts'
import type { PublishableCell } from '../../../../disclosure/publishable.ts'
import { months, quarter } from '../../../../language/format.ts'
import type { Language } from '../../../../vocabulary/language.ts'
import type { ReleaseTable } from '../../../content/content.ts'
import { type Bilingual, inOneLine } from '../../bilingual.ts'
import type { Cell } from '../../plan.ts'

const OWN_SPANS: readonly ReleaseTable['section'][] = ['series', 'years', 'before']

/** The figures of the whole project by their own spans, each once, in the order in which these end; by the code of the indicator. */
export function ownFigures(tables: readonly ReleaseTable[]): Map<string, PublishableCell[]> {
  const found = new Map<string, PublishableCell[]>()
  for (const { section, table } of tables) {
    if (!OWN_SPANS.includes(section)) continue
    const { code } = table.indicator
    found.set(code, [...(found.get(code) ?? []), ...(table.cells[0] ?? [])])
  }
  for (const cells of found.values())
    cells.sort(({ period: one }, { period: other }) => one.to - other.to || one.from - other.from)
  return found
}

/**
 * What is read in the place of a figure to date whose quarters are not added up: the last of its own spans that has a number which is
 * shown. The figure itself where it is added up, or none of its spans has one.
 */
export function lastValueOf(toDate: PublishableCell, own: readonly PublishableCell[]): PublishableCell {
  const { shown, period } = toDate
  if (shown.kind !== 'figure' || shown.figure.why !== 'quarters') return toDate
  const within = own.filter((one) => one.period.from >= period.from && one.period.to <= period.to)
  return within.findLast(({ shown: one }) => one.kind === 'figure' && one.figure.value !== null) ?? toDate
}

/** A number, or the name of a stage, with the span it is of behind it: under the heading of what is to date it would be taken for that. */
export function withSpan(cell: Cell, span: Span, bilingual: Bilingual): Cell {
  const said = ` (${inOneLine(bilingual.say(({ language }) => spanName(span, language)))})`
  if (typeof cell !== 'object' || cell === null) return typeof cell === 'string' ? `${cell}${said}` : cell
  if ('number' in cell) return { ...cell, format: `${cell.format}"${said}"` }
  if (!('text' in cell)) return cell
  const text = `${cell.text}${said}`
  return 'formula' in cell ? { text, formula: `${cell.formula}&"${said}"` } : { ...cell, text }
}

/** As short as it can be said: a number and its span stand in one line. */
function spanName(span: Span, language: Language): string {
  const { from, to } = span
  if (from === to) return quarter(from, language)
  return nthOf(from) === 1 && to === from + 3 ? String(yearOf(from)) : months(span, language)
}

import type { Span } from '../../calendar/span.ts'
import type { Measure } from '../../vocabulary/indicator.ts'
import { byColumn, headingsOf } from './columns.ts'
import type { Sheet, SheetCell } from './read-xlsx.ts'
import type { LeftBeside, ToldFigure, ToldRules } from './report.ts'
import { isSaying, rulesSaid, spanIn, valuesSaid } from './sayings.ts'
import { countOfCell, isHidden, partsOf } from './value.ts'

const MUST = ['ref', 'achieved', 'cumulative', 'status'] as const
const OF_PERIOD = ['n', 'd', 'target-period', 'variance'] as const
const TO_DATE = ['cumulative-n', 'cumulative-d', 'planned', 'percent-planned', 'lop', 'percent'] as const
const KEYS = [...MUST, 'rule', ...OF_PERIOD, ...TO_DATE] as const
type TrackingKey = (typeof KEYS)[number]

const WHOLE = { place: null, breakdown: null, category: null }

export type TrackingSheet = { rules: Map<string, ToldRules>; told: ToldFigure[]; beside: LeftBeside[] }

/**
 * The tracking table: how values add up, what was achieved in the period and to date; null when a sheet is another one.
 * @param whole the report's own span, and all there is before it
 */
export function readTracking(
  sheet: Sheet,
  measures: ReadonlyMap<string, Measure>,
  whole: { period: Span; toDate: Span } | null,
): TrackingSheet | null {
  const headings = headingsOf<TrackingKey>(sheet, KEYS, MUST)
  if (!headings) return null
  const read: TrackingSheet = { rules: new Map(), told: [], beside: [] }
  const titleOf = (key: TrackingKey) => sheet.rows[headings.row]![headings.columns.get(key)!]!.text!
  for (const row of sheet.rows.slice(headings.row + 1)) {
    const at = byColumn(row, headings)
    const indicator = at('ref')?.text
    const measure = measures.get(indicator ?? '')
    const rules = rulesSaid(at('rule')?.text ?? null)
    if (!indicator) continue
    if (rules) read.rules.set(indicator, rules)
    if (isHidden(at('achieved'))) read.beside.push(...leftBeside(indicator, 'achieved', OF_PERIOD, at))
    if (isHidden(at('cumulative'))) read.beside.push(...leftBeside(indicator, 'cumulative', TO_DATE, at))
    if (!measure || !whole) continue
    for (const [column, upper, lower, own] of [
      ['achieved', 'n', 'd', whole.period],
      ['cumulative', 'cumulative-n', 'cumulative-d', whole.toDate],
    ] as const) {
      const span = ownSpan(at('status'), column) ?? own
      for (const [part, entry] of partsOf(measure, { value: at(column), upper: at(upper), lower: at(lower) })) {
        const count = countOfCell(entry)
        if (count) read.told.push({ indicator, part, ...WHOLE, span, period: titleOf(column), ...count })
      }
    }
  }
  return read
}

function leftBeside(
  indicator: string,
  value: TrackingKey,
  derived: readonly TrackingKey[],
  at: (key: TrackingKey) => SheetCell | null,
): LeftBeside[] {
  return derived.flatMap((column) => {
    const entry = at(column)
    return entry !== null && entry.number !== null ? [{ indicator, hidden: at(value)!.at, at: entry.at, column }] : []
  })
}

/** "Achieved in the period: values of 1 Jan 2021 – 30 Jun 2021", among other lines. */
function ownSpan(status: SheetCell | null, column: 'achieved' | 'cumulative'): Span | null {
  for (const line of status?.text?.split(/\n| \/ /) ?? []) {
    const gaps = valuesSaid(line, 'releases:workbook.own-dates', ['column', 'dates'])
    if (gaps && isSaying(gaps[0]!, `releases:workbook.column.${column}`)) return spanIn(gaps[1]!)
  }
  return null
}

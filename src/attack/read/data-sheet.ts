import { quarterOfDay } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import { columnLetters } from '../../spreadsheet/address.ts'
import { MEASURES, type Measure, OVER_PLACES, OVER_TIME } from '../../vocabulary/indicator.ts'
import { codeKey } from './code-key.ts'
import { byColumn, type Headings, headingsOf } from './columns.ts'
import type { Sheet, SheetCell } from './read-xlsx.ts'
import type { LeftBeside, ToldFigure, ToldRules } from './report.ts'
import { isSaying } from './sayings.ts'
import { countOfCell, isHidden, partsOf } from './value.ts'

const MUST = ['ref', 'measure', 'place', 'period', 'first', 'last', 'by', 'category', 'value', 'n', 'd'] as const
const DERIVED = [
  ...(['target', 'variance-short', 'of-target', 'rag', 'planned', 'percent-planned', 'phase-target'] as const),
  ...(['phase-percent', 'lop', 'percent', 'k', 'expected'] as const),
] as const
const CODES = ['place-code', 'by-code', 'category-code'] as const
export const DATA_KEYS = [...MUST, ...DERIVED, ...CODES, 'mark', 'as-at', 'rule-code'] as const
type DataKey = (typeof DATA_KEYS)[number]

/** Columns in which nothing but numbers stands. */
export const NUMBERED: readonly DataKey[] = ['value', 'n', 'd', ...DERIVED.filter((key) => key !== 'rag')]

export type DataSheet = {
  told: ToldFigure[]
  beside: LeftBeside[]
  measures: Map<string, Measure>
  /** How values add up, by indicator. */
  rules: Map<string, ToldRules>
  /** Rows whose figure is hidden, by their number on the sheet. */
  hidden: Map<number, Pick<LeftBeside, 'indicator' | 'hidden'>>
  /** Letters of the columns that hold what a figure is, or would tell of it. */
  telling: Set<string>
  /** Names by their codes. */
  codes: Map<string, string>
  asAt: string
}

/** Every row of *Data*; null when a sheet is another one. */
export function readData(sheet: Sheet): DataSheet | null {
  const headings = headingsOf<DataKey>(sheet, DATA_KEYS, MUST)
  if (!headings) return null
  const read: DataSheet = {
    told: [],
    beside: [],
    measures: new Map(),
    rules: new Map(),
    hidden: new Map(),
    telling: lettersOf(headings),
    codes: new Map(),
    asAt: '',
  }
  for (const [nth, row] of sheet.rows.entries()) {
    if (nth <= headings.row) continue
    const at = byColumn(row, headings)
    const shown = numberOrMark(at)
    const [indicator, measure] = [at('ref')?.text, measureIn(at('measure'))]
    const span = spanOf(at('first'), at('last'))
    if (!indicator || !measure || !span) continue
    read.measures.set(indicator, measure)
    const rules = rulesIn(at('rule-code'))
    if (rules) read.rules.set(indicator, rules)
    const asAt = at('as-at')?.text ?? ''
    // A figure that is held bears an earlier day.
    if (asAt > read.asAt) read.asAt = asAt
    const undivided = isSaying(at('category')?.text ?? null, 'releases:workbook.undivided')
    const place = nameOrWhole(at('place')?.text ?? null)
    const named = { breakdown: at('by')?.text ?? null, category: at('category')?.text ?? null }
    noteCodes(read.codes, indicator, { place, ...named }, at)
    const of = { indicator, place, span, period: at('period')?.text ?? '' }
    const group = undivided ? { breakdown: null, category: null } : named
    for (const [part, entry] of partsOf(measure, { value: shown('value'), upper: shown('n'), lower: shown('d') })) {
      const count = countOfCell(entry)
      if (count)
        read.told.push({
          ...of,
          ...group,
          part,
          ...count,
          coverage: count.shown === null ? null : coverageIn(at('k'), at('expected')),
          isOfValues: true,
        })
    }
    const value = shown('value')
    if (!value || !isHidden(value)) continue
    read.hidden.set(nth + 1, { indicator, hidden: value.at })
    read.beside.push(...leftBeside(indicator, value, at))
  }
  return read
}

/** What a row calls that of which it has the code, too. */
function noteCodes(
  codes: Map<string, string>,
  indicator: string,
  named: { place: string | null; breakdown: string | null; category: string | null },
  at: (key: DataKey) => SheetCell | null,
): void {
  const code = (key: (typeof CODES)[number]) => at(key)?.text ?? null
  const [place, by, category] = [code('place-code'), code('by-code'), code('category-code')]
  const note = (key: string, name: string | null) => name !== null && codes.set(key, name)
  if (place !== null) note(codeKey('place', indicator, place), named.place)
  if (by === null) return
  note(codeKey('breakdown', indicator, by), named.breakdown)
  if (category !== null) note(codeKey('category', indicator, `${by}=${category}`), named.category)
}

/** Numbers, or the sign in their place: it stands in a column of its own, or where the number would. */
function numberOrMark(at: (key: DataKey) => SheetCell | null): (key: 'value' | 'n' | 'd') => SheetCell | null {
  return (key) => {
    const entry = at(key)
    return entry && (entry.number !== null || entry.text !== null) ? entry : (at('mark') ?? entry)
  }
}

/** With a hidden figure goes everything that is worked out from it. */
function leftBeside(
  indicator: string,
  { at: hidden }: SheetCell,
  at: (key: DataKey) => SheetCell | null,
): LeftBeside[] {
  return DERIVED.flatMap((column) => {
    const entry = at(column)
    return entry !== null && entry.number !== null ? [{ indicator, hidden, at: entry.at, column }] : []
  })
}

function lettersOf({ columns }: Headings<DataKey>): Set<string> {
  const telling = [...(['value', 'n', 'd'] as const), ...DERIVED].flatMap((key) => columns.get(key) ?? [])
  return new Set(telling.map(columnLetters))
}

/** "sum-latest": over places and over time. */
function rulesIn(entry: SheetCell | null): ToldRules | null {
  const [places, time] = entry?.text?.split('-') ?? []
  const [overPlaces, overTime] = [OVER_PLACES.find((one) => one === places), OVER_TIME.find((one) => one === time)]
  return overPlaces && overTime ? { overPlaces, overTime } : null
}

function measureIn(entry: SheetCell | null): Measure | undefined {
  return MEASURES.find((one) => isSaying(entry?.text ?? null, `indicators:measure.${one}`))
}

function spanOf(first: SheetCell | null, last: SheetCell | null): Span | null {
  const iso = /^\d{4}-\d{2}-\d{2}/
  if (!first?.text || !last?.text || !iso.test(first.text) || !iso.test(last.text)) return null
  return { from: quarterOfDay(first.text), to: quarterOfDay(last.text) }
}

function coverageIn(received: SheetCell | null, expected: SheetCell | null): string | null {
  return received?.number == null || expected?.number == null ? null : `${received.number}/${expected.number}`
}

/** Null for the whole project. */
export function nameOrWhole(text: string | null): string | null {
  return isSaying(text, 'releases:workbook.all-project') ? null : text
}

/** Whose a row of a table is: of a category of the whole project or, in a table without a breakdown, of a place. */
export function groupOfRow(breakdown: string | null, name: { category: string | null; place: string | null }) {
  return breakdown
    ? { place: null, breakdown, category: name.category }
    : { place: nameOrWhole(name.place), breakdown, category: null }
}

import { quarterOfDay } from '../../../calendar/quarter.ts'
import type { Span } from '../../../calendar/span.ts'
import type { Key } from '../../../language/words.ts'
import type { Measure } from '../../../vocabulary/indicator.ts'
import { nameOrWhole } from '../data-sheet.ts'
import type { SheetCell } from '../read-xlsx.ts'
import { type IssuedReport, NotAReport, seriesKey, type ToldFigure } from '../report.ts'
import { isSaying, languagesOf, spanIn, valuesSaid } from '../sayings.ts'
import { countOfCell, partsOf } from '../value.ts'
import { type CsvField, csvLines } from './csv-lines.ts'

const COLUMNS = [
  'row',
  'row-dates',
  'column',
  'column-dates',
  'value',
  'numerator',
  'denominator',
  'n',
  'of',
  'k',
  'expected',
  'first-day',
  'last-day',
] as const
type CsvColumn = (typeof COLUMNS)[number]
type CsvLine = (column: CsvColumn) => CsvField | null

/** What a table of the pages is of, by its title. */
type Subject = { indicator: string; breakdown: string | null }

/** Tables with places beside periods, and those with categories. */
const OF_PLACES = ['trend', 'trend-of', 'provinces', 'over-time', 'matrix'] as const

/**
 * What a table that was downloaded from a page says of counts: of one indicator, on the map of the reports or on today's.
 * @throws NotAReport
 */
export function readCsv(file: string, text: string): IssuedReport {
  const lines = csvLines(text)
  const headed = lines.findIndex((line) => line.some(({ text }) => isSaying(text, 'charts:csv.row-dates')))
  const head = lines.slice(0, headed).map(([first]) => first?.text ?? '')
  const subject = head.map(subjectOf).find((one) => one !== null)
  if (headed < 0 || !subject) throw new NotAReport(file)
  const columns = new Map(
    COLUMNS.flatMap((name) => {
      const at = lines[headed]!.findIndex((field) => isSaying(field.text, `charts:csv.${name}`))
      return at < 0 ? [] : [[name, at] as const]
    }),
  )
  const rows = lines.slice(headed + 1).map(
    (line): CsvLine =>
      (column) =>
        line[columns.get(column) ?? -1] ?? null,
  )
  const { indicator, breakdown } = subject
  const measure = measureOf(rows)
  const overlapping = breakdown !== null && head.some((line) => isSaying(line, 'charts:overlapping'))
  return {
    file,
    languages: languagesOf(lines[headed]![columns.get('row') ?? 0]?.text ?? null, 'charts:csv.row'),
    audience: null,
    most: null,
    span: null,
    asAt: (saidAfter(head, 'figures:as-at') ?? '').slice(0, 10),
    map: isSaying(saidAfter(head, 'figures:map.label'), 'figures:map-short.today') ? 'today' : 'as-reported',
    former: new Map(),
    rules: new Map(),
    overlapping: new Set(overlapping ? [seriesKey(indicator, breakdown)] : []),
    told: rows.flatMap((row) => toldIn(row, subject, measure)),
    beside: [],
    changes: [],
    relations: [],
    untold: new Set(),
  }
}

function toldIn(row: CsvLine, { indicator, breakdown }: Subject, measure: Measure): ToldFigure[] {
  const headings = [
    { label: row('row'), dates: row('row-dates') },
    { label: row('column'), dates: row('column-dates') },
  ]
  const spanOf = ({ label, dates }: (typeof headings)[number]) =>
    spanIn(dates?.text ?? null) ?? spanIn(label?.text ?? null)
  const period = headings.find((one) => spanOf(one) !== null)
  const other = headings.find((one) => one !== period)?.label?.text ?? null
  const own = valueSpan(row)
  if (!period || !own || other === null) return []
  const whole = isSaying(other, 'charts:whole-project') || nameOrWhole(other) === null
  const group = {
    place: breakdown !== null || whole ? null : other,
    breakdown,
    category: breakdown === null ? null : other,
  }
  const coverage = [row('k'), row('expected')].map((field) => field?.number ?? null)
  return partsOf(measure, {
    value: cellOf(row('value')),
    upper: cellOf(row('numerator'), row('n')),
    lower: cellOf(row('denominator')),
  }).flatMap(([part, entry]) => {
    const count = countOfCell(entry)
    if (!count) return []
    const told = { indicator, part, ...group, period: period.label?.text ?? '' }
    const k = coverage.includes(null) || count.shown === null ? null : coverage.join('/')
    return [
      { ...told, ...count, span: own, coverage: k, isOfValues: true },
      { ...told, ...count, span: spanOf(period)!, isOfValues: false },
    ]
  })
}

/** Of a ratio the numerator, of a mean what it rests on: never both. A hidden value hides what is beside it. */
function cellOf(...fields: (CsvField | null)[]): SheetCell | null {
  const field = fields.find((one) => one !== null && one.text !== '')
  if (!field) return null
  return { at: field.at, text: field.number === null ? field.text : null, number: field.number, sign: null }
}

function valueSpan(row: CsvLine): Span | null {
  const [first, last] = [row('first-day')?.text, row('last-day')?.text]
  const iso = /^\d{4}-\d{2}-\d{2}$/
  return first && last && iso.test(first) && iso.test(last)
    ? { from: quarterOfDay(first), to: quarterOfDay(last) }
    : null
}

/** A table says it by which columns it fills. */
function measureOf(rows: readonly CsvLine[]): Measure {
  const fills = (column: CsvColumn) => rows.some((row) => row(column)?.number != null)
  if (fills('denominator')) return 'ratio'
  if (fills('of')) return 'milestone'
  return fills('n') ? 'mean' : 'count'
}

/** "V3. Clients: by sex": of which indicator, and by which breakdown; null when it is no title of a table. */
function subjectOf(title: string): Subject | null {
  const split = valuesSaid(title, 'charts:table.breakdown', ['code', 'name', 'breakdown'])
  if (split) return { indicator: split[0]!, breakdown: capital(split[2]!) }
  for (const kind of OF_PLACES) {
    const said = valuesSaid(title, `charts:table.${kind}`, ['code', 'name', 'place', 'area', 'areas'])
    if (said) return { indicator: said[0]!, breakdown: null }
  }
  return null
}

/** What stands behind "As at: " in the lines above a table. */
function saidAfter(head: readonly string[], key: Key): string | null {
  const line = head.find((one) => isSaying(one.split(': ')[0] ?? null, key))
  return line?.slice(line.indexOf(': ') + 2) ?? null
}

/** Workbooks begin the name of a breakdown with a capital. */
function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

import { datesOf, type Span } from '../../calendar/span.ts'
import type { PublishableCell } from '../../disclosure/publishable.ts'
import { detailOf, flagText } from '../../figures/in-words.ts'
import { PROJECT } from '../../figures/question.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { projectSpan } from '../../project/project.ts'
import { element } from '../../spreadsheet/native-charts/xml.ts'
import { spanOfCell } from '../../targets/figure-table.ts'
import type { ReleaseContent } from '../content/content.ts'
import { spanKey } from '../content/layout.ts'
import { breakdownCode, type DataRow, ownId } from '../workbook/data-sheet/rows.ts'
import { categoryCode } from '../workbook/data-sheet/where.ts'
import { kindOf, type SeriesKind, valueAttribute } from './measured.ts'
import { type InBoth, told } from './narrative.ts'

/** What was planned for a period and what was achieved in it, as the elements that say so. */
type ToldPeriod = { span: Span; targets: Map<string, string>; actuals: Map<string, string> }

/** Periods of what is told of an indicator, by `spanKey`. */
export type Periods = ReadonlyMap<string, ToldPeriod>

/**
 * The figures of a release as periods, in one pass over the rows of its data. What has no number has no element: the standard
 * demands one (2.03, `@value`), and what is hidden is left out with everything that was planned or worked out beside it.
 */
export function periodsTold(
  content: ReleaseContent,
  rows: readonly DataRow[],
  inBoth: InBoth,
): ReadonlyMap<string, Map<SeriesKind, Periods>> {
  const all = new Map<string, Map<SeriesKind, Map<string, ToldPeriod>>>()
  const whole = projectSpan(content.project)
  for (const row of rows) {
    const { shown } = row.cell
    // Of what is hidden nothing is told, nor that it is.
    if (shown.kind === 'confidential') continue
    const { indicator } = row.one.table
    const kind = kindOf(indicator, { of: shown.figure.of, isWhole: row.cell.ref.group === PROJECT })
    const kinds = entry(all, indicator.code, () => new Map<SeriesKind, Map<string, ToldPeriod>>())
    const periods = entry(kinds, kind, () => new Map<string, ToldPeriod>())
    const periodIn = (span: Span) =>
      entry(periods, spanKey(span), () => ({ span, targets: new Map(), actuals: new Map() }))
    const where = whereOf(row, content)
    const own = spanOfCell(row.cell)
    const planned = plannedIn(row)
    const { value } = shown.figure
    if (shown.figure.state === 'reported' && value !== null)
      once(periodIn(own).actuals, ownId(row), () =>
        element(
          'actual',
          { value: valueAttribute(value, indicator, kind) },
          ...where,
          ...commentOn(row.cell, indicator, inBoth),
        ),
      )
    const target = (number: number) => element('target', { value: valueAttribute(number, indicator, kind) }, ...where)
    if (planned !== null) once(periodIn(own).targets, ownId(row), () => target(planned))
    const life = lifeTargetIn(row)
    if (life !== null)
      once(periodIn(whole).targets, ownId({ ...row, cell: { ...row.cell, period: whole, covers: null } }), () =>
        target(life),
      )
  }
  return all
}

/** In the order of their days; those of which nothing is told are not there. */
export function periodElements(periods: Periods): string[] {
  const inOrder = [...periods.values()].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
  return inOrder.map(({ span, targets, actuals }) => {
    const { first, last } = datesOf(span)
    return element(
      'period',
      {},
      element('period-start', { 'iso-date': first }),
      element('period-end', { 'iso-date': last }),
      ...targets.values(),
      ...actuals.values(),
    )
  })
}

/** What was planned for the span itself or, of what is told to date, by its end. */
function plannedIn({ against }: DataRow): number | null {
  const targetOf = (cell: PublishableCell | undefined) => (cell?.shown.kind === 'figure' ? cell.shown.target : null)
  return targetOf(against.span) ?? targetOf(against['to-date'])
}

/** What is planned for the whole life of the project. */
function lifeTargetIn({ against }: DataRow): number | null {
  const toDate = against['to-date']?.shown
  return toDate?.kind === 'figure' ? (toDate.progress?.life?.target ?? null) : null
}

/** Where a figure belongs, and what of the whole it is; nothing of what is undivided and of the whole project. */
function whereOf(row: DataRow, { areas }: ReleaseContent): string[] {
  const { group, cell } = row.cell.ref
  const dimension = (name: string, value: string) => element('dimension', { name, value })
  const area = areas.find(({ slug }) => slug === group)
  return [
    ...(group === PROJECT || area?.isPartner ? [] : [element('location', { ref: group })]),
    ...(area?.isPartner ? [dimension(PARTNER, group)] : []),
    ...(cell === '' ? [] : [dimension(breakdownCode(row.one) ?? '', categoryCode(row))]),
  ]
}

/** What figures are compared by in a project without areas. */
const PARTNER = 'partner'

/** What a reader has to know of a number: what stands under it, and whether it is partial, held, revised … */
function commentOn({ shown }: PublishableCell, indicator: Indicator, inBoth: InBoth): string[] {
  if (shown.kind === 'confidential') return []
  const { figure } = shown
  const said = inBoth((words) => {
    const detail = detailOf(figure, words)
    return [
      ...(detail === null ? [] : [detail]),
      ...figure.flags.map((flag) => flagText(flag, figure, indicator, words)),
    ].join('; ')
  })
  return said.vi === '' ? [] : [told('comment', said)]
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, made: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = made()
  map.set(key, value)
  return value
}

/** A figure that stands on two rows, held against two plans, is told once. */
function once(map: Map<string, string>, id: string, made: () => string): void {
  if (!map.has(id)) map.set(id, made())
}

import type { Span } from '../../calendar/span.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { Figure } from '../figure.ts'
import { definedAgain, isAskedIn } from './definitions-again.ts'
import type { AuditGround, AuditReporter, AuditRow } from './ground.ts'
import { lastOfLines, type Told } from './lines-again.ts'

/*
 * The rules a second time, as plainly as they can be put: one reporter after the other, one quarter after the other, one
 * row after the other, sharing nothing with the code that screens and workbooks use. Slow, and meant to be.
 */

/**
 * The undivided figure of an indicator for some places and a span, on the map as reported.
 * @param definitions all it has had, in any order; each quarter is read under its own
 */
export function figureAgain(definitions: readonly DefinedIndicator[], ground: AuditGround, span: Span): Figure {
  const { indicator, mixed, broken } = definedAgain(definitions, span)
  const reporters: AuditReporter[] = []
  for (const [place, partner] of pairs(ground)) {
    const quarters: AuditReporter['quarters'] = []
    for (let quarter = span.from; quarter <= span.to; quarter++) {
      const mine = ground.rows.filter((r) => r.place === place && r.partner === partner && r.quarter === quarter)
      const rows = mine.filter((r) => r.state === 'reported' && !isExtra(indicator, r))
      const asked = ground.assignments.some(
        (a) => a.place === place && a.partner === partner && a.from <= quarter && (a.to === null || a.to >= quarter),
      )
      const then = definitions.find((one) => one.from <= quarter && (one.to === null || one.to >= quarter))
      const may = asked && ground.works(quarter) && ground.exists(place, quarter)
      const due = may && then !== undefined && isAskedIn(then, quarter)
      const away = due && rows.length === 0 && mine.some((r) => r.state === 'not applicable')
      if (due || rows.length > 0) quarters.push({ quarter, due, away, rows })
    }
    if (quarters.length > 0) reporters.push({ place, partner, quarters })
  }
  const stock = indicator.overTime === 'latest' || indicator.overTime === 'life'
  const told = stock ? lastOfLines(indicator.overTime as 'latest' | 'life', reporters, ground) : flowOf(reporters, span)
  const figure = judge(indicator, reporters.length > 0, told, mixed)
  if (figure.state === 'not due') return figure
  const revised = ground.restated.some((one) => !isExtra(indicator, one) && told.counting(one))
  const flags = [...figure.flags, ...(broken ? ['break' as const] : []), ...(revised ? ['revised' as const] : [])]
  return { ...figure, flags }
}

/** Every quarter of every reporter for itself. */
function flowOf(reporters: readonly AuditReporter[], span: Span): Told {
  const quarters = reporters.map((one) => one.quarters.filter((q) => !q.away)).filter((some) => some.length > 0)
  const all = quarters.flat()
  const given = all.filter((q) => q.rows.length > 0)
  return {
    given: given.map((q) => q.rows),
    silent: 0,
    coverage: [given.length, all.length],
    reporters: quarters.length,
    quarters: new Set(all.map((q) => q.quarter)).size,
    carried: false,
    ended: false,
    counting: ({ place, partner, quarter }) =>
      quarter >= span.from &&
      quarter <= span.to &&
      reporters.some((one) => one.place === place && one.partner === partner),
  }
}

function judge(indicator: DefinedIndicator, asked: boolean, told: Told, mixed: boolean): Figure {
  const [k, n] = told.coverage
  const flags: Figure['flags'] = []
  if (k < n) flags.push('partial')
  if (told.ended) flags.push('ended')
  const nothing = { value: null, coverage: told.coverage, flags }
  if (!asked) return { state: 'not due', ...nothing }
  if (n === 0) return { state: 'not applicable', ...nothing }
  if (mixed) return { state: 'not additive', ...nothing, why: 'definitions' }
  const single = ['milestone', 'median'].includes(indicator.measure)
  const apart = indicator.measure === 'median' ? 'none' : indicator.overPlaces
  if (apart !== 'sum' && told.reporters > 1) return { state: 'not additive', ...nothing, why: 'reporters' }
  const stock = indicator.overTime === 'latest' || indicator.overTime === 'life'
  const alone = indicator.overTime === 'none' || (single && !stock)
  if (alone && told.quarters > 1) return { state: 'not additive', ...nothing, why: 'quarters' }
  if (single && told.given.some((rows) => rows.length > 1)) return { state: 'not additive', ...nothing, why: 'cells' }
  if (k === 0) return { state: 'not reported', ...nothing }
  if (told.carried) flags.splice(flags.indexOf('partial') + 1, 0, 'carried')
  return { ...divide(indicator, told.given, told.given.length + told.silent), coverage: told.coverage, flags }
}

function divide(indicator: DefinedIndicator, used: AuditRow[][], expected: number): Pick<Figure, 'state' | 'value'> {
  let [values, bases, products] = [0, 0, 0]
  for (const row of used.flat()) {
    values += row.value ?? 0
    bases += row.base ?? 0
    products += (row.value ?? 0) * (row.base ?? 0)
  }
  const over = (dividend: number) =>
    bases === 0 ? { state: 'undefined' as const, value: null } : { state: 'reported' as const, value: dividend / bases }
  if (indicator.measure === 'ratio') return { ...over(values), ...{ numerator: values, denominator: bases } }
  if (indicator.measure === 'mean') return { ...over(products), ...{ n: bases } }
  if (indicator.measure === 'median') return { ...over(products), ...{ n: bases } }
  if (indicator.measure === 'milestone' && expected > 1) {
    const reached = used.flat().filter((row) => (row.value ?? 0) >= (indicator.targetStage ?? Number.POSITIVE_INFINITY))
    return { state: 'reported', value: reached.length, ...{ of: expected } }
  }
  return { state: 'reported', value: values }
}

function pairs({ rows, assignments, isIn }: AuditGround): [number, number][] {
  const names = new Map<string, [number, number]>()
  for (const { place, partner } of [...rows, ...assignments]) {
    if (isIn(place)) names.set(`${place}/${partner}`, [place, partner])
  }
  return [...names.values()]
}

/** Cells of an extra breakdown say the total again. */
function isExtra(indicator: DefinedIndicator, row: Pick<AuditRow, 'cell' | 'quarter'>): boolean {
  const breakdowns = row.cell === '' ? [] : row.cell.split('|').map((part) => part.split('=')[0]!)
  return indicator.schemes.some(
    (scheme) =>
      scheme.kind !== 'primary' &&
      scheme.from <= row.quarter &&
      (scheme.to ?? row.quarter) >= row.quarter &&
      [...scheme.breakdowns].sort().join() === [...breakdowns].sort().join(),
  )
}

/** What two workings of one figure disagree on; empty when they agree. Sums in binary fractions may differ in the last digits. */
export function disagreements(one: Figure, other: Figure): string[] {
  const differing: string[] = []
  for (const field of ['state', 'why'] as const) if (one[field] !== other[field]) differing.push(field)
  for (const field of ['value', 'numerator', 'denominator', 'n', 'of'] as const) {
    if (!alike(one[field] ?? null, other[field] ?? null)) differing.push(field)
  }
  if (one.coverage.join() !== other.coverage.join()) differing.push('coverage')
  if (one.flags.join() !== other.flags.join()) differing.push('flags')
  return differing
}

function alike(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other))
}

import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { Figure } from '../figure.ts'
import { categoryAgain, eachQuarterIn, wholeAgain } from './categories-again.ts'
import { heldAgain, isCutAgain } from './dates-again.ts'
import { definedAgain, isAskedIn } from './definitions-again.ts'
import type { AuditGround, AuditListed, AuditReporter, AuditRow } from './ground.ts'
import { lastOfLines, type Told } from './lines-again.ts'

/*
 * The rules a second time, as plainly as they can be put: one reporter after the other, one quarter after the other, one
 * row after the other, sharing nothing with the code that screens and workbooks use. Slow, and meant to be.
 */

/**
 * A figure of an indicator for some places and a span, on the map as reported.
 * @param definitions all it has had, in any order; each quarter is read under its own
 * @param of one category instead of the whole, with when categories are on their lists
 */
export function figureAgain(
  definitions: readonly DefinedIndicator[],
  ground: AuditGround,
  span: Span,
  of: { breakdown: string; category: string; lists: readonly AuditListed[] } | null = null,
): Figure {
  const { indicator, mixed, broken } = definedAgain(definitions, span)
  const part = of ? categoryAgain(indicator, of, of.lists) : wholeAgain(indicator)
  if (!part.isAsked(span)) return { state: 'not due', value: null, coverage: [0, 0], flags: [] }
  const reporters: AuditReporter[] = []
  for (const [place, partner] of pairs(ground)) {
    const quarters: AuditReporter['quarters'] = []
    for (const quarter of eachQuarterIn(span).filter(part.isThere)) {
      const mine = ground.rows.filter((r) => r.place === place && r.partner === partner && r.quarter === quarter)
      const given = mine.filter((r) => r.state === 'reported')
      const rows = given.filter(part.holds)
      const came = part.besidesOthers ? given : rows
      const asked = ground.assignments.some(
        (a) => a.place === place && a.partner === partner && a.from <= quarter && (a.to === null || a.to >= quarter),
      )
      const due = asked && ground.exists(place, quarter) && isScheduled(definitions, ground, quarter)
      const away = due && came.length === 0 && mine.some((r) => r.state === 'not applicable')
      if (due || came.length > 0) quarters.push({ quarter, due, away, rows })
    }
    if (quarters.length > 0) reporters.push({ place, partner, quarters })
  }
  const stock = indicator.overTime === 'latest' || indicator.overTime === 'life'
  const told = stock
    ? lastOfLines(indicator.overTime as 'latest' | 'life', reporters, ground)
    : flowOf(reporters, span, ground)
  const figure = judge(indicator, reporters.length > 0, told, { mixed, cut: isCutAgain(definitions, span, ground) })
  if (figure.state === 'not due') return figure
  const scheduled = eachQuarterIn(span).filter((quarter) => isScheduled(definitions, ground, quarter))
  const turned = broken || part.turns(span, scheduled)
  const revised = ground.restated.some((one) => part.holds(one) && told.counting(one))
  const flags = [...figure.flags, ...(turned ? ['break' as const] : []), ...(revised ? ['revised' as const] : [])]
  return { ...figure, flags }
}

function isScheduled(definitions: readonly DefinedIndicator[], { works }: AuditGround, quarter: Quarter): boolean {
  const then = heldAgain(definitions, quarter)
  return then !== undefined && works(quarter) && isAskedIn(then, quarter)
}

/** Every quarter of every reporter for itself. */
function flowOf(reporters: readonly AuditReporter[], span: Span, { isIn }: AuditGround): Told {
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
    // Also of a reporter that was not asked and took its value back: the figure is not what it was.
    counting: ({ place, quarter }) => quarter >= span.from && quarter <= span.to && isIn(place),
  }
}

function judge(
  indicator: DefinedIndicator,
  asked: boolean,
  told: Told,
  span: { mixed: boolean; cut: boolean },
): Figure {
  const [k, n] = told.coverage
  const flags: Figure['flags'] = []
  if (k < n) flags.push('partial')
  if (told.ended) flags.push('ended')
  const nothing = { value: null, coverage: told.coverage, flags }
  if (!asked) return { state: 'not due', ...nothing }
  if (n === 0) return { state: 'not applicable', ...nothing }
  if (span.cut) return { state: 'not formed', ...nothing }
  if (span.mixed) return { state: 'not additive', ...nothing, why: 'definitions' }
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
  switch (indicator.measure) {
    case 'count':
      return { state: 'reported', value: values }
    case 'ratio':
      return { ...over(values), ...{ numerator: values, denominator: bases } }
    case 'mean':
    case 'median':
      return { ...over(products), ...{ n: bases } }
    case 'milestone':
      return expected > 1 ? reached(used.flat(), indicator, expected) : { state: 'reported', value: values }
  }
}

/** How many have come as far as is aimed at, of how many. */
function reached(
  rows: readonly AuditRow[],
  { targetStage }: DefinedIndicator,
  of: number,
): ReturnType<typeof divide> & { of: number } {
  const arrived = rows.filter((row) => (row.value ?? 0) >= (targetStage ?? Number.POSITIVE_INFINITY))
  return { state: 'reported', value: arrived.length, of }
}

function pairs({ rows, assignments, isIn }: AuditGround): [number, number][] {
  const names = new Map<string, [number, number]>()
  for (const { place, partner } of [...rows, ...assignments]) {
    if (isIn(place)) names.set(`${place}/${partner}`, [place, partner])
  }
  return [...names.values()]
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

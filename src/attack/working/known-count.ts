import { quartersIn } from '../../calendar/span.ts'
import type { IssuedReport, ToldFigure, ToldPart, ToldRules } from '../read/report.ts'

/** What a report tells of one count, as the attacker uses it. */
export type KnownCount = ToldFigure & {
  /** Position of its report. */
  report: number
  /** What it counts, in whatever report it stands. */
  key: string
  sources: Sources
}

/** What a count is the sum of: complement is what a ratio's denominator has beside its numerator. */
export type LeafPart = 'amount' | 'numerator' | 'complement' | 'n'

const PARTS: Readonly<Record<ToldPart, readonly LeafPart[]>> = {
  amount: ['amount'],
  numerator: ['numerator'],
  denominator: ['numerator', 'complement'],
  n: ['n'],
}

export function leafPartsOf({ part }: Pick<KnownCount, 'part'>): readonly LeafPart[] {
  return PARTS[part]
}

/**
 * What the reports tell, by indicator. What counts up to a day, and not within a span, is taken from where it stands under the
 * period that was asked for, if a report has such a place: *Data* says which quarters it came from. That nothing came in within a
 * quarter says nothing of it.
 */
export function factsOf(reports: readonly IssuedReport[]): Map<string, KnownCount[]> {
  const byIndicator = new Map<string, KnownCount[]>()
  for (const [nth, { told, rules }] of reports.entries()) {
    const sources = sourcesByFigure(told)
    const asked = new Set(told.flatMap((one) => (one.isOfValues ? [] : [one.indicator])))
    for (const one of told) {
      const isElsewhere = one.isOfValues && asked.has(one.indicator)
      if (!addsQuarters(rules.get(one.indicator)) && (isElsewhere || one.absent)) continue
      const own = sources.get(figureName(one)) ?? UNSAID
      const fact = { ...one, sources: own, report: nth, key: keyOf(one) }
      const known = byIndicator.get(one.indicator)
      if (known) known.push(fact)
      else byIndicator.set(one.indicator, [fact])
    }
  }
  return byIndicator
}

const UNSAID: Sources = { coverage: null, values: null }

/** What *Data* alone says of a figure: who had reported (not of hidden ones), and the dates of the values in it. */
export type Sources = { coverage: string | null; values: string | null }

function sourcesByFigure(told: readonly ToldFigure[]): Map<string, Sources> {
  return new Map(
    told
      .filter(({ isOfValues }) => isOfValues)
      .map((one) => [figureName(one), { coverage: one.coverage, values: `${one.span.from} to ${one.span.to}` }]),
  )
}

function figureName({ indicator, place, breakdown, category, period }: ToldFigure): string {
  return [indicator, place, breakdown, category, period.replaceAll('\n', ' / ')].join('|')
}

/** Whether quarters are added. */
export function addsQuarters(rules: ToldRules | undefined): boolean {
  return rules === undefined || rules.overTime === 'sum'
}

function keyOf({ part, place, breakdown, category, span }: ToldFigure): string {
  return [part, place, breakdown, category, span.from, span.to].join('|')
}

export function isWithin(inner: KnownCount['span'], outer: KnownCount['span']): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

export function quarterNames({ span }: Pick<KnownCount, 'span'>): string[] {
  return quartersIn(span).map(String)
}

/** Whether it is a number of people that is small to who knows k. */
export function isSmallTo(count: number | null, k: number): count is number {
  return count !== null && count >= 1 && count < k
}

/** Whether a count is shown that is small, be it only what a ratio's denominator has beside its numerator. */
export function showsSmall(facts: readonly KnownCount[], k: number): boolean {
  const upper = new Map(facts.map((fact) => [`${fact.report} ${fact.key}`, fact.shown]))
  return facts.some((fact) => {
    if (isSmallTo(fact.shown, k)) return true
    const numerator = upper.get(`${fact.report} ${fact.key.replace('denominator', 'numerator')}`)
    return fact.part === 'denominator' && fact.shown !== null && isSmallTo(fact.shown - (numerator ?? fact.shown), k)
  })
}

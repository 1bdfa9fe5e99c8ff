import type { Due } from '../assignments/owed.ts'
import type { Span } from '../calendar/span.ts'
import { quartersIn } from '../calendar/span.ts'
import { schemesIn } from '../indicators/breakdown.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import { effective } from '../indicators/rules.ts'
import { addUp } from './add-up.ts'
import type { Figure } from './figure.ts'
import type { Basis, PlaceMap, Question } from './question.ts'
import { type Bucket, type Reading, within } from './read/plan.ts'
import { type Given, partOf } from './reporter-sum.ts'
import { answering, changesWithin, isWhole, overlapping, type Split, UNSPLIT } from './split.ts'

/** What was read of one reporter, or of a bucket of them pooled. `asked`: what came at all, which is all there is when a question keeps nothing apart; `given`: by key. */
export type Unit = { bucket: number; due: (span: Span) => Due; asked: Given[]; given: ReadonlyMap<string, Given[]> }

export type AnsweredFigure = { indicator: string; group: string; span: string; cell: string; figure: Figure }

/** The figures a question asked for; each is worked out when it is first looked at. */
export class Answer implements Iterable<AnsweredFigure> {
  readonly indicators: readonly DefinedIndicator[]
  readonly basis: Basis
  readonly map: PlaceMap
  private readonly readings: ReadonlyMap<string, Reading>
  private readonly known = new Map<string, Figure>()
  private readonly members: number[][]

  constructor(
    readonly question: Question,
    /** The instant the figures are as at, ms. */
    readonly asAt: number,
    readings: readonly Reading[],
    private readonly split: Split,
    private readonly buckets: readonly Bucket[],
    /** By indicator code, then by bucket. */
    private readonly units: ReadonlyMap<string, ReadonlyMap<number, readonly Unit[]>>,
    private readonly categories: readonly string[],
  ) {
    this.indicators = readings.map((reading) => reading.indicator)
    this.basis = question.basis ?? 'approved'
    this.map = question.map ?? 'as-reported'
    this.readings = new Map(readings.map((reading) => [reading.indicator.code, reading]))
    this.members = question.groups.map((_, i) => buckets.flatMap((bucket, b) => (bucket.groups.includes(i) ? [b] : [])))
  }

  /**
   * One figure, by the keys of the question.
   * @param cell '' for the undivided total (of what `only` keeps), or one of `cells`
   */
  figure(indicator: string, group: string, span: string, cell = ''): Figure {
    const name = `${indicator}|${group}|${span}|${cell}`
    const known = this.known.get(name)
    if (known) return known
    const figure = this.work(indicator, group, span, cell)
    this.known.set(name, figure)
    return figure
  }

  /**
   * The categories kept apart, in the order of their lists; when some values were typed under another breakdown and can't
   * be split, UNSPLIT comes last, so that the parts still make the total. Empty when the question keeps nothing apart.
   */
  cells(indicator: string): string[] {
    const unsplit = [...this.unitsOf(indicator).values()].some((units) =>
      units.some((unit) => unit.given.get(UNSPLIT)?.some((given) => given.reported > 0)),
    )
    return unsplit ? [...this.categories, UNSPLIT] : [...this.categories]
  }

  /** Whether the categories kept apart may hold the same person: there is no total of them. */
  overlaps(indicator: string): boolean {
    const reading = this.reading(indicator)
    return overlapping(reading.indicator, reading.due, this.split)
  }

  *[Symbol.iterator](): Iterator<AnsweredFigure> {
    for (const { code } of this.indicators) {
      const cells = ['', ...this.cells(code)]
      for (const { key: group } of this.question.groups) {
        for (const { key: span } of this.question.spans) {
          for (const cell of cells) {
            yield { indicator: code, group, span, cell, figure: this.figure(code, group, span, cell) }
          }
        }
      }
    }
  }

  private work(code: string, groupKey: string, spanKey: string, cell: string): Figure {
    const reading = this.reading(code)
    const group = this.question.groups.findIndex((one) => one.key === groupKey)
    const span = this.question.spans.find((one) => one.key === spanKey)
    if (group < 0 || !span) throw new Error(`not part of the question: ${groupKey}, ${spanKey}`)
    const { overTime } = effective(reading.indicator)
    const units = this.unitsOf(code)
    const whole = isWhole(this.split)
    const apart = cell !== '' || Object.keys(this.split.only).length > 0
    const came = () => this.members[group]!.some((bucket) => units.get(bucket)?.some((unit) => holds(unit, cell, span)))
    if (apart && !isAsked(reading.indicator, span, this.split, cell) && !came()) return addUp(reading.indicator, [])
    const parts = this.members[group]!.flatMap((bucket) => {
      const joined = this.buckets[bucket]!.joined.includes(group)
      return (units.get(bucket) ?? []).map((unit) => {
        const asked = cut(unit.asked, span)
        const given = whole ? asked : cut(unit.given.get(cell) ?? [], span)
        return partOf(overTime, unit.due(span), asked, given, joined)
      })
    })
    if (whole) return addUp(reading.indicator, parts)
    const quarters = reading.due.filter((quarter) => within({ from: quarter, to: quarter }, span))
    const before = apart && schemesIn(reading.indicator, span.from - 1).length > 0 ? [span.from - 1] : []
    return addUp(reading.indicator, parts, {
      schemeChanges: changesWithin(reading.indicator, [...before, ...quarters], this.split),
      overlapping: cell === '' && overlapping(reading.indicator, quarters, this.split),
    })
  }

  private reading(code: string): Reading {
    const reading = this.readings.get(code)
    if (!reading) throw new Error(`not part of the question: ${code}`)
    return reading
  }

  private unitsOf(code: string): ReadonlyMap<number, readonly Unit[]> {
    return this.units.get(code) ?? new Map()
  }
}

function cut(given: readonly Given[], span: Span): readonly Given[] {
  return given.filter((one) => one.from >= span.from && one.from <= span.to)
}

function holds(unit: Unit, cell: string, span: Span): boolean {
  return cut(unit.given.get(cell) ?? [], span).length > 0
}

/** Nobody is asked for categories in quarters under a breakdown without them, nor for undivided values in the others. */
function isAsked(indicator: DefinedIndicator, span: Span, split: Split, cell: string): boolean {
  return quartersIn(span).some((quarter) => answering(indicator, quarter, split).length > 0 === (cell !== UNSPLIT))
}

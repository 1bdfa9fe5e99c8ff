import type { Heirs } from '../assignments/heirs.ts'
import type { Span } from '../calendar/span.ts'
import { quartersIn } from '../calendar/span.ts'
import { schemesIn } from '../indicators/breakdown.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import { effective, takesLast } from '../indicators/rules.ts'
import type { OverTime } from '../vocabulary/indicator.ts'
import { addUp } from './add-up/add-up.ts'
import { type ReporterSum, type RunSum, reporterSum } from './add-up/reporter-sum.ts'
import { isAlike } from './change.ts'
import type { Figure } from './figure.ts'
import type { Basis, PlaceMap, Question } from './question.ts'
import type { ReporterRuns } from './read/assemble.ts'
import { type Bucket, type IndicatorPlan, within } from './read/plan.ts'
import type { Restated, RestatedValue } from './read/restated.ts'
import { answering, changesWithin, isUndivided, overlapping, type Split, UNSPLIT } from './split.ts'

export type AnsweredFigure = { indicator: string; group: string; span: string; cell: string; figure: Figure }

/** The figures a question asked for; each is worked out when it is first looked at. */
export class Answer implements Iterable<AnsweredFigure> {
  readonly indicators: readonly DefinedIndicator[]
  readonly basis: Basis
  readonly map: PlaceMap
  private readonly plans: ReadonlyMap<string, IndicatorPlan>
  private readonly known = new Map<string, Figure>()
  private readonly members: number[][]

  constructor(
    readonly question: Question,
    /** The instant the figures are as at, ms. */
    readonly asAt: number,
    plans: readonly IndicatorPlan[],
    private readonly split: Split,
    private readonly buckets: readonly Bucket[],
    /** By indicator code, then by bucket. */
    private readonly reporters: ReadonlyMap<string, ReadonlyMap<number, readonly ReporterRuns[]>>,
    private readonly categories: readonly string[],
    /** Who took over from whom, by id of the indicator. */
    private readonly heirs: ReadonlyMap<number, Heirs>,
    private readonly restated: Restated = new Map(),
  ) {
    this.indicators = plans.map((plan) => plan.indicator)
    this.basis = question.basis ?? 'approved'
    this.map = question.map ?? 'as-reported'
    this.plans = new Map(plans.map((plan) => [plan.indicator.code, plan]))
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
    const unsplit = [...this.reportersOf(indicator).values()].some((reporters) =>
      reporters.some(({ byKey }) => byKey.get(UNSPLIT)?.some((run) => run.reported > 0)),
    )
    return unsplit ? [...this.categories, UNSPLIT] : [...this.categories]
  }

  /** Whether the categories kept apart may hold the same person: there is no total of them. */
  overlaps(indicator: string): boolean {
    const plan = this.planOf(indicator)
    return overlapping(plan.indicator, plan.due, this.split)
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
    const { indicator, due } = this.planOf(code)
    const group = this.question.groups.findIndex((one) => one.key === groupKey)
    const span = this.question.spans.find((one) => one.key === spanKey)
    if (group < 0 || !span) throw new Error(`not part of the question: ${groupKey}, ${spanKey}`)
    const undivided = isUndivided(this.split)
    const apart = cell !== '' || Object.keys(this.split.only).length > 0
    if (apart && !isAsked(indicator, span, this.split, cell) && !this.came(code, group, cell, span))
      return addUp(indicator, [])
    const sums = this.sumsOf(indicator, group, span, undivided ? null : cell)
    const heirs = this.heirs.get(indicator.id)
    if (undivided) return addUp(indicator, sums, {}, heirs)
    const quarters = due.filter((quarter) => within({ from: quarter, to: quarter }, span))
    const before = apart && schemesIn(indicator, span.from - 1).length > 0 ? [span.from - 1] : []
    const effects = {
      schemeChanges: changesWithin(indicator, [...before, ...quarters], this.split),
      overlapping: cell === '' && overlapping(indicator, quarters, this.split),
    }
    return addUp(indicator, sums, effects, heirs)
  }

  /** Whether the same reporters gave the undivided figures of two spans: only then can one be taken from the other. */
  hasSameReporters(code: string, group: string, one: string, other: string): boolean {
    const { indicator } = this.planOf(code)
    const at = this.question.groups.findIndex(({ key }) => key === group)
    const sums = (key: string) =>
      this.sumsOf(indicator, at, this.question.spans.find((span) => span.key === key)!, null)
    return isAlike(sums(one), sums(other))
  }

  /** What each reporter of a group gave in a span, of one category or (null) altogether. */
  private sumsOf(indicator: DefinedIndicator, group: number, span: Span, cell: string | null): ReporterSum[] {
    const { overTime } = effective(indicator)
    const reporters = this.reportersOf(indicator.code)
    const restated = this.restated.get(indicator.id)
    return this.members[group]!.flatMap((bucket) => {
      const joined = this.buckets[bucket]!.joined.includes(group)
      return (reporters.get(bucket) ?? []).map(({ reporter, due, all, byKey }) => {
        const came = cut(all, span)
        const runs = cell === null ? came : cut(byKey.get(cell) ?? [], span)
        const sum = reporterSum(reporter, overTime, due(span), came, runs, joined)
        sum.revised = isRevised(restated?.get(reporter), sum, overTime, span, cell ?? '')
        return sum
      })
    })
  }

  /** Whether any reporter of a group gave anything of a category in a span. */
  private came(code: string, group: number, cell: string, span: Span): boolean {
    const reporters = this.reportersOf(code)
    return this.members[group]!.some((bucket) =>
      reporters.get(bucket)?.some(({ byKey }) => cut(byKey.get(cell) ?? [], span).length > 0),
    )
  }

  private planOf(code: string): IndicatorPlan {
    const plan = this.plans.get(code)
    if (!plan) throw new Error(`not part of the question: ${code}`)
    return plan
  }

  private reportersOf(code: string): ReadonlyMap<number, readonly ReporterRuns[]> {
    return this.reporters.get(code) ?? new Map()
  }
}

/** Whether a value behind a sum was restated: of a reporter of which the last counts, that one. */
function isRevised(
  restated: readonly RestatedValue[] | undefined,
  { latest }: ReporterSum,
  overTime: OverTime,
  span: Span,
  cell: string,
): boolean {
  if (!restated) return false
  const counts = (quarter: number) =>
    takesLast(overTime) ? quarter === latest : quarter >= span.from && quarter <= span.to
  return restated.some((one) => one.cell === cell && counts(one.quarter))
}

function cut(runs: readonly RunSum[], span: Span): readonly RunSum[] {
  return runs.filter((run) => run.from >= span.from && run.from <= span.to)
}

/** Nobody is asked for categories in quarters under a breakdown without them, nor for undivided values in the others. */
function isAsked(indicator: DefinedIndicator, span: Span, split: Split, cell: string): boolean {
  return quartersIn(span).some((quarter) => answering(indicator, quarter, split).length > 0 === (cell !== UNSPLIT))
}

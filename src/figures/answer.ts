import { reporterOf } from '../assignments/assignment.ts'
import { type Heirs, NO_HEIRS } from '../assignments/heirs.ts'
import type { Span } from '../calendar/span.ts'
import { type Breakdown, schemesIn } from '../indicators/breakdown.ts'
import type { IndicatorChange } from '../indicators/definitions/changes.ts'
import { isBrokenIn } from '../indicators/definitions/history.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import { effective } from '../indicators/rules.ts'
import { addUp, notDue } from './add-up/add-up.ts'
import { type ReporterSum, reporterSum } from './add-up/reporter-sum.ts'
import { dueWithin, isLastRevised, isRevisedIn, NO_RUNS, runsWithin } from './add-up/within-pieces.ts'
import type { Figure } from './figure.ts'
import type { Listing } from './listing.ts'
import { type Basis, isAskedOf, type PlaceMap, type Question, type SpanGroup } from './question.ts'
import type { ReporterRuns } from './read/assemble.ts'
import { breaksOf } from './read/breaks.ts'
import { poolName } from './read/due-by-reporter.ts'
import { type Bucket, type IndicatorPlan, type QuestionPlan, within } from './read/plan.ts'
import { apartWhereTold, type Pool, type ReportedByPool } from './read/pool.ts'
import type { IndicatorValues, PlanValues } from './read/values.ts'
import { isAlike } from './same-reporters.ts'
import { changesWithin, isAskedBy, isOverlapping, isUndivided, type Split, UNSPLIT } from './split.ts'

export type AnsweredFigure = { indicator: string; group: string; span: string; cell: string; figure: Figure }

/** The figures a question asked for; each is worked out when it is first looked at. */
export class Answer implements Iterable<AnsweredFigure> {
  /** Each under its last definition in the spans asked for. */
  readonly indicators: readonly DefinedIndicator[]
  readonly question: Question
  /** The instant the figures are as at, ms. */
  readonly asAt: number
  readonly basis: Basis
  readonly map: PlaceMap
  /** By code of the indicator; several where its definition changes. */
  private readonly plans: ReadonlyMap<string, readonly IndicatorPlan[]>
  private readonly split: Split
  private readonly listing: Listing
  private readonly buckets: readonly Bucket[]
  private readonly members: number[][]
  private readonly groupAt: ReadonlyMap<string, number>
  private readonly spanAt: ReadonlyMap<string, number>

  constructor(
    private readonly plan: QuestionPlan,
    /** What came, by id of the indicator. */
    private readonly values: ReadonlyMap<number, IndicatorValues>,
    private readonly categories: readonly string[],
    /** Who took over from whom, by id of the indicator. */
    private readonly heirs: ReadonlyMap<number, Heirs>,
  ) {
    const { question, at, plans, split, listing, buckets } = plan
    this.question = question
    this.asAt = at
    this.basis = question.basis ?? 'approved'
    this.map = question.map ?? 'as-reported'
    this.split = split
    this.listing = listing
    this.buckets = buckets
    const byCode = new Map<string, IndicatorPlan[]>()
    for (const plan of plans) byCode.set(plan.indicator.code, [...(byCode.get(plan.indicator.code) ?? []), plan])
    this.plans = byCode
    this.indicators = [...this.plans.values()].map((all) => lastOf(all).indicator)
    this.members = question.groups.map((_, i) => buckets.flatMap((bucket, b) => (bucket.groups.includes(i) ? [b] : [])))
    this.groupAt = numbered(question.groups)
    this.spanAt = numbered(question.spans)
  }

  /**
   * One figure, by the keys of the question.
   * @param cell '' for the undivided total (of what `only` keeps), or one of `cells`
   */
  figure(indicator: string, group: string, span: string, cell = ''): Figure {
    const { question } = this
    const g = this.groupAt.get(group)
    if (g === undefined) throw new Error(`not part of the question: ${group}`)
    const plan = this.planOf(indicator, span)
    const s = this.spanAt.get(span)!
    const known = this.valuesOf(plan).figures
    let figures = known.get(cell)
    if (!figures) {
      figures = []
      known.set(cell, figures)
    }
    const at = g * question.spans.length + s
    figures[at] ??= this.work(plan, g, question.spans[s]!, cell)
    return figures[at]
  }

  /**
   * The categories kept apart, in the order of their lists; when some values were typed under another breakdown and can't
   * be split, UNSPLIT comes last, so that the parts still make the total. Empty when the question keeps nothing apart.
   */
  cells(indicator: string): string[] {
    const unsplit = this.plansOf(indicator).some((plan) =>
      [...this.reportersOf(plan).values()].some((reporters) =>
        reporters.some(({ byKey }) => byKey.get(UNSPLIT)?.some((run) => run.reported > 0)),
      ),
    )
    return unsplit ? [...this.categories, UNSPLIT] : [...this.categories]
  }

  /** Whether the categories kept apart may hold the same person: there is no total of them. */
  overlaps(indicator: string): boolean {
    return this.plansOf(indicator).some((plan) => isOverlapping(plan.indicator, plan.due, this.split))
  }

  /** A span of the question, by its key. */
  span(key: string): SpanGroup {
    const at = this.spanAt.get(key)
    if (at === undefined) throw new Error(`not part of the question: ${key}`)
    return this.question.spans[at]!
  }

  /**
   * What the figures of an indicator rest on: the same object for as long as nothing of it is written, so that what is made of
   * them alone can be kept beside it.
   */
  restsOn(indicator: string): object {
    const [plan] = this.plansOf(indicator) as [IndicatorPlan]
    return this.values.get(plan.indicator.id)!
  }

  /** What breaks the series of an indicator, whenever that is. */
  breaks(indicator: string): readonly IndicatorChange[] {
    const { lists, first } = this.plan
    const [plan] = this.plansOf(indicator) as [IndicatorPlan]
    const known = breaksUnder.get(plan) ?? breaksOf(plan.history, lists, this.split, first)
    breaksUnder.set(plan, known)
    return known
  }

  /** The breakdowns by which changes are told. */
  get lists(): readonly Breakdown[] {
    return this.plan.lists
  }

  /** The definition that the figures of a span stand under: the last one of those that hold in it. */
  definition(indicator: string, span: string): DefinedIndicator {
    return this.planOf(indicator, span).indicator
  }

  /** The quarters that the values due in a span cover, by their own spans; null: none is due. */
  covers(indicator: string, span: string): Span | null {
    return this.planOf(indicator, span).covered.get(span)!.span
  }

  *[Symbol.iterator](): Iterator<AnsweredFigure> {
    for (const { code } of this.indicators) {
      const cells = ['', ...this.cells(code)]
      for (const { key: group } of this.question.groups) {
        for (const { key: span } of this.question.spans.filter(isAskedOf(code))) {
          for (const cell of cells) {
            yield { indicator: code, group, span, cell, figure: this.figure(code, group, span, cell) }
          }
        }
      }
    }
  }

  private work(plan: IndicatorPlan, group: number, span: SpanGroup, cell: string): Figure {
    const { indicator, history, due } = plan
    const { cut } = plan.covered.get(span.key)!
    const changed = { broken: isBrokenIn(history, span), incompatible: !plan.adds, cut }
    const heirs = this.heirs.get(indicator.id)
    if (isUndivided(this.split)) {
      const effects = { ...changed, revised: this.isRevised(plan, group, [span], '') }
      return addUp(indicator, this.sumsOf(plan, group, [span], null), effects, heirs)
    }
    const apart = cell !== '' || Object.keys(this.split.only).length > 0
    const pieces = this.listing.pieces(cell, span)
    if (apart && !isAskedBy(indicator, pieces, this.split, cell) && !this.came(plan, group, cell, span)) return notDue()
    const quarters = due.filter((quarter) => within({ from: quarter, to: quarter }, span))
    const before = apart && schemesIn(indicator, span.from - 1).length > 0 ? [span.from - 1] : []
    const compared = [...before, ...quarters]
    const effects = {
      ...changed,
      broken:
        changed.broken ||
        changesWithin(indicator, compared, this.split) ||
        (apart && this.listing.changesWithin(compared)),
      overlapping: cell === '' && isOverlapping(indicator, quarters, this.split),
      revised: this.isRevised(plan, group, pieces, cell),
    }
    return addUp(indicator, this.sumsOf(plan, group, pieces, cell), effects, heirs)
  }

  /** Whether a value of a group was restated, where all that came counts; of lines each reporter's last one is asked for. */
  private isRevised(plan: IndicatorPlan, group: number, pieces: readonly Span[], cell: string): boolean {
    const restated = plan.mode === 'latest' ? undefined : this.valuesOf(plan).restated
    if (!restated) return false
    const partner = this.plan.partnerOf[group] ?? null
    if (partner === null)
      return this.members[group]!.some((bucket) => isRevisedIn(restated.get(poolName(bucket)), pieces, cell))
    const isHere = (name: string) => this.members[group]!.includes(this.plan.bucketOf.get(reporterOf(name).placeId)!)
    return [...restated].some(
      ([name, values]) => this.isOf(group, name) && isHere(name) && isRevisedIn(values, pieces, cell),
    )
  }

  /** Whether the same reporters, or who took over from them, gave the undivided figures of two spans, the second of another answer if one is given: else there is no change. */
  hasSameReporters(code: string, group: string, one: string, other: string, before: Answer = this): boolean {
    const heirs = this.heirs.get(this.planOf(code, one).indicator.id) ?? NO_HEIRS
    const [is, was] = apartWhereTold(this.reportedIn(code, group, one), before.reportedIn(code, group, other))
    return isAlike(is, was, heirs)
  }

  private reportedIn(code: string, groupKey: string, spanKey: string): ReportedByPool[] {
    const plan = this.planOf(code, spanKey)
    const group = this.groupAt.get(groupKey)!
    const span = this.question.spans[this.spanAt.get(spanKey)!]!
    const sums = this.sumsOf(plan, group, [span], null)
    const reporters = this.reportersOf(plan)
    const pools = new Map<string, Pool | undefined>()
    for (const bucket of this.members[group]!)
      for (const { reporter, pool } of reporters.get(bucket) ?? []) pools.set(reporter, pool)
    return sums.map(({ reporter, expected, reported }) => {
      const pool = pools.get(reporter)
      return pool
        ? { reporter, expected, reported, pool, owed: pool.owedByEach(span) }
        : { reporter, expected, reported }
    })
  }

  /** What each reporter of a group gave in some runs of quarters, of one category or (null) altogether. */
  private sumsOf(plan: IndicatorPlan, group: number, pieces: readonly Span[], cell: string | null): ReporterSum[] {
    const { overTime } = effective(plan.indicator)
    const reporters = this.reportersOf(plan)
    const { restated } = this.valuesOf(plan)
    const sums: ReporterSum[] = []
    for (const bucket of this.members[group]!) {
      const joined = this.buckets[bucket]!.joined.includes(group)
      for (const { reporter, due, all, byKey } of reporters.get(bucket) ?? []) {
        if (!this.isOf(group, reporter)) continue
        const came = runsWithin(all, pieces)
        const runs = cell === null ? came : runsWithin(byKey.get(cell) ?? NO_RUNS, pieces)
        const sum = reporterSum(reporter, overTime, dueWithin(due, pieces), came, runs, joined)
        sum.revised = isLastRevised(restated?.get(reporter), sum, cell ?? '')
        sums.push(sum)
      }
    }
    return sums
  }

  /** Whether any reporter of a group gave anything of a category in a span. */
  private came(plan: IndicatorPlan, group: number, cell: string, span: Span): boolean {
    const reporters = this.reportersOf(plan)
    return this.members[group]!.some((bucket) =>
      reporters
        .get(bucket)
        ?.some(
          ({ reporter, byKey }) =>
            this.isOf(group, reporter) && runsWithin(byKey.get(cell) ?? NO_RUNS, [span]).length > 0,
        ),
    )
  }

  /** Whether what a reporter gives belongs in a group: in one of a partner only what that partner gives. */
  private isOf(group: number, reporter: string): boolean {
    const partner = this.plan.partnerOf[group] ?? null
    return partner === null || reporterOf(reporter).partnerId === partner
  }

  private plansOf(code: string): readonly IndicatorPlan[] {
    const plans = this.plans.get(code)
    if (!plans) throw new Error(`not part of the question: ${code}`)
    return plans
  }

  private planOf(code: string, span: string): IndicatorPlan {
    const plans = this.plansOf(code)
    const plan = plans.find(({ spans }) => spans.has(span))
    if (!plan) throw new Error(`not part of the question: ${code}, ${span}`)
    return plan
  }

  private reportersOf(plan: IndicatorPlan): ReadonlyMap<number, readonly ReporterRuns[]> {
    return this.valuesOf(plan).reporters
  }

  private valuesOf(plan: IndicatorPlan): PlanValues {
    return this.values.get(plan.indicator.id)!.byPlan.get(plan)!
  }
}

/** A plan is kept for as long as the framework stands, and so is what breaks its series. */
const breaksUnder = new WeakMap<IndicatorPlan, readonly IndicatorChange[]>()

/** Where each key stands; of two alike the first. */
function numbered(all: readonly { key: string }[]): Map<string, number> {
  return new Map(all.map(({ key }, i) => [key, i] as const).reverse())
}

/** The plan whose definition holds last. */
function lastOf(plans: readonly IndicatorPlan[]): IndicatorPlan {
  return plans.reduce((last, one) => (one.indicator.from > last.indicator.from ? one : last))
}

import { type Heirs, NO_HEIRS } from '../assignments/heirs.ts'
import type { Span } from '../calendar/span.ts'
import type { Breakdown } from '../indicators/breakdown.ts'
import type { IndicatorChange } from '../indicators/definitions/changes.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import { GroupFigures } from './add-up/group-figures.ts'
import type { Figure } from './figure.ts'
import { type Basis, isAskedOf, type PlaceMap, type Question, type SpanGroup } from './question.ts'
import { breaksOf } from './read/breaks.ts'
import type { IndicatorPlan, QuestionPlan } from './read/plan.ts'
import { apartWhereTold, type ReportedByPool } from './read/pool.ts'
import type { IndicatorValues } from './read/values.ts'
import { isAlike } from './same-reporters.ts'
import { isOverlapping, type Split, UNSPLIT } from './split.ts'

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
  private readonly given: GroupFigures
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
    const { question, at, plans, split } = plan
    this.question = question
    this.asAt = at
    this.basis = question.basis ?? 'approved'
    this.map = question.map ?? 'as-reported'
    this.split = split
    this.given = new GroupFigures(plan, values, heirs)
    const byCode = new Map<string, IndicatorPlan[]>()
    for (const plan of plans) byCode.set(plan.indicator.code, [...(byCode.get(plan.indicator.code) ?? []), plan])
    this.plans = byCode
    this.indicators = [...this.plans.values()].map((all) => lastOf(all).indicator)
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
    const known = this.given.valuesOf(plan).figures
    let figures = known.get(cell)
    if (!figures) {
      figures = []
      known.set(cell, figures)
    }
    const at = g * question.spans.length + s
    figures[at] ??= this.given.figure(plan, g, question.spans[s]!, cell)
    return figures[at]
  }

  /**
   * The categories kept apart, in the order of their lists; when some values were typed under another breakdown and can't
   * be split, UNSPLIT comes last, so that the parts still make the total. Empty when the question keeps nothing apart.
   */
  cells(indicator: string): string[] {
    const unsplit = this.plansOf(indicator).some((plan) =>
      [...this.given.valuesOf(plan).reporters.values()].some((reporters) =>
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

  /**
   * Whether the same reporters, or who took over from them, gave the undivided figures of two spans, the second of another answer if one is
   * given: else there is no change.
   */
  hasSameReporters(code: string, group: string, one: string, other: string, before: Answer = this): boolean {
    const heirs = this.heirs.get(this.planOf(code, one).indicator.id) ?? NO_HEIRS
    const [is, was] = apartWhereTold(this.reportedIn(code, group, one), before.reportedIn(code, group, other))
    return isAlike(is, was, heirs)
  }

  private reportedIn(code: string, group: string, span: string): ReportedByPool[] {
    return this.given.reportedIn(this.planOf(code, span), this.groupAt.get(group)!, this.span(span))
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

import { reporterOf } from '../../assignments/assignment.ts'
import type { Heirs } from '../../assignments/heirs.ts'
import type { Span } from '../../calendar/span.ts'
import { schemesIn } from '../../indicators/breakdown.ts'
import { isBrokenIn } from '../../indicators/definitions/history.ts'
import { effective } from '../../indicators/rules.ts'
import type { Figure } from '../figure.ts'
import type { SpanGroup } from '../question.ts'
import { poolName } from '../read/due-by-reporter.ts'
import { type IndicatorPlan, type QuestionPlan, within } from '../read/plan.ts'
import type { Pool, ReportedByPool } from '../read/pool.ts'
import type { IndicatorValues, PlanValues } from '../read/values.ts'
import { changesWithin, isAskedBy, isOverlapping, isUndivided } from '../split.ts'
import { addUp, notDue } from './add-up.ts'
import { type ReporterSum, reporterSum } from './reporter-sum.ts'
import { dueWithin, isLastRevised, isRevisedIn, NO_RUNS, runsWithin } from './within-pieces.ts'

/** Works out the figures of a question from what each reporter gave; a group is named by where it stands among them. */
export class GroupFigures {
  /** By group: the buckets whose places it holds. */
  private readonly members: number[][]

  constructor(
    private readonly plan: QuestionPlan,
    /** What came, by id of the indicator. */
    private readonly values: ReadonlyMap<number, IndicatorValues>,
    /** Who took over from whom, by id of the indicator. */
    private readonly heirs: ReadonlyMap<number, Heirs>,
  ) {
    const { question, buckets } = plan
    this.members = question.groups.map((_, i) => buckets.flatMap((bucket, b) => (bucket.groups.includes(i) ? [b] : [])))
  }

  valuesOf(plan: IndicatorPlan): PlanValues {
    return this.values.get(plan.indicator.id)!.byPlan.get(plan)!
  }

  /** @param cell '' for the undivided total (of what the question keeps), or one of its categories */
  figure(plan: IndicatorPlan, group: number, span: SpanGroup, cell: string): Figure {
    const { indicator, history, due } = plan
    const { split, listing } = this.plan
    const { cut } = plan.covered.get(span.key)!
    const changed = { broken: isBrokenIn(history, span), incompatible: !plan.adds, cut }
    const heirs = this.heirs.get(indicator.id)
    if (isUndivided(split)) {
      const effects = { ...changed, revised: this.isRevised(plan, group, [span], '') }
      return addUp(indicator, this.sumsOf(plan, group, [span], null), effects, heirs)
    }
    const apart = cell !== '' || Object.keys(split.only).length > 0
    const pieces = listing.pieces(cell, span)
    if (apart && !isAskedBy(indicator, pieces, split, cell) && !this.came(plan, group, cell, span)) return notDue()
    const quarters = due.filter((quarter) => within({ from: quarter, to: quarter }, span))
    const before = apart && schemesIn(indicator, span.from - 1).length > 0 ? [span.from - 1] : []
    const compared = [...before, ...quarters]
    const effects = {
      ...changed,
      broken: changed.broken || changesWithin(indicator, compared, split) || (apart && listing.changesWithin(compared)),
      overlapping: cell === '' && isOverlapping(indicator, quarters, split),
      revised: this.isRevised(plan, group, pieces, cell),
    }
    return addUp(indicator, this.sumsOf(plan, group, pieces, cell), effects, heirs)
  }

  /** What each reporter of a group gave in some runs of quarters, of one category or (null) altogether. */
  private sumsOf(plan: IndicatorPlan, group: number, pieces: readonly Span[], cell: string | null): ReporterSum[] {
    const { overTime } = effective(plan.indicator)
    const { reporters, restated } = this.valuesOf(plan)
    const sums: ReporterSum[] = []
    for (const bucket of this.members[group]!) {
      const joined = this.plan.buckets[bucket]!.joined.includes(group)
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

  /** The same of all that came in a span, with the pool of whoever is read in one and what is owed in it. */
  reportedIn(plan: IndicatorPlan, group: number, span: Span): ReportedByPool[] {
    const sums = this.sumsOf(plan, group, [span], null)
    const { reporters } = this.valuesOf(plan)
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

  /** Whether any reporter of a group gave anything of a category in a span. */
  private came(plan: IndicatorPlan, group: number, cell: string, span: Span): boolean {
    const { reporters } = this.valuesOf(plan)
    return this.members[group]!.some((bucket) =>
      reporters
        .get(bucket)
        ?.some(
          ({ reporter, byKey }) =>
            this.isOf(group, reporter) && runsWithin(byKey.get(cell) ?? NO_RUNS, [span]).length > 0,
        ),
    )
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

  /** Whether what a reporter gives belongs in a group: in one of a partner only what that partner gives. */
  private isOf(group: number, reporter: string): boolean {
    const partner = this.plan.partnerOf[group] ?? null
    return partner === null || reporterOf(reporter).partnerId === partner
  }
}

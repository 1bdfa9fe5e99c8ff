import { type Reporter, reporterKey } from '../../assignments/assignment.ts'
import { type Heirs, NO_HEIRS } from '../../assignments/heirs.ts'
import { DueQuarters, type Duty } from '../../assignments/owed.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import type { Categories } from '../../indicators/breakdown.ts'
import { effective, takesLast } from '../../indicators/rules.ts'
import type { Question } from '../question.ts'
import { type Bucket, type IndicatorPlan, within } from '../read/plan.ts'
import { keysOf, type Split } from '../split.ts'
import { type FigureLines, linesOfFigure, type Owed } from './figure-lines.ts'

/** Who did something, and when (ms). `by` and `byId` are null where nobody is on record, as for values taken over from elsewhere. */
export type RecordedAct = { at: number; by: string | null; byId: number | null }

/** Who handed a value in and who approved it, in the version that counts; null where nobody did, or nobody is on record. */
export type RecordedActs = { handedIn: RecordedAct | null; approved: RecordedAct | null }

/** One value as it was typed: a cell of a reporter's quarter, in the version that counts in the figure. */
export type Contribution = {
  /** Names this version of the value for ever: a correction has another key, what stays unchanged keeps its own. */
  key: string
  indicator: string
  placeId: number
  partnerId: number
  quarter: Quarter
  /** Name of the combination of categories it was typed under; '' = undivided. */
  cell: string
  categories: Categories
  state: 'reported' | 'not applicable'
  /** Amount, numerator, mean, median or stage. */
  value: number | null
  /** Denominator or n. */
  base: number | null
  /** Handed in, not approved. */
  provisional: boolean
  approvedFrom: number | null
  approvedTo: number | null
  submissionId: number | null
  /** First and last day of the partner's own quarter, where it is not the calendar's: told, not corrected. */
  ownQuarter: { first: string; last: string } | null
}

export type Awaited = { placeId: number; partnerId: number; quarter: Quarter }

/**
 * What a figure rests on: values, quarters declared not applicable, and those still missing; and where the last value of each
 * line is taken, who took over from whom and who left.
 */
export type FigureContributions = { values: Contribution[]; notApplicable: Contribution[]; missing: Awaited[] } & Omit<
  FigureLines,
  'givers'
>

/** What a question needs to be told apart by: of its plan. */
type OriginPlan = {
  question: Question
  plans: readonly IndicatorPlan[]
  split: Split
  buckets: readonly Bucket[]
  bucketOf: ReadonlyMap<number, number>
  partnerOf: readonly (number | null)[]
}

/** What came of a group in a span; `reported`: the numbers of it, by the key of each figure they count in. */
type Scope = {
  plan: IndicatorPlan
  came: readonly Contribution[]
  reported: ReadonlyMap<string, Contribution[]>
  owed: readonly Owed[]
  others: Pick<FigureContributions, 'notApplicable' | 'missing'>
}

/** Every value that a question's figures are made of. */
export class Contributions {
  private readonly byIndicator = new Map<string, Contribution[]>()
  private readonly scopes = new Map<string, Scope>()

  constructor(
    private readonly plan: OriginPlan,
    readonly rows: readonly Contribution[],
    private readonly duties: ReadonlyMap<number, readonly Duty[]>,
    /** Who took over from whom, by id of the indicator. */
    private readonly heirs: ReadonlyMap<number, Heirs>,
  ) {
    for (const row of rows) {
      const known = this.byIndicator.get(row.indicator)
      if (known) known.push(row)
      else this.byIndicator.set(row.indicator, [row])
    }
  }

  /** What is behind one figure, by the keys of the question: `values` alone make its number. */
  behind(indicator: string, group: string, span: string, cell = ''): FigureContributions {
    const { plan, came, reported, owed, others } = this.scopeOf(indicator, group, span)
    const counted = reported.get(cell) ?? []
    const { overTime } = effective(plan.indicator)
    const heirs = this.heirs.get(plan.indicator.id) ?? NO_HEIRS
    if (!takesLast(overTime)) {
      // All that came counts; whose line went on with whom is told of it too.
      const { takenOver } = linesOfFigure('latest', owed, came, counted, heirs)
      const told = takenOver.map((one) => ({ ...one, standIns: [] }))
      return { values: counted, ...others, takenOver: told, ended: [] }
    }
    const { givers, ...lines } = linesOfFigure(overTime, owed, came, counted, heirs)
    return { values: counted.filter((row) => givers.get(reporterKey(row)) === row.quarter), ...others, ...lines }
  }

  /** What the figures of one indicator, group and span have in common, whatever their category: looked for once. */
  private scopeOf(indicator: string, group: string, span: string): Scope {
    const name = JSON.stringify([indicator, group, span])
    const known = this.scopes.get(name)
    if (known) return known
    const { question, plans, split } = this.plan
    const plan = plans.find((one) => one.indicator.code === indicator && one.spans.has(span))
    const groupAt = question.groups.findIndex((one) => one.key === group)
    const run = question.spans.find((one) => one.key === span)
    if (!plan || groupAt < 0 || !run) throw new Error(`not part of the question: ${indicator}, ${group}, ${span}`)
    const came = (this.byIndicator.get(indicator) ?? []).filter(
      (row) => within({ from: row.quarter, to: row.quarter }, run) && this.isIn(row, groupAt),
    )
    const reported = new Map<string, Contribution[]>()
    for (const row of came.filter(({ state }) => state === 'reported'))
      for (const key of new Set(keysOf(plan.indicator, row.quarter, split, row.categories))) {
        const list = reported.get(key)
        if (list) list.push(row)
        else reported.set(key, [row])
      }
    const owed = this.owedIn(plan, groupAt, run)
    const notApplicable = came.filter((row) => row.state === 'not applicable')
    const scope = { plan, came, reported, owed, others: { notApplicable, missing: missing(owed, came) } }
    this.scopes.set(name, scope)
    return scope
  }

  /** What each reporter of a group was asked for. */
  private owedIn(plan: IndicatorPlan, group: number, run: Span): Owed[] {
    const due = new DueQuarters(plan.due)
    return (this.duties.get(plan.indicator.id) ?? []).flatMap(({ placeId, partnerId, intervals }) =>
      this.isIn({ placeId, partnerId }, group)
        ? [{ placeId, partnerId, due: due.in(intervals, run, true), until: intervals.at(-1)!.to }]
        : [],
    )
  }

  private isIn({ placeId, partnerId }: Reporter, group: number): boolean {
    const partner = this.plan.partnerOf[group] ?? null
    if (partner !== null && partner !== partnerId) return false
    const bucket = this.plan.bucketOf.get(placeId)
    return bucket !== undefined && this.plan.buckets[bucket]!.groups.includes(group)
  }
}

function missing(owed: readonly Owed[], came: readonly Contribution[]): Awaited[] {
  const there = new Set(came.map((row) => `${reporterKey(row)}/${row.quarter}`))
  return owed.flatMap(({ placeId, partnerId, due }) =>
    due.quarters.flatMap((quarter) =>
      there.has(`${reporterKey({ placeId, partnerId })}/${quarter}`) ? [] : [{ placeId, partnerId, quarter }],
    ),
  )
}

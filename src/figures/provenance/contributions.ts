import { DueQuarters, type Duty } from '../../assignments/owed.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import type { Categories } from '../../indicators/breakdown.ts'
import { effective } from '../../indicators/rules.ts'
import type { Question } from '../question.ts'
import { type Bucket, type Reading, within } from '../read/plan.ts'
import { keysOf, type Split } from '../split.ts'

/** Who did something, and when (ms). `by` is null where nobody is on record, as for values taken over from elsewhere. */
export type Deed = { at: number; by: string | null }

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
  handedIn: Deed | null
  approved: Deed | null
}

export type Awaited = { placeId: number; partnerId: number; quarter: Quarter }

/** What a figure rests on: values, quarters declared not applicable, and those still missing. */
export type Behind = { values: Contribution[]; notApplicable: Contribution[]; missing: Awaited[] }

type Plan = {
  question: Question
  readings: readonly Reading[]
  split: Split
  buckets: readonly Bucket[]
  of: ReadonlyMap<number, number>
}

/** Every value that a question's figures are made of. */
export class Contributions {
  private readonly byIndicator = new Map<string, Contribution[]>()

  constructor(
    private readonly plan: Plan,
    readonly rows: readonly Contribution[],
    private readonly duties: ReadonlyMap<number, readonly Duty[]>,
  ) {
    for (const row of rows) {
      const known = this.byIndicator.get(row.indicator)
      if (known) known.push(row)
      else this.byIndicator.set(row.indicator, [row])
    }
  }

  /** What is behind one figure, by the keys of the question: `values` alone make its number. */
  behind(indicator: string, group: string, span: string, cell = ''): Behind {
    const { question, readings, split } = this.plan
    const reading = readings.find((one) => one.indicator.code === indicator)
    const groupAt = question.groups.findIndex((one) => one.key === group)
    const run = question.spans.find((one) => one.key === span)
    if (!reading || groupAt < 0 || !run) throw new Error(`not part of the question: ${indicator}, ${group}, ${span}`)
    const came = (this.byIndicator.get(indicator) ?? []).filter(
      (row) => within({ from: row.quarter, to: row.quarter }, run) && this.isIn(row.placeId, groupAt),
    )
    const reported = came.filter((row) => row.state === 'reported')
    const fitting = reported.filter((row) =>
      keysOf(reading.indicator, row.quarter, split, row.categories).includes(cell),
    )
    return {
      values: effective(reading.indicator).overTime === 'latest' ? latestOf(fitting) : fitting,
      notApplicable: came.filter((row) => row.state === 'not applicable'),
      missing: this.missing(reading, groupAt, run, came),
    }
  }

  private missing(reading: Reading, group: number, run: Span, came: readonly Contribution[]): Awaited[] {
    const there = new Set(came.map((row) => `${row.placeId}/${row.partnerId}/${row.quarter}`))
    const due = new DueQuarters(reading.due)
    return (this.duties.get(reading.indicator.id) ?? []).flatMap(({ placeId, partnerId, intervals }) => {
      if (!this.isIn(placeId, group)) return []
      return due.in(intervals, run, true).quarters.flatMap((quarter) => {
        if (there.has(`${placeId}/${partnerId}/${quarter}`)) return []
        return [{ placeId, partnerId, quarter }]
      })
    })
  }

  private isIn(place: number, group: number): boolean {
    const bucket = this.plan.of.get(place)
    return bucket !== undefined && this.plan.buckets[bucket]!.groups.includes(group)
  }
}

/** Of each reporter the values of its last quarter. */
function latestOf(rows: readonly Contribution[]): Contribution[] {
  const last = new Map<string, Quarter>()
  for (const row of rows) {
    const name = `${row.placeId}/${row.partnerId}`
    last.set(name, Math.max(row.quarter, last.get(name) ?? 0))
  }
  return rows.filter((row) => last.get(`${row.placeId}/${row.partnerId}`) === row.quarter)
}

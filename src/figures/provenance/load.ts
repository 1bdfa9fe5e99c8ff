import type { Db } from '../../../db/connection.ts'
import { dutiesByIndicator, heirsByIndicator } from '../../assignments/store.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { quartersIn } from '../../calendar/span.ts'
import { type CategoryCell, cells } from '../../indicators/cell-store.ts'
import type { Question } from '../question.ts'
import { planOf } from '../read/plan-load.ts'
import { type Contribution, Contributions, type RecordedAct, type RecordedActs } from './contributions.ts'
import { type ContributionRow, readActs, readContributions } from './store.ts'

/**
 * The values behind each figure of a question, with the submission each came by; `actsOf` says who handed it in and approved it.
 * Takes the question that `ask` takes; the figures of the one are made of the rows of the other.
 * @throws Refused
 */
export function contributions(db: Db, question: Question, now: number): Contributions {
  const plan = planOf(db, question, now)
  const asked = new Map<string, { indicator: number; quarter: Quarter }>()
  for (const { indicator, runs } of plan.plans)
    for (const quarter of runs.flatMap(quartersIn))
      asked.set(`${indicator.id}/${quarter}`, { indicator: indicator.id, quarter })
  const wanted = [...asked.values()]
  const source = { provisional: question.basis === 'provisional', at: plan.at }
  const rows = readContributions(db, wanted, [...plan.bucketOf.keys()], source)
  const codes = new Map(plan.plans.map(({ indicator }) => [indicator.id, indicator.code]))
  const known = cells(db)
  const named = rows.map((row) => contributionOf(row, codes.get(row.indicator)!, known.get(row.cell)!))
  return new Contributions(plan, named, dutiesByIndicator(db, question.asAt), heirsByIndicator(db, question.asAt))
}

function contributionOf(row: ContributionRow, indicator: string, cell: CategoryCell): Contribution {
  const { placeId, partnerId, quarter, state, value, base, approvedFrom, approvedTo, submissionId, cutFrom, cutTo } =
    row
  return {
    key: [indicator, placeId, partnerId, quarter, row.cell, approvedFrom ?? 'handed-in'].join('/'),
    indicator,
    placeId,
    partnerId,
    quarter,
    cell: cell.key,
    categories: cell.categories,
    state,
    value,
    base,
    provisional: approvedFrom === null,
    approvedFrom,
    approvedTo,
    submissionId,
    ownQuarter: cutFrom === null || cutTo === null ? null : { first: cutFrom, last: cutTo },
  }
}

/**
 * Who handed in and who approved each value of some, by its key. Read for what is looked at, and for what has changed in a report: it asks
 * for thousands of values.
 */
export function actsOf(db: Db, values: readonly Contribution[]): ReadonlyMap<string, RecordedActs> {
  const versionOf = (id: number, until: number | null) => `${id}/${until ?? ''}`
  const wanted = new Map(
    values.flatMap(({ submissionId, approvedFrom }) =>
      submissionId === null
        ? []
        : [[versionOf(submissionId, approvedFrom), { submissionId, until: approvedFrom }] as const],
    ),
  )
  const found = new Map(readActs(db, [...wanted.values()]).map((row) => [versionOf(row.submissionId, row.until), row]))
  return new Map(
    values.map(({ key, submissionId, approvedFrom, provisional }) => {
      const row = submissionId === null ? undefined : found.get(versionOf(submissionId, approvedFrom))
      const handedIn = row ? actOf(row.handedInAt, row.handedInBy, row.handedInById) : null
      return [
        key,
        { handedIn, approved: row && !provisional ? actOf(row.approvedAt, row.approvedBy, row.approvedById) : null },
      ]
    }),
  )
}

function actOf(at: number | null, by: string | null, byId: number | null): RecordedAct | null {
  return at === null ? null : { at, by, byId }
}

import type { Db } from '../../../db/connection.ts'
import { dutiesByIndicator } from '../../assignments/store.ts'
import { quartersIn } from '../../calendar/span.ts'
import { type Cell, cells } from '../../indicators/store.ts'
import type { Question } from '../question.ts'
import { planOf } from '../read/plan-load.ts'
import { type Contribution, Contributions, type Deed } from './contributions.ts'

/**
 * The values behind each figure of a question, with the submission each came by, who handed it in and who approved it.
 * Takes the question that `ask` takes; the figures of the one are made of the rows of the other.
 * @throws Refused
 */
export function contributions(db: Db, question: Question, now: number): Contributions {
  const plan = planOf(db, question, now)
  const wants = plan.readings.flatMap(({ indicator, runs }) =>
    runs.flatMap(quartersIn).map((quarter) => [indicator.id, quarter]),
  )
  const bound = { at: plan.at, wants: JSON.stringify(wants), here: JSON.stringify([...plan.of.keys()]) }
  const text = question.basis === 'provisional' ? `${FACTS} and ${NOT_HANDED} union all ${ENTRIES}` : FACTS
  const rows = db.prepared(`${LISTS} ${text} order by 1, 2, 3, 4, 5`).all(bound) as Row[]
  const codes = new Map(plan.readings.map(({ indicator }) => [indicator.id, indicator.code]))
  const known = cells(db)
  return new Contributions(
    plan,
    rows.map((row) => contributionOf(row, codes.get(row[0])!, known.get(row[4])!)),
    dutiesByIndicator(db),
  )
}

type Row = [
  indicator: number,
  quarter: number,
  place: number,
  partner: number,
  cell: number,
  state: 'reported' | 'not applicable',
  value: number | null,
  base: number | null,
  approvedFrom: number | null,
  approvedTo: number | null,
  submission: number | null,
  cutFrom: string | null,
  cutTo: string | null,
  handedInAt: number | null,
  handedInBy: string | null,
  approvedAt: number | null,
  approvedBy: string | null,
]

function contributionOf(row: Row, indicator: string, { key, categories }: Cell): Contribution {
  const [, quarter, placeId, partnerId, cellId, state, value, base, approvedFrom, approvedTo, submissionId] = row
  const [first, last] = [row[11], row[12]]
  const [handedInAt, handedInBy, approvedAt, approvedBy] = row.slice(13) as [number, string, number, string]
  return {
    key: [indicator, placeId, partnerId, quarter, cellId, approvedFrom ?? 'handed-in'].join('/'),
    indicator,
    placeId,
    partnerId,
    quarter,
    cell: key,
    categories,
    state,
    value,
    base,
    provisional: approvedFrom === null,
    approvedFrom,
    approvedTo,
    submissionId,
    ownQuarter: first === null || last === null ? null : { first, last },
    handedIn: deedOf(handedInAt, handedInBy),
    approved: approvedFrom === null ? null : deedOf(approvedAt, approvedBy),
  }
}

function deedOf(at: number | null, by: string | null): Deed | null {
  return at === null ? null : { at, by }
}

const LISTS = `with want(i, q) as materialized (select value ->> 0, value ->> 1 from json_each(:wants)),
  here(place) as materialized (select value from json_each(:here))`

/** The last thing of a kind that had happened to a submission by an instant. */
const LAST = (kind: 'submitted' | 'approved', by: string) => `left join submission_fact ${kind} on ${kind}.id = (
    select x.id from submission_fact x where x.submission_id = s.id and x.kind = '${kind}' and x.at <= ${by}
    order by x.at desc, x.id desc limit 1)
  left join person ${kind}_by on ${kind}_by.id = ${kind}.by_id`

const FACTS = `select f.indicator_id, f.quarter, f.place_id, f.partner_id, f.cell_id, f.state, f.value, f.base,
    f.approved_from, f.approved_to, s.id, s.cut_from, s.cut_to, submitted.at, submitted_by.name, approved.at, approved_by.name
  from want w cross join fact f on f.indicator_id = w.i and f.quarter = w.q
  join here h on h.place = f.place_id
  left join submission s on s.partner_id = f.partner_id and s.place_id = f.place_id and s.quarter = f.quarter
  ${LAST('submitted', 'f.approved_from')}
  ${LAST('approved', 'f.approved_from')}
  where f.approved_from <= :at and (f.approved_to is null or f.approved_to > :at)`

const NOT_HANDED = `not exists (select 1 from submission x join entry e on e.submission_id = x.id
  where x.partner_id = f.partner_id and x.place_id = f.place_id and x.quarter = f.quarter
    and x.state = 'submitted' and x.changed_at <= :at and e.indicator_id = f.indicator_id)`

const ENTRIES = `select e.indicator_id, s.quarter, s.place_id, s.partner_id, e.cell_id, e.state, e.value, e.base,
    null, null, s.id, s.cut_from, s.cut_to, submitted.at, submitted_by.name, null, null
  from submission s join entry e on e.submission_id = s.id
  join want w on w.i = e.indicator_id and w.q = s.quarter
  join here h on h.place = s.place_id
  ${LAST('submitted', 's.changed_at')}
  where s.state = 'submitted' and s.changed_at <= :at and e.state <> 'not reported'`

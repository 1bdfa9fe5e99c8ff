import { columnsOf } from '../../../db/columns.ts'
import type { Db } from '../../../db/connection.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { storedValueIn } from '../approval-store.ts'
import type { Source } from '../read/facts-store.ts'

/** One value of a reporter's quarter, with the submission it came by, and what had happened to that until then. */
export type ContributionRow = {
  indicator: number
  quarter: Quarter
  placeId: number
  partnerId: number
  cell: number
  state: 'reported' | 'not applicable'
  value: number | null
  base: number | null
  /** Null while it is handed in but not approved. */
  approvedFrom: number | null
  approvedTo: number | null
  submissionId: number | null
  cutFrom: string | null
  cutTo: string | null
}

const ROWS = columnsOf<ContributionRow>()([
  'indicator',
  'quarter',
  'placeId',
  'partnerId',
  'cell',
  'state',
  'value',
  'base',
  'approvedFrom',
  'approvedTo',
  'submissionId',
  'cutFrom',
  'cutTo',
])

type WantedQuarter = { indicator: number; quarter: Quarter }
const WANTED = columnsOf<WantedQuarter>()(['indicator', 'quarter'])

/** The values of some indicators, quarters and places, in order of indicator, quarter, place, partner and cell. */
export function readContributions(
  db: Db,
  wanted: readonly WantedQuarter[],
  places: readonly number[],
  { provisional, at }: Pick<Source, 'provisional' | 'at'>,
): ContributionRow[] {
  const bound = { at, wanted: WANTED.toJson(wanted), here: JSON.stringify(places) }
  const text = provisional ? `${FACTS} and ${NOT_HANDED} union all ${ENTRIES}` : FACTS
  return ROWS.read(db.prepared(`with ${LISTS} ${text} order by 1, 2, 3, 4, 5`).all(bound))
}

// Places are looked up in `here`, not joined: a join goes through all of them for every fact, which a country has 13,000 of.
const LISTS = `${WANTED.table('want', ':wanted')},
  here(place) as materialized (select value from json_each(:here))`

/** What facts and entries give alike. */
const storedColumns = (row: 'f' | 'e') => ({
  ...storedValueIn(row),
  submissionId: 's.id',
  cutFrom: 's.cut_from',
  cutTo: 's.cut_to',
})

const FACT = ROWS.select({
  ...storedColumns('f'),
  quarter: 'f.quarter',
  placeId: 'f.place_id',
  partnerId: 'f.partner_id',
  approvedFrom: 'f.approved_from',
  approvedTo: 'f.approved_to',
})
const FACTS = `select ${FACT}
  from want w cross join fact f on f.indicator_id = w.indicator and f.quarter = w.quarter
  left join submission s on s.partner_id = f.partner_id and s.place_id = f.place_id and s.quarter = f.quarter
  where f.place_id in (select place from here) and f.approved_from <= :at and (f.approved_to is null or f.approved_to > :at)`

const NOT_HANDED = `not exists (select 1 from submission x join entry e on e.submission_id = x.id
  where x.partner_id = f.partner_id and x.place_id = f.place_id and x.quarter = f.quarter
    and x.state = 'submitted' and x.changed_at <= :at and e.indicator_id = f.indicator_id)`

const ENTRY = ROWS.select({
  ...storedColumns('e'),
  quarter: 's.quarter',
  placeId: 's.place_id',
  partnerId: 's.partner_id',
  approvedFrom: 'null',
  approvedTo: 'null',
})
const ENTRIES = `select ${ENTRY}
  from submission s join entry e on e.submission_id = s.id
  join want w on w.indicator = e.indicator_id and w.quarter = s.quarter
  where s.place_id in (select place from here) and s.state = 'submitted' and s.changed_at <= :at and e.state <> 'not reported'`

/** What was done with a submission until an instant, by whom. */
export type ActRow = {
  submissionId: number
  until: number | null
  handedInAt: number | null
  handedInBy: string | null
  handedInById: number | null
  approvedAt: number | null
  approvedBy: string | null
  approvedById: number | null
}
const ACTS = columnsOf<ActRow>()([
  ...(['submissionId', 'until', 'handedInAt', 'handedInBy', 'handedInById'] as const),
  ...(['approvedAt', 'approvedBy', 'approvedById'] as const),
])

type WantedVersion = Pick<ActRow, 'submissionId' | 'until'>
const VERSIONS = columnsOf<WantedVersion>()(['submissionId', 'until'])

/** The last thing of a kind that had happened to a submission by an instant. */
const LAST = (kind: 'submitted' | 'approved') => `left join submission_fact ${kind} on ${kind}.id = (
    select x.id from submission_fact x where x.submission_id = s.id and x.kind = '${kind}'
      and x.at <= coalesce(w.until, s.changed_at)
    order by x.at desc, x.id desc limit 1)
  left join person ${kind}_by on ${kind}_by.id = ${kind}.by_id`

/** Who handed in and who approved each of some versions of submissions. @param wanted `until` null = as it stands */
export function readActs(db: Db, wanted: readonly WantedVersion[]): ActRow[] {
  const columns = ACTS.select({
    submissionId: 's.id',
    until: 'w.until',
    handedInAt: 'submitted.at',
    handedInBy: 'submitted_by.name',
    handedInById: 'submitted_by.id',
    approvedAt: 'approved.at',
    approvedBy: 'approved_by.name',
    approvedById: 'approved_by.id',
  })
  const text = `with ${VERSIONS.table('w', ':wanted')} select ${columns}
    from w join submission s on s.id = w.submissionId ${LAST('submitted')} ${LAST('approved')}`
  return ACTS.read(db.prepared(text).all({ wanted: VERSIONS.toJson(wanted) }))
}

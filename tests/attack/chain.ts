import type { Db } from '../../db/connection.ts'
import { rebuildTally } from '../../src/figures/tally/rebuild.ts'
import type { ProjectData } from '../../src/framework/project-data.ts'
import { approve } from '../../src/submissions/review/approve.ts'
import { correct, issue, issueNow, make, persona, SECOND } from '../releases/making.ts'
import { copyOf, imageAndClose } from '../support/database.ts'
import { onceARun } from '../support/once.ts'
import { NOW_2026, pilotAs } from '../support/pilot-2026.ts'
import { q } from '../support/small-project.ts'

const DAY = 86_400_000
/** What becomes of Nghệ An and Hà Tĩnh in this story: on 1 January 2022 they are one province. */
const MERGED = { slug: 'nghe-tinh', from: ['nghe-an', 'ha-tinh'], on: '2022-01-01' }

function withMerger(data: ProjectData): ProjectData {
  const ended = (slug: string) => MERGED.from.includes(slug)
  const before = data.places.find(({ slug }) => slug === 'nghe-an')!
  const name = { vi: 'Nghệ Tĩnh (từ 01/01/2022)', en: 'Nghệ Tĩnh (from 1 January 2022)' }
  return {
    ...data,
    project: { ...data.project, last: q('2022-Q4') },
    places: [
      ...data.places.map((place) => (ended(place.slug) ? { ...place, validTo: MERGED.on } : place)),
      { ...before, slug: MERGED.slug, iso: null, name, validFrom: MERGED.on },
    ],
    successions: [
      ...data.successions.filter(({ from }) => !ended(from)),
      ...MERGED.from.map((from) => ({ from, to: MERGED.slug, on: MERGED.on })),
    ],
    assignments: data.assignments.flatMap((row) => {
      const later = { ...row, from: q('2022-Q1'), takesOver: [], places: [MERGED.slug] }
      const [moving, staying] = [row.places.filter(ended), row.places.filter((slug) => !ended(slug))]
      return [
        ...(staying.length > 0 ? [{ ...row, places: staying }] : []),
        ...(moving.length > 0 ? [{ ...row, places: moving, to: q('2021-Q4') }, later] : []),
      ]
    }),
  }
}

/** The first quarter of 2022 as that of 2021 was, each value by who reports for what the province has become. */
function reportNext(db: Db, at: number): void {
  db.$client
    .prepare(
      `insert into fact (indicator_id, quarter, place_id, partner_id, cell_id, approved_from, state, value, base)
       select f.indicator_id, @to, coalesce(s.to_id, f.place_id) place, f.partner_id, f.cell_id, @at, 'reported', sum(f.value), sum(f.base)
       from fact f join indicator i on i.id = f.indicator_id
         left join succession s on s.from_id = f.place_id and s.on_date = @on
       where f.quarter = @from and f.approved_to is null and f.state = 'reported' and i.code in ('V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7')
       group by f.indicator_id, place, f.partner_id, f.cell_id`,
    )
    .run({ from: q('2021-Q1'), to: q('2022-Q1'), on: MERGED.on, at })
  rebuildTally(db)
}

/** Approves what a partner handed in for a place in 2021-Q4, too late for the report before. */
function approveLate(db: Db, partner: string, place: string, now: number): void {
  const late = db.$client
    .prepare(
      `select s.id, s.version from submission s join partner p on p.id = s.partner_id join place l on l.id = s.place_id
       where s.quarter = ? and p.slug = ? and l.slug = ?`,
    )
    .get(q('2021-Q4'), partner, place) as { id: number; version: number }
  const done = approve(db, { by: persona(db, 'wv.manager@example.org'), now, version: late.version }, late.id)
  if (!('done' in done)) throw new Error(JSON.stringify(done))
}

async function issueToPublic(db: Db, span: { from: number; to: number }, now: number): Promise<void> {
  const release = await make(
    db,
    { ...span, audience: 'public', threshold: 10, recipients: [], language: 'vi', asAt: now },
    now,
  )
  db.$client
    .prepare('insert into release_approval (release_id, by_id, at) values (?, ?, ?)')
    .run(release.id, persona(db, SECOND).id, now)
  if (release.state !== 'protected')
    throw new Error(`${release.state}: ${release.failure?.code} ${release.failure?.about}`)
  const outcome = await issueNow(db, release.id, now)
  if (outcome !== 'issued') throw new Error(String(outcome))
}

/**
 * Four reports of the pilot to two audiences: before the second a submission comes in late, before the third two provinces are
 * merged and another quarter is reported, before the fourth a count of one province is corrected by one person.
 */
export async function chainOfFour(): Promise<Db> {
  const image = await onceARun('four reports to two audiences, with a merger between them', async () => {
    const db = pilotAs('merging two provinces', withMerger)
    const at = (days: number) => NOW_2026 + days * DAY
    const [year, longer] = [
      { from: q('2021-Q1'), to: q('2021-Q4') },
      { from: q('2021-Q1'), to: q('2022-Q1') },
    ]
    await issue(db, { ...year, asAt: at(0) }, at(0))
    approveLate(db, 'world-vision', 'quang-ninh', at(1))
    await issueToPublic(db, year, at(2))
    reportNext(db, at(3))
    await issue(db, { ...longer, language: 'both', asAt: at(4) }, at(4))
    correct(db, { indicator: 'V3', place: 'ha-tinh', quarter: q('2021-Q2'), by: 1 }, at(5))
    await issueToPublic(db, longer, at(6))
    return imageAndClose(db)
  })
  return copyOf(image)
}

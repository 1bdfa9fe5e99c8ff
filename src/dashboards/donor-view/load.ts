import { type Db, oncePerVersion } from '../../../db/connection.ts'
import { places } from '../../places/store.ts'
import type { Donor } from '../../project/donor.ts'
import type { Prospect, ProspectiveReport } from '../../releases/prospective/prospective.ts'
import { STANDS } from '../../releases/standing/standing.ts'
import { standings } from '../../releases/standing/standing-store.ts'
import { issuedReleases } from '../../releases/store.ts'
import { type DonorView, donorViewOf, NotProtected, StillProtecting } from './donor-view.ts'

/** The report that a donor would get as at an instant, or how far it is; null = now. */
export type Prospects = (donorCode: string, asAt: number | null) => Prospect

/** One view for as long as its report is the same: what is kept of a page beside it is never another's. */
const views = new WeakMap<ProspectiveReport, DonorView>()

/**
 * @throws StillProtecting where it is not worked out yet
 * @throws NotProtected
 */
export function loadDonorView(db: Db, donor: Donor, asAt: number | null, prospects: Prospects): DonorView {
  const prospect = prospects(donor.code, asAt)
  if ('progress' in prospect) throw new StillProtecting(donor.name, prospect.progress)
  if ('failure' in prospect) {
    const names = new Map(places(db).list.map(({ slug, name }) => [slug, name]))
    throw new NotProtected(donor.name, prospect.failure, names, prospect.again ?? null)
  }
  const { report } = prospect
  const known = views.get(report) ?? donorViewOf(donor, report, asAt, heldReport(db, report))
  views.set(report, known)
  return known
}

const issued = oncePerVersion((db) => {
  const known = standings(db)
  return issuedReleases(db).filter(({ id }) => {
    const { withdrawn, supersededBy } = known.get(id) ?? STANDS
    return withdrawn === null && supersededBy === null
  })
})

/** The last report of the same quarters that the donor has been sent and that stands. */
function heldReport(db: Db, { release }: ProspectiveReport): DonorView['held'] {
  const { donorCode, audience, from, to } = release
  const held = issued(db).filter(
    (one) => one.donorCode === donorCode && one.audience === audience && one.from === from && one.to === to,
  )
  const last = held.at(-1)
  return last ? { id: last.id, title: last.title } : null
}

import type { Db } from '../../../db/connection.ts'
import { may } from '../../access/permissions.ts'
import type { Person } from '../../access/person.ts'
import { releasesIssuedTo } from '../store.ts'
import type { LoadedReleaseStanding } from './page.ts'
import { acknowledgementsOf, releaseStandingOf, supersededIn } from './standing-store.ts'

/** How a report stands, as whoever looks may know it: a donor opens none but their own. */
export function loadReleaseStanding(db: Db, person: Person, id: number): LoadedReleaseStanding {
  return {
    ...releaseStandingOf(db, id),
    supersedes: supersededIn(db, id),
    acknowledgements: acknowledgementsOf(db, id),
    open: may(person, 'release.make') ? null : new Set(releasesIssuedTo(db, person.id).map((one) => one.id)),
  }
}

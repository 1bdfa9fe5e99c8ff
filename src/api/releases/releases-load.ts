import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { termsOf } from '../../project/store.ts'
import { STANDS } from '../../releases/standing/standing.ts'
import { releaseStandingOf, standings } from '../../releases/standing/standing-store.ts'
import { releaseFor, releasesFor, workbookPlanOf } from '../../releases/store.ts'
import { issuedFile } from '../../releases/workbook/file-store.ts'
import { type ReleaseParts, releaseFactsOf, releaseParts } from './answer.ts'

/** What has been issued, the first first: to a donor, theirs alone. A draft has left to nobody. */
export function loadIssued(db: Db, person: Person) {
  const known = standings(db)
  const releases = releasesFor(db, person)
  return releases
    .filter(({ state }) => state === 'issued')
    .sort((one, other) => one.id - other.id)
    .map((release) => releaseFactsOf(release, known.get(release.id) ?? STANDS))
}

/**
 * A report as it was issued, through the person.
 * @returns null where there is none for them; 'damaged' where the file that is stored is not the one that was issued
 */
export function loadIssuedReport(db: Db, person: Person, id: number): ReleaseParts | 'damaged' | null {
  const release = releaseFor(db, person, id)
  if (release?.state !== 'issued') return null
  const file = issuedFile(db, id)
  const plan = file === 'damaged' ? null : workbookPlanOf(db, id)
  if (file === 'damaged' || !plan) return 'damaged'
  return releaseParts(release, releaseStandingOf(db, id), plan, file?.sha256 ?? null, termsOf(db))
}

import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { contentOf } from './content/content-load.ts'
import { ledgerOf } from './protection/ledger-rows.ts'
import { checksumOf } from './protection/ledger-store.ts'
import { askFor } from './protection/question-load.ts'
import { type Obstacle, obstacleToIssuing, type Release } from './release.ts'
import { agreementsOf, beginProtecting, keepIssued, previewOf, recipientsOf, releaseById } from './store.ts'
import { workbookOf } from './workbook/assemble.ts'

export type Issuing = 'issued' | 'changed' | Obstacle

/**
 * Issues a release, in one transaction: the frozen plan, the ledger, and the event. What was protected is asked for again
 * first; if anything has changed since (values, other releases), nothing is issued and protecting has to begin anew.
 * @throws DamagedLedger
 */
export function issueRelease(db: Db, by: Person, { id }: Release, now: number): Issuing {
  return db.tx((): Issuing => {
    const release = releaseById(db, id)
    if (!release) return 'not-protected'
    const ids = (people: { id: number }[]) => people.map((person) => person.id)
    const obstacle = obstacleToIssuing(release, ids(agreementsOf(db, id)), ids(recipientsOf(db, id)))
    if (obstacle) return obstacle
    const preview = previewOf(db, id)
    const asked = askFor(db, release, release.layout, now)
    if (!preview || asked.fingerprint !== preview.fingerprint) {
      beginProtecting(db, id)
      return 'changed'
    }
    const content = contentOf(db, release, asked, preview.suppressed, { draft: false, at: now })
    const ledger = ledgerOf(
      content.tables.map(({ table }) => table),
      asked.question,
      preview.suppressed,
    )
    const kept = {
      figures: ledger.figures.length,
      atoms: ledger.atoms.length,
      checksum: checksumOf(ledger.atoms, ledger.figures),
    }
    keepIssued(db, by, id, { plan: workbookOf(content), preview: { ...preview, ledger: kept }, ...ledger }, now)
    return 'issued'
  })
}

import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { programMark } from '../../config/program-mark.ts'
import { brokenLayoutOf } from '../../project/donor-store.ts'
import type { Job } from '../../threads/jobs.ts'
import { record } from '../../trail/store.ts'
import { thresholdsFor } from '../content/donor-load.ts'
import { unexplainedIn } from '../deviations/deviation.ts'
import { deviationTextsOf, keepDeviationTexts } from '../deviations/store.ts'
import { removedEvidence } from '../evidence/evidence-store.ts'
import { fingerprintsTold, insertForms } from '../forms/form-store.ts'
import { agreementsOf, recipientsOf } from '../people-store.ts'
import { insertLedger } from '../protection/ledger-store.ts'
import type { Running } from '../protection/protect-release.ts'
import { type Assemble, type Assembled, readAgain } from '../protection/read-again.ts'
import { restartProtecting } from '../protection/restart-protecting.ts'
import { type Obstacle, obstacleToIssuing, type Release } from '../release.ts'
import { previewOf, setIssued } from '../store.ts'
import { insertWording } from '../wording/wording-store.ts'
import type { CellDifference } from '../workbook/file-check.ts'
import { insertFile } from '../workbook/file-store.ts'
import { fingerprintOf } from '../workbook/finished-file.ts'
import { deleteAttempt } from './issuing-store.ts'

/**
 * `changed`: what was protected is no longer what would be shown, and protecting has begun anew. `unlike`: where a
 * finished file, the workbook or another, does not say what the figures say when it is read back; nothing is issued.
 */
export type Issuing = 'issued' | 'changed' | 'ledger-damaged' | Obstacle | { unlike: CellDifference[] }

/**
 * Issues a release: the finished files, the ledger, and the event, in one transaction. What was protected is read again first;
 * if anything has changed since (values, other releases), nothing is issued and protecting begins anew. On a record of
 * earlier releases that is damaged nothing is issued at all.
 * @param job that it is done in: it can be stopped, and is told how far it is
 * @param assemble who writes the files and reads them back, where that is not a thread of the program
 * @param who asked when it writes, since reading takes a while; throws when the person may not write any more
 */
export async function issueRelease(
  running: Running,
  who: () => Person,
  id: number,
  job?: Job,
  assemble?: Assemble,
): Promise<Issuing> {
  const { db } = running
  const outcome = await readAgain<Issuing>(running, id, {
    draft: false,
    otherwise: (release) => obstacleNow(db, release, running.now()),
    ...(job ? { job } : {}),
    ...(assemble ? { assemble } : {}),
    write: (assembled, release, at) => freeze(db, who(), release, assembled, at),
  })
  if (outcome === 'changed') restartProtecting(running, who(), id)
  return outcome
}

/**
 * What stands in the way of issuing it now; one that is not there any more is not protected either. By a clock that went back behind the
 * instant that its figures are as at, what is approved from now on would change what has been frozen.
 */
export function obstacleNow(db: Db, release: Release | null, now: number): Obstacle | null {
  if (!release) return 'not-protected'
  if (release.state === 'protected' && now < release.asAt) return 'clock-behind'
  const ids = (people: readonly { id: number }[]) => people.map(({ id }) => id)
  return obstacleToIssuing(
    release,
    {
      agreed: ids(agreementsOf(db, release.id)),
      recipients: ids(recipientsOf(db, release.id)),
      brokenLayout: brokenLayoutOf(db, release.donorCode) !== null,
      unexplained: unexplainedIn(
        previewOf(db, release.id)?.deviations ?? [],
        deviationTextsOf(db, release.id),
        release.language,
      ).length,
      removedEvidence: removedEvidence(db, release).length,
    },
    thresholdsFor(db, release),
  )
}

/** The ledger and the files first, and nothing is left of the attempt: once a release is issued nothing is added to them. */
function freeze(
  db: Db,
  by: Person,
  release: Release,
  { preview, ledger, written, file, forms, told, approvers }: Assembled,
  at: number,
): Issuing {
  const { id } = release
  if (!file) return 'changed'
  if ('unlike' in file) return file
  if ('unlike' in forms) return forms
  insertLedger(db, id, ledger)
  insertFile(db, id, file)
  insertForms(db, id, forms)
  insertWording(db, release, approvers)
  deleteAttempt(db, id)
  keepDeviationTexts(db, id, new Set(told))
  setIssued(db, id, { issuedAt: at, issuedBy: by.id, preview })
  const files = { sha256: file.sha256, plan: fingerprintOf(file.plan), forms: fingerprintsTold(forms) }
  const detail = { ...written, ...files, program: programMark }
  record(db, { at, by, verb: 'release.issued', subject: ['release', id], detail })
  return 'issued'
}

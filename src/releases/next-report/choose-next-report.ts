import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import { deleteAgreements } from '../people-store.ts'
import type { Running } from '../protection/protect-release.ts'
import { readAgain } from '../protection/read-again.ts'
import { restartProtecting } from '../protection/restart-protecting.ts'
import type { Release } from '../release.ts'
import { releaseById, setDraft } from '../store.ts'
import { maySetNextReport } from './next-report.ts'
import { nextReportOf, writeNextReport } from './next-report-store.ts'

/** `changed`: figures have changed since they were protected, and protecting has begun anew; `overtaken`: somebody set another day meanwhile. */
export type ChoosingNextReport = 'kept' | 'changed' | 'too-late' | 'overtaken' | 'ledger-damaged'

/** `seen`: the day that stood there when this one was chosen. */
export type NextReportChosen = { day: string | null; seen: string | null }

/**
 * Keeps on which day the next report is to be expected and writes the draft again with it; a second manager has to look again.
 * @param who asked when it writes, since reading takes a while; throws when the person may not write any more
 */
export async function chooseNextReport(
  running: Running,
  who: () => Person,
  id: number,
  set: NextReportChosen,
): Promise<ChoosingNextReport> {
  const { db, now } = running
  const keep = (at: number): 'kept' => {
    writeNextReport(db, id, set.day, who(), at)
    deleteAgreements(db, id)
    const detail = { nextReport: set.day }
    record(db, { at, by: who(), verb: 'release.next-report-set', subject: ['release', id], detail })
    return 'kept'
  }
  const outcome = await readAgain<ChoosingNextReport>(running, id, {
    draft: true,
    nextReport: set.day,
    otherwise: (release) => whyNot(db, release, set),
    write: (drafted, _, at) => {
      setDraft(db, id, drafted)
      return keep(at)
    },
  })
  if (outcome !== 'changed') return outcome
  return db.tx(() => {
    const refused = whyNot(db, releaseById(db, id), set)
    if (refused !== null) return refused
    keep(now())
    restartProtecting(running, who(), id)
    return 'changed'
  })
}

/** Why there is nothing to keep; null = there is. */
function whyNot(db: Db, release: Release | null, { day, seen }: NextReportChosen): ChoosingNextReport | null {
  if (!release || !maySetNextReport(release)) return 'too-late'
  const stands = nextReportOf(db, release.id)
  if (stands === day) return 'kept'
  return stands === seen ? null : 'overtaken'
}

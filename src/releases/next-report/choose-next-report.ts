import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import { changeDraft } from '../drafts/change-draft.ts'
import { deleteAgreements } from '../people-store.ts'
import type { Running } from '../protection/protect-release.ts'
import type { Release } from '../release.ts'
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
  const { db } = running
  return changeDraft<ChoosingNextReport>(running, who, id, {
    reading: { nextReport: set.day },
    whyNot: (release) => whyNot(db, release, set),
    keep: (by, at) => {
      writeNextReport(db, id, set.day, by, at)
      deleteAgreements(db, id)
      const detail = { nextReport: set.day }
      record(db, { at, by, verb: 'release.next-report-set', subject: ['release', id], detail })
      return 'kept'
    },
  })
}

/** Why there is nothing to keep; null = there is. */
function whyNot(db: Db, release: Release | null, { day, seen }: NextReportChosen): ChoosingNextReport | null {
  if (!release || !maySetNextReport(release)) return 'too-late'
  const stands = nextReportOf(db, release.id)
  if (stands === day) return 'kept'
  return stands === seen ? null : 'overtaken'
}

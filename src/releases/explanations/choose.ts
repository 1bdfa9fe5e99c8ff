import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import { deleteAgreements } from '../people-store.ts'
import type { Running } from '../protection/protect-release.ts'
import { readAgain } from '../protection/read-again.ts'
import { restartProtecting } from '../protection/restart-protecting.ts'
import type { Release } from '../release.ts'
import { releaseById, setDraft } from '../store.ts'
import { mayExplain, type ReadExplanations } from './explanation.ts'
import { chosenIn, deleteChosen, insertChosen } from './store.ts'

/** `changed`: figures have changed since they were protected, and protecting has begun anew. */
export type Choosing = 'kept' | 'changed' | 'too-late' | 'ledger-damaged'

type Chosen = Pick<ReadExplanations, 'chosen' | 'confirmed'>

/**
 * Keeps which explanations go into a release and writes the draft again with them. Hidden figures stay as they were
 * protected; a second manager has to look again, since what was agreed to is no longer what would be issued.
 * @param who asked when it writes, since reading takes a while; throws when the person may not write any more
 */
export async function chooseExplanations(
  running: Running,
  who: () => Person,
  id: number,
  chosen: Chosen,
): Promise<Choosing> {
  const { db, now } = running
  const failed = releaseById(db, id)
  if (failed?.state === 'failed') return whyNot(db, failed, chosen) ?? keep(db, who(), failed, chosen, now())
  const outcome = await readAgain<Choosing>(running, id, {
    draft: true,
    explanations: () => chosen.chosen,
    otherwise: (release) => whyNot(db, release, chosen),
    write: (drafted, release, at) => {
      setDraft(db, id, drafted)
      return keep(db, who(), release, chosen, at)
    },
  })
  if (outcome === 'changed') return protectAnew(running, who(), id, chosen)
  return outcome
}

/** Why there is nothing to keep; null = there is. */
function whyNot(db: Db, release: Release | null, { chosen }: Chosen): Choosing | null {
  if (!release || !mayExplain(release)) return 'too-late'
  return sameIds(chosenIn(db, release.id), chosen) ? 'kept' : null
}

/** What was chosen goes into what is protected now. */
function protectAnew(running: Running, by: Person, id: number, chosen: Chosen): Choosing {
  const { db, now } = running
  return db.tx(() => {
    const release = releaseById(db, id)
    if (!release || !mayExplain(release)) return 'too-late'
    keep(db, by, release, chosen, now())
    restartProtecting(running, by, id)
    return 'changed'
  })
}

function keep(db: Db, by: Person, release: Release, { chosen, confirmed }: Chosen, now: number): 'kept' {
  const detail = { chosen, ...(confirmed.length > 0 ? { confirmed } : {}) }
  return db.tx(() => {
    deleteChosen(db, release.id)
    insertChosen(db, release.id, { chosen, confirmed }, by, now)
    deleteAgreements(db, release.id)
    record(db, { at: now, by, verb: 'release.explanations-chosen', subject: ['release', release.id], detail })
    return 'kept'
  })
}

function sameIds(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id))
}

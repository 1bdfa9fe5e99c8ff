import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import type { SmallChanges } from '../../vocabulary/release.ts'
import { deleteAgreements } from '../people-store.ts'
import type { Running } from '../protection/protect-release.ts'
import { readAgain } from '../protection/read-again.ts'
import { restartProtecting } from '../protection/restart-protecting.ts'
import type { Release } from '../release.ts'
import { setSmallChanges } from '../store.ts'

/** `changed`: figures have changed since they were protected, and protecting has begun anew. */
export type ChoosingChanges = 'kept' | 'changed' | 'too-late' | 'ledger-damaged'

/**
 * Keeps what becomes of figures that have changed too little and writes the draft again with it. Which figures have to go stays as
 * it was protected; a second manager has to look again, since what was agreed to is no longer what would be issued.
 * @param who asked when it writes, since reading takes a while; throws when the person may not write any more
 */
export async function chooseSmallChanges(
  running: Running,
  who: () => Person,
  id: number,
  smallChanges: SmallChanges,
): Promise<ChoosingChanges> {
  const { db } = running
  const outcome = await readAgain<ChoosingChanges>(running, id, {
    draft: true,
    smallChanges,
    otherwise: (release) => whyNot(release, smallChanges),
    write: (drafted, _, at) => {
      setSmallChanges(db, id, smallChanges, drafted)
      deleteAgreements(db, id)
      const detail = { smallChanges }
      record(db, { at, by: who(), verb: 'release.small-changes-chosen', subject: ['release', id], detail })
      return 'kept'
    },
  })
  if (outcome === 'changed') restartProtecting(running, who(), id)
  return outcome
}

/** Why there is nothing to keep; null = there is. */
function whyNot(release: Release | null, smallChanges: SmallChanges): ChoosingChanges | null {
  if (release?.state !== 'protected') return 'too-late'
  return release.smallChanges === smallChanges ? 'kept' : null
}

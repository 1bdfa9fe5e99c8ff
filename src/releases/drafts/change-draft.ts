import type { Person } from '../../access/person.ts'
import type { Running } from '../protection/protect-release.ts'
import { readAgain, type Writing } from '../protection/read-again.ts'
import { restartProtecting } from '../protection/restart-protecting.ts'
import type { Release } from '../release.ts'
import { releaseById, setDraft } from '../store.ts'

/** What a manager adds to a protected report before it is issued. */
export type DraftChange<T> = {
  /** What it is read with, as if it were kept already. */
  reading: Pick<Writing<T>, 'deviationTexts' | 'nextReport' | 'ticked'>
  /** Why there is nothing to keep; null = there is. */
  whyNot: (release: Release | null) => T | null
  /** Keeps it, with its trail event, inside the transaction. */
  keep: (by: Person, at: number) => T
}

/**
 * Keeps what is added to a draft and writes the draft again with it. Hidden figures stay as they were protected; where figures have
 * changed since (`changed`), it goes into what is protected anew.
 * @param who asked when it writes, since reading takes a while; throws when the person may not write any more
 */
export async function changeDraft<T>(
  running: Running,
  who: () => Person,
  id: number,
  { reading, whyNot, keep }: DraftChange<T>,
): Promise<T | 'changed' | 'ledger-damaged'> {
  const { db, now } = running
  const outcome = await readAgain<T>(running, id, {
    draft: true,
    ...reading,
    otherwise: whyNot,
    write: (drafted, _, at) => {
      setDraft(db, id, drafted)
      return keep(who(), at)
    },
  })
  if (outcome !== 'changed') return outcome
  return db.tx(() => {
    const refused = whyNot(releaseById(db, id))
    if (refused !== null) return refused
    keep(who(), now())
    restartProtecting(running, who(), id)
    return 'changed'
  })
}

import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import type { Verb } from '../../vocabulary/trail.ts'
import { changeDraft } from '../drafts/change-draft.ts'
import { deleteAgreements } from '../people-store.ts'
import type { Running } from '../protection/protect-release.ts'
import type { Release } from '../release.ts'
import { releaseById } from '../store.ts'
import { mayTick, type ReadTicks, type TickableKind } from './tick.ts'
import { tickedIn, writeTicks } from './ticks-store.ts'

/** `changed`: figures have changed since they were protected, and protecting has begun anew. */
export type Choosing = 'kept' | 'changed' | 'too-late' | 'ledger-damaged'

/** What is ticked now: all of one kind. */
export type ChosenTexts = { kind: TickableKind } & Pick<ReadTicks, 'chosen' | 'confirmed'>

const VERB_OF = {
  explanations: 'release.explanations-chosen',
  evidence: 'release.evidence-chosen',
  reasons: 'release.reasons-chosen',
} as const satisfies Record<TickableKind, Verb>

/**
 * Keeps what of the texts of others goes into a release and writes the draft again with it. Hidden figures stay as they were
 * protected; a second manager has to look again, since what was agreed to is no longer what would be issued.
 * @param who asked when it writes, since reading takes a while; throws when the person may not write any more
 */
export async function chooseTicks(
  running: Running,
  who: () => Person,
  id: number,
  choice: ChosenTexts,
): Promise<Choosing> {
  const { db, now } = running
  const failed = releaseById(db, id)
  if (failed?.state === 'failed') return whyNot(db, failed, choice) ?? keep(db, who(), id, choice, now())
  return changeDraft<Choosing>(running, who, id, {
    reading: { ticked: { [choice.kind]: choice.chosen } },
    whyNot: (release) => whyNot(db, release, choice),
    keep: (by, at) => keep(db, by, id, choice, at),
  })
}

/** Why there is nothing to keep; null = there is. */
function whyNot(db: Db, release: Release | null, { kind, chosen }: ChosenTexts): Choosing | null {
  if (!release || !mayTick(release)) return 'too-late'
  return sameIds(tickedIn(db, release.id)[kind], chosen) ? 'kept' : null
}

function keep(db: Db, by: Person, id: number, { kind, ...choice }: ChosenTexts, at: number): 'kept' {
  const { chosen, confirmed } = choice
  const detail = { chosen, ...(confirmed.length > 0 ? { confirmed } : {}) }
  return db.tx(() => {
    writeTicks(db, id, kind, choice, by, at)
    deleteAgreements(db, id)
    record(db, { at, by, verb: VERB_OF[kind], subject: ['release', id], detail })
    return 'kept'
  })
}

function sameIds(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id))
}

import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import { deleteAgreements } from '../people-store.ts'
import type { Running } from '../protection/protect-release.ts'
import { readAgain } from '../protection/read-again.ts'
import { restartProtecting } from '../protection/restart-protecting.ts'
import type { Release } from '../release.ts'
import { releaseById, setDraft } from '../store.ts'
import { type DeviationTexts, mayExplainDeviations } from './deviation.ts'
import { deviationTextsOf, writeDeviationText } from './store.ts'

/** `changed`: figures have changed since they were protected, and protecting has begun anew; `overtaken`: somebody wrote meanwhile. */
export type Explaining = 'kept' | 'changed' | 'too-late' | 'overtaken' | 'ledger-damaged'

export type ToExplain = {
  texts: DeviationTexts
  confirmed: readonly string[]
  /** What stood there when the texts were read. */
  before: DeviationTexts
}

/**
 * Keeps why figures are far from their plan, and writes the draft again with it. Hidden figures stay as they were protected; a second
 * manager has to look again, since what was agreed to is no longer what would be issued.
 * @param who asked when it writes, since reading takes a while; throws when the person may not write any more
 */
export async function explainDeviations(
  running: Running,
  who: () => Person,
  id: number,
  given: ToExplain,
): Promise<Explaining> {
  const { db, now } = running
  const outcome = await readAgain<Explaining>(running, id, {
    draft: true,
    deviationTexts: given.texts,
    otherwise: (release) => whyNot(db, release, given),
    write: (drafted, _, at) => {
      setDraft(db, id, drafted)
      return keep(db, who(), id, given, at)
    },
  })
  if (outcome !== 'changed') return outcome
  return db.tx(() => {
    const refused = whyNot(db, releaseById(db, id), given)
    if (refused !== null) return refused
    keep(db, who(), id, given, now())
    restartProtecting(running, who(), id)
    return 'changed'
  })
}

/** Why there is nothing to keep; null = there is. */
function whyNot(db: Db, release: Release | null, { texts, before }: ToExplain): Explaining | null {
  if (!release || !mayExplainDeviations(release)) return 'too-late'
  const stands = said(deviationTextsOf(db, release.id))
  if (stands !== said(before)) return 'overtaken'
  return stands === said(texts) ? 'kept' : null
}

/** Texts in one order, for comparing them. */
function said(texts: DeviationTexts): string {
  const all = [...texts].filter(([, { vi, en }]) => vi !== null || en !== null)
  return JSON.stringify(all.map(([code, { vi, en }]) => [code, vi, en]).sort())
}

function keep(db: Db, by: Person, id: number, { texts, before, confirmed }: ToExplain, at: number): 'kept' {
  const changed = [...texts].filter(([code, { vi, en }]) => {
    const was = before.get(code)
    return (was?.vi ?? null) !== vi || (was?.en ?? null) !== en
  })
  for (const [code, text] of changed)
    writeDeviationText(db, id, code, text, { confirmed: confirmed.includes(code), by, at })
  deleteAgreements(db, id)
  const onWord = changed.some(([code]) => confirmed.includes(code))
  const detail = { indicators: changed.map(([code]) => code), ...(onWord ? { keptOnWord: true } : {}) }
  record(db, { at, by, verb: 'release.deviations-explained', subject: ['release', id], detail })
  return 'kept'
}

import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { record } from '../../trail/store.ts'
import { changeDraft } from '../drafts/change-draft.ts'
import { deleteAgreements } from '../people-store.ts'
import type { Running } from '../protection/protect-release.ts'
import type { Release } from '../release.ts'
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
  const { db } = running
  return changeDraft<Explaining>(running, who, id, {
    reading: { deviationTexts: given.texts },
    whyNot: (release) => whyNot(db, release, given),
    keep: (by, at) => keep(db, by, id, given, at),
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

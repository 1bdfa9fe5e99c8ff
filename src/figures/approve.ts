import type { Db } from '../../db/connection.ts'
import { historiesAsAt } from '../indicators/store.ts'
import {
  closeFacts,
  factsInForce,
  lastChange,
  NEVER,
  openFacts,
  reportedValues,
  type StoredValue,
  submissionOf,
} from './approval-store.ts'
import { keepingTally } from './tally/change-store.ts'
import { addRestatements } from './tally/restatement-store.ts'

export type Approved = {
  /** The instant from which the new facts are in force: `now`, or a millisecond after older ones that claim to be newer. */
  from: number
  opened: number
  closed: number
}

/**
 * Turns a submission's entries into facts: those that are no longer said are closed, new and changed ones opened, and
 * those that stay the same are left alone, so that a correction says exactly what it corrects. The tally is kept with
 * them. Synchronous; call it inside the transaction that approves: `db.tx(() => { … approveFacts(db, …) … })`.
 * @param now instant of approval, ms
 */
export function approveFacts(db: Db, { submissionId, now }: { submissionId: number; now: number }): Approved {
  return db.tx(() => {
    const reporter = submissionOf(db, submissionId)
    if (!reporter) throw new Error(`no such submission: ${submissionId}`)
    const { outdated, fresh } = changedIn(factsInForce(db, reporter), reportedValues(db, submissionId))
    const before = lastChange(db, reporter)
    const from = Math.max(now, before + 1)
    const touched = new Set([...outdated, ...fresh].map(({ indicator }) => indicator))
    const changed = historiesAsAt(db).filter(({ id }) => touched.has(id))
    keepingTally(db, reporter, changed, from, () => {
      closeFacts(db, reporter, outdated, from)
      openFacts(db, reporter, fresh, from)
    })
    if (before !== NEVER) addRestatements(db, reporter, [...outdated, ...fresh], from)
    return { from, opened: fresh.length, closed: outdated.length }
  })
}

/** Where a value stands and what it says: by ids of indicators and cells or, before there are any, by their codes. */
type SaidValue = { indicator: number | string; cell: number | string; state: string } & Pick<
  StoredValue,
  'value' | 'base'
>

/** What of the facts in force is no longer said, and what is said that they do not say. */
export function changedIn<Fact extends SaidValue, Entry extends SaidValue>(
  facts: readonly Fact[],
  entries: readonly Entry[],
): { outdated: Fact[]; fresh: Entry[] } {
  const left = new Map(facts.map((fact) => [`${fact.indicator}/${fact.cell}`, fact]))
  const fresh: Entry[] = []
  for (const entry of entries) {
    const name = `${entry.indicator}/${entry.cell}`
    const fact = left.get(name)
    const same = fact && fact.state === entry.state && fact.value === entry.value && fact.base === entry.base
    if (same) left.delete(name)
    else fresh.push(entry)
  }
  return { outdated: [...left.values()], fresh }
}

import { createHash } from 'node:crypto'
import type { Db } from '../../../db/connection.ts'
import { earlierOf, type LedgerRelease } from '../../disclosure/ledger.ts'
import { systemOf } from '../../disclosure/request.ts'
import { MARKS } from '../../figures/marks.ts'
import type { Question } from '../../suppression/problem.ts'
import { type Gathered, gathering } from '../content/gather-load.ts'
import type { Layout, Release } from '../release.ts'
import { releaseBefore } from '../store.ts'
import { countOfAtom, readLedger } from './ledger-store.ts'

/** Everything one layout asks of `protect`, and a mark of it. */
export type Asked = { gathered: Gathered; question: Question; fingerprint: string; ledger: LedgerRelease[] }

/**
 * @throws DamagedLedger
 * @throws CannotProtect
 */
export function askFor(db: Db, release: Release, layout: Layout, now: number): Asked {
  const steps = asking(db, release, layout, now)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same, letting others be served between its steps. */
export async function askPaced(db: Db, release: Release, layout: Layout, now: number): Promise<Asked> {
  const steps = asking(db, release, layout, now)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await othersFirst()
  }
}

function* asking(db: Db, release: Release, layout: Layout, now: number): Generator<void, Asked> {
  const ledger = readLedger(db)
  yield
  const { earlier, counts } = earlierOf(ledger, countOfAtom(db))
  yield
  const gathered = yield* gathering(db, release, layout, now)
  const question = systemOf({
    tables: gathered.tables.map(({ table }) => table),
    behind: gathered.behind,
    indicators: new Map(gathered.indicators.map((indicator) => [indicator.code, indicator])),
    threshold: release.threshold,
    earlier,
    earlierCounts: counts,
    keep: hiddenBefore(db, release, ledger),
  })
  yield
  return { gathered, question, fingerprint: fingerprintOf(gathered, question), ledger }
}

/** What the release before to the same audience hid: kept hidden where it costs nothing. */
function hiddenBefore(db: Db, release: Release, ledger: readonly LedgerRelease[]): string[] {
  const before = releaseBefore(db, release)
  const known = ledger.find(({ releaseId }) => releaseId === before?.id)
  return (
    known?.figures
      .filter(({ mark, atoms }) => mark === MARKS.confidential.sign && atoms.length > 0)
      .map(({ figureId }) => figureId) ?? []
  )
}

/** Of what is asked and of everything that would be printed; which figures the release before hid is only a preference. */
function fingerprintOf({ tables, baselines, indicators }: Gathered, { keep: _, ...asked }: Question): string {
  const printed = tables.map(({ table }) => [table.id, table.title, table.rows, table.columns, table.cells])
  return createHash('sha256')
    .update(JSON.stringify([asked, printed, indicators, [...baselines]]))
    .digest('hex')
}

/** Lets requests that have come meanwhile be answered. */
export function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

import { type Db, oncePerVersion } from '../../db/connection.ts'
import type { Known } from './known.ts'

/**
 * What was known at an instant, worked out once for each stretch in which nothing was learnt: pages ask as at a new instant
 * every time, and hardly ever is it another stretch; since the last turn it is what is known now. What is returned is shared:
 * nobody may change it.
 * @param rows whatever `read` picks from by `isKnownAt`
 */
export function asKnown<T>(
  rows: (db: Db) => readonly Known[],
  read: (db: Db, asAt?: number) => T,
): (db: Db, asAt?: number) => T {
  const stretches = oncePerVersion((db) => {
    const instants = rows(db).flatMap(({ knownFrom, knownTo }) =>
      knownTo === null ? [knownFrom] : [knownFrom, knownTo],
    )
    const turns = [...new Set(instants)]
    return { turns, last: Math.max(...turns), read: new Map<number | undefined, T>() }
  })
  return (db, asAt) => {
    const { turns, last, read: known } = stretches(db)
    const since = asAt === undefined || asAt >= last ? undefined : Math.max(...turns.filter((turn) => turn <= asAt))
    const before = known.get(since)
    if (before !== undefined) return before
    const found = read(db, since === undefined ? undefined : asAt)
    known.set(since, found)
    return found
  }
}

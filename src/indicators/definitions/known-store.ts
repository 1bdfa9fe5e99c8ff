import { type Db, oncePerVersion } from '../../../db/connection.ts'
import type { Known } from './known.ts'

/**
 * What was known at an instant, worked out once for each stretch in which nothing was learnt: pages ask as at a new instant
 * every time, and hardly ever is it another stretch. What is returned is shared: nobody may change it.
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
    return { turns: [...new Set(instants)], read: new Map<number | undefined, T>() }
  })
  return (db, asAt) => {
    const { turns, read: known } = stretches(db)
    const since = asAt === undefined ? undefined : Math.max(...turns.filter((turn) => turn <= asAt))
    const before = known.get(since)
    if (before !== undefined) return before
    const found = read(db, asAt)
    known.set(since, found)
    return found
  }
}

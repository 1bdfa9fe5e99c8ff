import { createHash } from 'node:crypto'
import type { IatiIdentity } from '../../project/iati.ts'

/** Tells what is said of how a project is published from what was said before; that nothing is said has a mark, too. */
export function identityMark(said: IatiIdentity | null): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16)
}

/** Which parts are said otherwise, for the trail. */
export function partsSaidOtherwise(before: IatiIdentity, after: IatiIdentity): string[] {
  const parts = Object.keys(after) as (keyof IatiIdentity)[]
  return parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
}

import type { Change, Changes } from './merge.ts'

/** One save: who made which version when. `sitting`: the version with which a run of saves began that were made while typing. */
export type Version = { version: number; at: number; by: string | null; sitting: number | null }

/** The newest version; `isFollowed`: it was handed in, returned, approved or re-opened since. */
export type LastVersion = { at: number; byId: number | null; sitting: number | null; isFollowed: boolean }

/** What is typed after a longer pause is another sitting. */
const PAUSE_MS = 30 * 60_000

/**
 * The sitting that what is typed now belongs to, by the version it began with: one person's typing without a long pause, and
 * with nothing else done to the submission between. It has one line in the trail and one in the history.
 * @param version that is being made
 */
export function sittingAt(last: LastVersion | null, byId: number, now: number, version: number): number {
  if (last === null || last.sitting === null || last.isFollowed || last.byId !== byId) return version
  return now - last.at < PAUSE_MS ? last.sitting : version
}

/**
 * Saves as they are listed: the versions of a sitting as one, at its end, with what it changed from its beginning to its end.
 * @param versions newest first
 * @param changes what each of them changed
 */
export function bySitting(
  versions: readonly Version[],
  changes: readonly Changes[],
): (Version & { changes: Changes })[] {
  const saves: (Version & { changes: Changes })[] = []
  versions.forEach((version, nth) => {
    const later = saves.at(-1)
    if (later && version.sitting !== null && version.sitting === later.sitting) {
      later.changes = joined(changes[nth]!, later.changes)
    } else saves.push({ ...version, changes: changes[nth]! })
  })
  return saves
}

function joined(earlier: Changes, later: Changes): Changes {
  const all: Record<string, Change> = { ...earlier }
  for (const [field, [from, to]] of Object.entries(later)) all[field] = [(earlier[field] ?? [from])[0], to]
  return Object.fromEntries(Object.entries(all).filter(([, [from, to]]) => from !== to))
}

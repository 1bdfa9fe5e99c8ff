import { type Entry, entryKey } from '../entry.ts'
import { type Changes, changesBetween, flatten } from './merge.ts'

/** What an entry was until a version took its place; null = blank. The first version has none: before it all was blank. */
export type Revision = { version: number; indicator: string; cell: string; before: Entry | null }

/**
 * The entries of a submission as an earlier version held them; 0 = before it was begun.
 * @param revisions those of all later versions, of each cell the newest first
 */
export function entriesAt(entries: readonly Entry[], revisions: readonly Revision[], version: number): Entry[] {
  if (version < 1) return []
  const held = byKey(entries)
  for (const revision of revisions) if (revision.version > version) undo(held, revision)
  return [...held.values()]
}

/**
 * What each of the latest versions changed, field by field.
 * @param versions one after the other, newest first
 * @param revisions those of these versions
 */
export function changesIn(
  versions: readonly number[],
  entries: readonly Entry[],
  revisions: readonly Revision[],
): Changes[] {
  const held = byKey(entries)
  return versions.map((version) => {
    if (version === 1) return changesBetween({}, flatten([...held.values()]))
    const own = revisions.filter((revision) => revision.version === version)
    const after = own.flatMap((revision) => held.get(entryKey(revision)) ?? [])
    for (const revision of own) undo(held, revision)
    const before = own.flatMap((revision) => held.get(entryKey(revision)) ?? [])
    return changesBetween(flatten(before), flatten(after))
  })
}

function byKey(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [entryKey(entry), entry]))
}

function undo(held: Map<string, Entry>, revision: Revision): void {
  if (revision.before) held.set(entryKey(revision), revision.before)
  else held.delete(entryKey(revision))
}

/** Where one submission stands among those that wait for approval, the longest waiting first: from 1, with its neighbours by id. */
export type Queue = { position: number; of: number; before: number | null; after: number | null }

/** @returns null where it does not wait */
export function queueAt(waiting: readonly number[], id: number): Queue | null {
  const nth = waiting.indexOf(id)
  if (nth < 0) return null
  return { position: nth + 1, of: waiting.length, before: waiting[nth - 1] ?? null, after: waiting[nth + 1] ?? null }
}

/**
 * The one to look at once one of them has been decided: the one behind it, after the last the one that was passed over longest ago.
 * @param waiting as they waited before it was decided
 * @returns null when none is left
 */
export function nextAfter(waiting: readonly number[], id: number): number | null {
  const others = waiting.filter((one) => one !== id)
  return others[waiting.indexOf(id)] ?? others[0] ?? null
}

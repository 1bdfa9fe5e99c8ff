export type Trigger = {
  name: string
  /** "BEFORE UPDATE OF `place_id` ON `target`". */
  on: string
  /** It acts on rows of which this is true; absent = on all. */
  when?: string
  does: string
}

/** What a trigger does to refuse a statement. */
export function raiseAbort(message: string): string {
  return `SELECT RAISE(ABORT, '${message}')`
}
